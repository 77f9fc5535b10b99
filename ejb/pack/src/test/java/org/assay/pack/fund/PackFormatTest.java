package org.assay.pack.fund;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.assay.pack.Packs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PackFormatTest {
    @TempDir
    Path folder;

    private static SortedMap<String, String> text(SortedMap<String, byte[]> files) {
        SortedMap<String, String> text = new TreeMap<>();
        files.forEach((name, bytes) -> text.put(name, new String(bytes, StandardCharsets.UTF_8)));
        return text;
    }

    private static SortedMap<String, String> canonical(Path pack) {
        return text(PackWriter.files(Packs.read(pack)));
    }

    @Test
    void import_and_export_are_inverse() throws IOException {
        SortedMap<String, String> written = canonical(Packs.small());
        assertThat(List.copyOf(written.keySet())).isEqualTo(Packs.names(Packs.small()));
        for (var file : written.entrySet()) {
            assertThat(file.getValue()).isEqualTo(Files.readString(Packs.small().resolve(file.getKey())));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void the_order_of_rows_means_nothing(long seed) throws IOException {
        Packs.copy(Packs.small(), folder);
        for (String name : Packs.names(folder)) {
            if (name.endsWith(".csv")) {
                Packs.smallBut(folder, name, text -> shuffled(text, new Random(seed)));
            }
        }
        assertThat(canonical(folder)).isEqualTo(canonical(Packs.small()));
    }

    private static String shuffled(String text, Random random) {
        List<String> lines = new ArrayList<>(text.lines().toList());
        Collections.shuffle(lines.subList(1, lines.size()), random);
        return String.join("\n", lines) + "\n";
    }

    @Test
    void line_ends_of_another_system_mean_nothing() throws IOException {
        Packs.smallBut(folder, "facts/trades.csv", text -> text.replace("\n", "\r\n"));
        assertThat(canonical(folder)).isEqualTo(canonical(Packs.small()));
    }

    @Test
    void a_zip_is_its_folder() throws IOException {
        Path zip = folder.resolve("small.zip");
        try (OutputStream out = Files.newOutputStream(zip)) {
            PackWriter.toZip(PackWriter.files(Packs.read(Packs.small())), out);
        }
        assertThat(canonical(zip)).isEqualTo(canonical(Packs.small()));
    }

    @Test
    void a_zip_may_hold_the_folder_itself() throws IOException {
        SortedMap<String, byte[]> below = new TreeMap<>();
        PackWriter.files(Packs.read(Packs.small())).forEach((name, bytes) -> below.put("small/" + name, bytes));
        Path zip = folder.resolve("small.zip");
        try (OutputStream out = Files.newOutputStream(zip)) {
            PackWriter.toZip(below, out);
        }
        assertThat(canonical(zip)).isEqualTo(canonical(Packs.small()));
    }

    @Test
    void a_future_may_cost_less_than_nothing() throws IOException {
        Packs.smallBut(folder, "market/prices.csv", text -> text.replace(",2.402,", ",-37.63,"));
        assertThat(Packs.read(folder).quotes())
                .anyMatch(quote -> quote.price().perUnit().toPlainString().startsWith("-37.63"));
    }

    @Test
    void a_sealed_pack_can_be_read_and_says_so() throws IOException {
        PackWriter.toFolder(PackWriter.sealed(Packs.read(Packs.small())), folder);
        FundPack sealed = Packs.read(folder);
        assertThat(sealed.manifest().isSealed()).isTrue();
        assertThat(sealed.manifest().files().orElseThrow())
                .containsKeys("fund.json", "facts/trades.csv")
                .doesNotContainKeys("pack.json", "README.md");
        assertThat(text(PackWriter.files(sealed))).isEqualTo(canonical(folder));
    }

    @Test
    void a_pack_that_was_sealed_can_be_changed_and_sealed_again() throws IOException {
        PackWriter.toFolder(PackWriter.sealed(Packs.read(Packs.small())), folder);
        Packs.smallBut(folder, "facts/trades.csv", text -> text.replace(",4.6,", ",4.7,"));
        assertThat(PackReader.read(folder).failures()).hasSize(1);
        assertThat(PackSeal.seal(folder).failures()).isEmpty();
        assertThat(PackReader.read(folder).failures()).isEmpty();
    }

    @Test
    void a_row_knows_where_it_came_from() {
        FundPack pack = Packs.read(Packs.small());
        assertThat(pack.origins().find("fact", "T-5").orElseThrow().toString()).isEqualTo("facts/trades.csv, line 6");
        assertThat(pack.origins().hashes().get("facts/trades.csv")).hasSize(64);
    }
}
