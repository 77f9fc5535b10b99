package org.assay.pack;

import java.time.Instant;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What strikes may know, for every command that strikes. */
final class KnownOption {
    @Option(
            names = "--known",
            paramLabel = "INSTANT",
            description = "What every strike may know; what a scheduled one does if absent.")
    private Optional<Instant> known = Optional.empty();

    Optional<Instant> get() {
        return known;
    }
}
