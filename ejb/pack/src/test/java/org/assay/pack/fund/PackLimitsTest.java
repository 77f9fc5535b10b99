package org.assay.pack.fund;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.assay.kernel.Parsed;
import org.assay.pack.Packs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is too much is refused before it fills the memory. */
class PackLimitsTest {
    private static final PackLimits SMALL = new PackLimits(1_000_000, 50);

    @TempDir
    Path folder;

    @Test
    void the_small_pack_is_below_the_limits() throws IOException {
        assertThat(PackReader.read(Packs.small(), SMALL).failures()).isEmpty();
        assertThat(PackReader.read(zip(files()), SMALL).failures()).isEmpty();
    }

    @Test
    void a_sealed_pack_is_not_counted_once_for_its_seal_and_once_for_its_rows() throws IOException {
        SortedMap<String, byte[]> sealed = PackWriter.sealed(Packs.read(Packs.small()));
        long bytes = sealed.values().stream().mapToLong(file -> file.length).sum();
        assertThat(PackReader.read(zip(sealed), new PackLimits(bytes, 50)).failures())
                .isEmpty();
        assertThat(expected(PackReader.read(zip(sealed), new PackLimits(bytes - 1, 50))))
                .containsExactly(
                        "reference/instruments.csv: a pack of at most %s bytes, expanded".formatted(bytes - 1));
    }

    @Test
    void a_zip_that_expands_beyond_the_budget_is_refused() throws IOException {
        Path bomb = bomb();
        assertThat(Files.size(bomb)).isLessThan(20_000);
        assertThat(expected(PackReader.read(bomb, SMALL)))
                .containsExactly("market/prices.csv: a pack of at most 1 MB, expanded");
        assertThatThrownBy(() -> PackFiles.open(bomb, SMALL)).isInstanceOf(PackTooLarge.class);
    }

    @Test
    void what_a_zip_says_of_its_sizes_is_not_believed() throws IOException {
        Path bomb = bomb();
        byte[] bytes = Files.readAllBytes(bomb);
        // Uncompressed size in each entry of the directory at the end.
        for (int i = 0; i + 46 < bytes.length; i++) {
            if (bytes[i] == 'P' && bytes[i + 1] == 'K' && bytes[i + 2] == 1 && bytes[i + 3] == 2) {
                bytes[i + 24] = 1;
                bytes[i + 25] = 0;
                bytes[i + 26] = 0;
                bytes[i + 27] = 0;
            }
        }
        Files.write(bomb, bytes);
        assertThat(expected(PackReader.read(bomb, SMALL)))
                .containsExactly("market/prices.csv: a pack of at most 1 MB, expanded");
    }

    @Test
    void a_folder_beyond_the_budget_is_refused() throws IOException {
        Packs.smallBut(folder, "README.md", text -> text + "\n".repeat(1_000_000));
        assertThat(expected(PackReader.read(folder, SMALL)))
                .singleElement()
                .asString()
                .endsWith("at most 1 MB, expanded");
    }

    @Test
    void a_zip_of_too_many_entries_is_refused() throws IOException {
        SortedMap<String, byte[]> many = files();
        IntStream.range(0, 50).forEach(i -> many.put("expected/%s.csv".formatted(i), new byte[0]));
        assertThat(expected(PackReader.read(zip(many), SMALL)))
                .containsExactly("pack.zip: a pack of at most 50 files and folders");
    }

    @Test
    void folders_that_only_a_name_makes_are_counted() throws IOException {
        SortedMap<String, byte[]> deep = files();
        deep.put("a/".repeat(60) + "b.csv", new byte[0]);
        assertThat(expected(PackReader.read(zip(deep), SMALL)))
                .containsExactly("pack.zip: a pack of at most 50 files and folders");
    }

    @Test
    void a_folder_of_too_many_files_is_refused() throws IOException {
        Packs.copy(Packs.small(), folder.resolve("many"));
        Files.createDirectories(folder.resolve("many/expected"));
        for (int i = 0; i < 50; i++) {
            Files.writeString(folder.resolve("many/expected/%s.csv".formatted(i)), "");
        }
        assertThat(expected(PackReader.read(folder.resolve("many"), SMALL)))
                .containsExactly("many: a pack of at most 50 files and folders");
    }

    @Test
    void a_thousand_reasons_are_told_and_the_rest_is_counted() throws IOException {
        Packs.smallWith(
                folder,
                "market/prices.csv",
                IntStream.range(0, 1_001).mapToObj(i -> "x").toArray(String[]::new));
        List<Parsed.Failure> failures = PackReader.read(folder).failures();
        assertThat(failures).hasSize(1_001);
        assertThat(failures.subList(0, 1_000))
                .allSatisfy(failure -> assertThat(failure.file()).isEqualTo("market/prices.csv"));
        assertThat(failures.get(1_000).file()).isEqualTo("and 1 more");
        assertThat(failures.get(1_000).expected()).isEqualTo("the 1000 before to be corrected first");
    }

    private static SortedMap<String, byte[]> files() {
        return new TreeMap<>(PackWriter.files(Packs.read(Packs.small())));
    }

    private Path bomb() throws IOException {
        SortedMap<String, byte[]> files = files();
        files.put("market/prices.csv", "\n".repeat(2_000_000).getBytes(StandardCharsets.UTF_8));
        return zip(files);
    }

    private Path zip(SortedMap<String, byte[]> files) throws IOException {
        Path zip = folder.resolve("pack.zip");
        try (OutputStream out = Files.newOutputStream(zip);
                ZipOutputStream entries = new ZipOutputStream(out)) {
            for (var file : files.entrySet()) {
                entries.putNextEntry(new ZipEntry(file.getKey()));
                entries.write(file.getValue());
            }
        }
        return zip;
    }

    private static List<String> expected(Parsed<FundPack> refused) {
        return refused.failures().stream()
                .map(failure -> failure.file() + ": " + failure.expected())
                .toList();
    }
}
