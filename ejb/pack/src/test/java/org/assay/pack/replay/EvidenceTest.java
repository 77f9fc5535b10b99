package org.assay.pack.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.assay.pack.Packs;
import org.assay.pack.fund.StrikeRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvidenceTest {
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(\\.[0-9]+)?");

    @TempDir
    Path folder;

    private SortedMap<String, byte[]> results() throws IOException {
        StrikeRange range =
                new StrikeRange(LocalDate.parse("2026-01-08"), LocalDate.parse("2026-01-09"), Optional.empty());
        Run.of(Packs.read(Packs.small()), range).write(folder, (strike, findings) -> {});
        SortedMap<String, byte[]> files = new TreeMap<>();
        for (String name : Packs.names(folder)) {
            files.put(name, Files.readAllBytes(folder.resolve(name)));
        }
        return files;
    }

    @Test
    void two_runs_are_the_same_to_the_last_byte() throws IOException {
        assertThat(Comparison.of(results(), results())).isEmpty();
    }

    /** Every figure of every file, each with its last digit changed, is found where it stands. */
    @Test
    void any_changed_figure_is_found() throws IOException {
        SortedMap<String, byte[]> struck = results();
        int changed = 0;
        for (var file : struck.entrySet()) {
            if (!file.getKey().endsWith(".csv")) {
                continue;
            }
            List<String> lines =
                    new String(file.getValue(), StandardCharsets.UTF_8).lines().toList();
            List<String> header = Arrays.asList(lines.get(0).split(","));
            for (int line = 1; line < lines.size(); line++) {
                String[] cells = lines.get(line).split(",", -1);
                for (int cell = 0; cell < cells.length; cell++) {
                    if (NUMBER.matcher(cells[cell]).matches()) {
                        assertFound(struck, file.getKey(), lines, line, cell, header.get(cell));
                        changed++;
                    }
                }
            }
        }
        assertThat(changed).isGreaterThan(400);
    }

    private static void assertFound(
            SortedMap<String, byte[]> struck, String file, List<String> lines, int line, int cell, String column) {
        String[] cells = lines.get(line).split(",", -1);
        String right = cells[cell];
        char last = right.charAt(right.length() - 1);
        cells[cell] = right.substring(0, right.length() - 1) + (last == '9' ? '8' : (char) (last + 1));
        List<String> other = new ArrayList<>(lines);
        other.set(line, String.join(",", cells));
        SortedMap<String, byte[]> expected = new TreeMap<>(struck);
        expected.put(file, (String.join("\n", other) + "\n").getBytes(StandardCharsets.UTF_8));
        assertThat(Comparison.of(expected, struck))
                .containsExactly(new Difference(file, line + 1L, column, cells[cell], right));
    }

    /** digest.txt has no columns: its line is shown whole. */
    @Test
    void a_changed_line_of_a_file_that_is_no_table_is_shown_whole() throws IOException {
        SortedMap<String, byte[]> struck = results();
        String right = new String(struck.get("digest.txt"), StandardCharsets.UTF_8);
        SortedMap<String, byte[]> expected = new TreeMap<>(struck);
        expected.put("digest.txt", right.replace(" result ", " outcome ").getBytes(StandardCharsets.UTF_8));
        assertThat(Comparison.of(expected, struck)).hasSize(2).first().satisfies(first -> {
            assertThat(first.line()).isEqualTo(1);
            assertThat(first.expected()).contains(" outcome ");
            assertThat(first.struck()).isEqualTo(right.lines().findFirst().orElseThrow());
        });
    }

    @Test
    void a_missing_file_an_extra_file_and_another_line_end_are_found() throws IOException {
        SortedMap<String, byte[]> struck = results();
        SortedMap<String, byte[]> expected = new TreeMap<>(struck);
        byte[] nav = expected.remove("nav.csv");
        expected.put("more.csv", nav);
        byte[] fees = expected.get("fees.csv");
        expected.put("fees.csv", Arrays.copyOf(fees, fees.length - 1));
        assertThat(Comparison.of(expected, struck))
                .extracting(Difference::file)
                .containsExactly("fees.csv", "more.csv", "nav.csv");
    }
}
