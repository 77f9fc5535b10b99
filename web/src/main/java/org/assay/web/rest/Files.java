package org.assay.web.rest;

import jakarta.ws.rs.core.Response;
import java.util.Base64;
import java.util.HexFormat;
import org.assay.db.ReportFile;

/** A report as an answer, with its digest for whoever keeps it. */
final class Files {
    private Files() {}

    static Response of(ReportFile file) {
        String digest = Base64.getEncoder().encodeToString(HexFormat.of().parseHex(file.sha256()));
        return Response.ok(file.content(), file.mediaType())
                .header("Content-Disposition", "attachment; filename=\"%s\"".formatted(file.fileName()))
                .header("Repr-Digest", "sha-256=:%s:".formatted(digest))
                .build();
    }
}
