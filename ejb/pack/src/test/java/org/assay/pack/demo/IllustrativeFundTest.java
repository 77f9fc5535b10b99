package org.assay.pack.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.assay.pack.fund.PackWriter;
import org.junit.jupiter.api.Test;

class IllustrativeFundTest {
    private static final Path COMMITTED =
            Path.of(System.getProperty("assay.root"), "ejb", "pack", "demo", "ill-compute");

    @Test
    void the_committed_pack_is_what_the_generator_makes() throws IOException {
        SortedMap<String, String> made = new TreeMap<>();
        PackWriter.sealed(IllustrativeFund.pack())
                .forEach((name, bytes) -> made.put(name, new String(bytes, StandardCharsets.UTF_8)));
        SortedMap<String, String> committed = new TreeMap<>();
        try (Stream<Path> files = Files.walk(COMMITTED)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                committed.put(COMMITTED.relativize(file).toString().replace('\\', '/'), Files.readString(file));
            }
        }
        assertThat(committed)
                .as("run: java -jar ejb/pack/target/assay.jar demo --out ejb/pack/demo/ill-compute")
                .isEqualTo(made);
    }

    @Test
    void another_seed_makes_another_market() {
        assertThat(new IllustrativeMarket(IllustrativeFund.SEED).quotes())
                .isEqualTo(new IllustrativeMarket(IllustrativeFund.SEED).quotes())
                .isNotEqualTo(new IllustrativeMarket(1).quotes());
    }

    @Test
    void everything_invented_says_so() {
        assertThat(IllustrativeTerms.instruments())
                .allSatisfy(instrument -> assertThat(instrument.illustrative())
                        .as(instrument.id())
                        .isTrue());
        assertThat(IllustrativeFund.pack().manifest().illustrative()).isTrue();
    }
}
