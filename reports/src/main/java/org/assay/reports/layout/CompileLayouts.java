package org.assay.reports.layout;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JasperCompileManager;

/**
 * Compiles every layout of a folder; the build calls it, the server never does. Each layout is given the styles of
 * {@code styles.xml} where it says so, because a style that stands in one place changes in one place.
 */
public final class CompileLayouts {
    private static final String STYLES = "<!-- styles -->";

    private CompileLayouts() {}

    /** @param args the folder of the layouts, and the folder for what they become */
    public static void main(String[] args) throws IOException, JRException {
        Path from = Path.of(args[0]);
        Path to = Files.createDirectories(Path.of(args[1]));
        String styles = Files.readString(from.resolve("styles.xml"));
        for (Path layout : layouts(from)) {
            String source = Files.readString(layout).replace(STYLES, styles);
            String name = layout.getFileName().toString().replace(".jrxml", ".jasper");
            try (OutputStream out = Files.newOutputStream(to.resolve(name))) {
                JasperCompileManager.compileReportToStream(
                        new ByteArrayInputStream(source.getBytes(StandardCharsets.UTF_8)), out);
            }
        }
    }

    private static List<Path> layouts(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jrxml"))
                    .sorted()
                    .toList();
        }
    }
}
