package org.assay.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Makes the packs of the living demo by the offline command, once for each home: what its books were brought is what it goes
 * on with, also after the source has changed. It takes some seconds, so it is begun before the database starts.
 */
final class DemoMaker {
    private final Path folder;
    private final Path log;
    private final Optional<Process> process;

    private DemoMaker(Path folder, Path log, Optional<Process> process) {
        this.folder = folder;
        this.log = log;
        this.process = process;
    }

    /**
     * @param command the offline command, a jar
     * @param java home of the Java that runs it
     */
    static DemoMaker begin(Path command, Path java, Home home) throws IOException {
        boolean isMade = DemoPlan.isIn(home.demo());
        return new DemoMaker(
                home.demo(),
                home.demoLog(),
                isMade
                        ? Optional.empty()
                        : Optional.of(new ProcessBuilder(List.of(
                                        java.resolve("bin/java").toString(),
                                        "-jar",
                                        command.toString(),
                                        "demo",
                                        "--living",
                                        "--out",
                                        home.demo().toString()))
                                .redirectErrorStream(true)
                                .redirectOutput(home.demoLog().toFile())
                                .start()));
    }

    /** Waits until they are made. */
    DemoPlan plan() throws IOException, InterruptedException {
        if (process.isPresent() && process.get().waitFor() != 0) {
            throw new IOException("The demo's packs cannot be made: " + Files.readString(log));
        }
        return DemoPlan.in(folder);
    }
}
