package org.assay.db;

import java.util.Arrays;
import java.util.Objects;

/**
 * A report's bytes.
 *
 * @param kind which report
 * @param status of the strike, which stands in the report
 * @param sha256 of the content, in hex
 */
@SuppressWarnings("ArrayRecordComponent") // copied in and out, and compared by content
public record ReportFile(String kind, String status, String fileName, String mediaType, String sha256, byte[] content) {
    public ReportFile {
        content = content.clone();
    }

    @Override
    public byte[] content() {
        return content.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ReportFile file
                && kind.equals(file.kind)
                && status.equals(file.status)
                && fileName.equals(file.fileName)
                && mediaType.equals(file.mediaType)
                && sha256.equals(file.sha256)
                && Arrays.equals(content, file.content);
    }

    @Override
    public int hashCode() {
        return Objects.hash(kind, status, sha256);
    }
}
