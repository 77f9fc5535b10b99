package org.assay.pack.fund;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assay.pack.Packs;
import org.assay.pack.replay.ResultFiles;
import org.assay.pack.table.JsonObject;
import org.assay.pack.table.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds docs/fund-pack.md to the code, and its example to what it says comes of it. */
class FormatDescriptionTest {
    private static final Pattern EXAMPLE =
            Pattern.compile("#### `(.+?)`\n.*?```(csv|json|result)\n(.*?)```", Pattern.DOTALL);

    @TempDir
    Path folder;

    private static String description() {
        Path here = Path.of("").toAbsolutePath();
        while (!Files.exists(here.resolve("docs/fund-pack.md"))) {
            here = here.getParent();
        }
        try {
            return Files.readString(here.resolve("docs/fund-pack.md"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** From the heading that names the file to the next heading of its kind. */
    private static String section(String file) {
        String all = description();
        Matcher heading = Pattern.compile("^(##|###) `" + Pattern.quote(file) + "`$", Pattern.MULTILINE)
                .matcher(all);
        assertThat(heading.find()).as("a section about " + file).isTrue();
        int end = all.indexOf("\n" + heading.group(1) + " ", heading.end());
        return all.substring(heading.end(), end < 0 ? all.length() : end);
    }

    static Stream<Arguments> files() {
        return Stream.concat(PackTables.all().stream(), ResultFiles.tables().stream())
                .map(table -> Arguments.of(table.file(), table));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void every_column_is_described(String file, Table<?> table) {
        assertThat(section(file))
                .contains(table.columns().stream().map(name -> "`" + name + "`").toList());
    }

    @Test
    void every_property_is_described() {
        assertDescribed("fund.json", FundShape.objects());
        assertDescribed("pack.json", ManifestShape.objects());
    }

    private static void assertDescribed(String file, List<JsonObject<?>> objects) {
        for (JsonObject<?> object : objects) {
            assertThat(section(file))
                    .contains(object.layout().names().stream()
                            .map(name -> "`" + name + "`")
                            .toList());
        }
    }

    @Test
    void the_example_gives_the_results_it_shows() throws IOException {
        Matcher example = EXAMPLE.matcher(description());
        Map<String, String> results = new TreeMap<>();
        while (example.find()) {
            if (example.group(2).equals("result")) {
                results.put(example.group(1), example.group(3));
                continue;
            }
            Path file = folder.resolve(example.group(1));
            Files.createDirectories(file.getParent());
            Files.writeString(file, example.group(3));
        }
        assertThat(Packs.names(folder)).hasSize(6);
        assertThat(results).hasSize(1);
        Map<String, String> written = ResultFiles.of(Packs.read(folder));
        results.forEach((name, text) -> assertThat(written.get(name)).isEqualTo(text));
    }
}
