package org.assay.pack.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assay.pack.Packs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputFolderTest {
    @TempDir
    Path folder;

    private Path place() {
        return folder.resolve("out");
    }

    private void write(String text) throws IOException {
        try (OutputFolder output = OutputFolder.open(place(), "nav.csv"::equals)) {
            Files.writeString(output.draft().resolve("nav.csv"), text);
            output.keep();
        }
    }

    @Test
    void a_run_replaces_what_a_former_one_wrote() throws IOException {
        write("one");
        write("two");
        assertThat(place().resolve("nav.csv")).hasContent("two");
        assertThat(Packs.names(folder)).containsExactly("out/nav.csv");
    }

    @Test
    void a_run_that_is_stopped_leaves_what_was_there() throws IOException {
        write("one");
        try (OutputFolder output = OutputFolder.open(place(), "nav.csv"::equals)) {
            Files.writeString(output.draft().resolve("nav.csv"), "half");
        }
        assertThat(place().resolve("nav.csv")).hasContent("one");
        assertThat(Packs.names(folder)).containsExactly("out/nav.csv");
    }

    @Test
    void files_of_somebody_else_are_never_touched() throws IOException {
        Files.createDirectories(place());
        Files.writeString(place().resolve("thesis.txt"), "years of work");
        assertThatThrownBy(() -> write("one"))
                .isInstanceOf(FileAlreadyExistsException.class)
                .hasMessageContaining("thesis.txt");
        assertThat(place().resolve("thesis.txt")).hasContent("years of work");
    }
}
