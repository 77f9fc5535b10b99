package org.assay.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A folder a case: the files that differ from the small pack, and what the command says of them. */
class RefusedTest {
    @TempDir
    Path folder;

    static Stream<Arguments> cases() {
        return Packs.folders("refused").stream()
                .map(path -> Arguments.of(path.getFileName().toString(), path));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void is_refused_with_its_place_and_what_was_expected(String name, Path differing) throws IOException {
        Path pack = Packs.copy(differing, Packs.copy(Packs.small(), folder.resolve("pack")));
        List<String> refusal = Files.readAllLines(differing.resolve("refusal.txt"));
        Files.delete(pack.resolve("refusal.txt"));

        Ran ran = Ran.assay("replay", pack, "--out", folder.resolve("out"));

        assertThat(ran.err().lines()).containsExactlyElementsOf(refusal);
        assertThat(ran.exit()).isEqualTo(Program.REFUSED);
        assertThat(folder.resolve("out")).doesNotExist();
        assertThat(Packs.names(folder)).as("nothing is left behind").allMatch(file -> file.startsWith("pack"));
    }
}
