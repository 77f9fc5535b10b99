package org.assay.reports.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** LibreOffice, which shares no code with what wrote the formulas, where it is installed. */
public final class Calc {
    /** It trusts stored values unless it is told to work out every formula when it loads. */
    private static final String ALWAYS_CALCULATE = """
            <?xml version="1.0" encoding="UTF-8"?>
            <oor:items xmlns:oor="http://openoffice.org/2001/registry">
            <item oor:path="/org.openoffice.Office.Calc/Formula/Load">
            <prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
            </oor:items>
            """;

    private final Path folder;

    /** @param folder of its own */
    public Calc(Path folder) {
        this.folder = folder;
    }

    /** Leaves out the test where it is not installed. */
    public static void mustBeThere() {
        boolean there = Stream.of(System.getenv("PATH").split(":", -1))
                .anyMatch(path -> Files.isExecutable(Path.of(path, "soffice")));
        assumeTrue(there, "soffice is not installed, so nobody but POI has worked the formulas in this build");
    }

    /** Whether there is time for all workbooks, not for some: {@code -Dassay.drill=workbook}. */
    static boolean isDrill() {
        return System.getProperty("assay.drill", "").equals("workbook");
    }

    /** Works out every formula of some workbooks and writes them anew, under their names, into the folder it returns. */
    public Path work(List<Path> files) throws IOException, InterruptedException {
        Path user = Files.createDirectories(folder.resolve("profile/user"));
        Files.writeString(user.resolve("registrymodifications.xcu"), ALWAYS_CALCULATE);
        Path out = folder.resolve("out");
        List<String> command = new ArrayList<>(List.of(
                "soffice",
                "--headless",
                "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                "--convert-to",
                "xlsx",
                "--outdir",
                out.toString()));
        files.forEach(file -> command.add(file.toString()));
        Path log = folder.resolve("log.txt");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        } finally {
            process.destroy();
        }
        for (Path file : files) {
            assertThat(out.resolve(file.getFileName()))
                    .as(Files.readString(log))
                    .exists();
        }
        return out;
    }
}
