package org.assay.launcher;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A fund pack of the demo, a folder. The launcher carries it and does not read its books. */
record DemoPack(Path folder) {
    private static final String MANIFEST = "pack.json";

    /** The first moment a zip can tell; the same bytes come out on every machine. */
    private static final LocalDateTime SAME_FOR_ALL = LocalDateTime.of(1980, 2, 1, 0, 0);

    /** Whether there is one in the folder. */
    boolean isThere() {
        return Files.isRegularFile(folder.resolve(MANIFEST));
    }

    String fund() throws IOException {
        return said("fund");
    }

    /** When everything in the pack was known: its last strike is due by then, and the demo's clock stands there. */
    Instant known() throws IOException {
        return Instant.parse(said("known"));
    }

    private String said(String property) throws IOException {
        Path manifest = folder.resolve(MANIFEST);
        var said = new ObjectMapper().readTree(manifest.toFile()).path(property);
        if (!said.isTextual()) {
            throw new IOException("%s does not say %s".formatted(manifest, property));
        }
        return said.textValue();
    }

    byte[] zip() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes);
                Stream<Path> found = Files.walk(folder)) {
            List<Path> files = found.filter(Files::isRegularFile).toList();
            for (String name : files.stream().map(this::name).sorted().toList()) {
                var entry = new ZipEntry(name);
                entry.setTimeLocal(SAME_FOR_ALL);
                zip.putNextEntry(entry);
                Files.copy(folder.resolve(name), zip);
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    private String name(Path file) {
        return folder.relativize(file).toString().replace('\\', '/');
    }
}
