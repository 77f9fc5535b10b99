package org.assay.pack;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The worked entries of the accounting, as packs: each folder goes through the command, and what comes out is compared with
 * what was worked by hand. The folders are found, never listed; their README says how they are read.
 */
class GoldenTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden");
    private static final String ENTRIES = "entries.csv";
    private static final String UPDATE = "golden.update";
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");

    @TempDir
    Path temporary;

    private Path out;

    @BeforeEach
    void choose_where_results_go() {
        out = temporary.resolve("out");
    }

    static List<String> folders() throws IOException {
        try (Stream<Path> found = Files.list(GOLDEN)) {
            return found.filter(Files::isDirectory)
                    .map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    /** Guards the hand: a row that was mistyped would otherwise be looked for in the kernel. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("folders")
    void worked_entries_balance(String folder) throws IOException {
        SortedMap<Event, BigDecimal> sums = new TreeMap<>();
        for (NamedCsvRecord row : worked(folder)) {
            sums.merge(Event.of(row), debit(row), BigDecimal::add);
        }
        assertThat(sums)
                .isNotEmpty()
                .allSatisfy((event, sum) -> assertThat(sum).as("%s", event).isZero());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("folders")
    void the_journal_comes_to_the_entries_worked_by_hand(String folder) throws IOException {
        SortedMap<Key, BigDecimal> expected = new TreeMap<>();
        for (NamedCsvRecord row : worked(folder)) {
            expected.merge(Key.of(row), debit(row), BigDecimal::add);
        }
        replay(folder);
        SortedMap<Key, BigDecimal> posted = posted(expected.keySet());
        assertThat(differences(expected, posted)).as("%s", folder).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("folders")
    void the_outputs_hold_the_expected_rows(String folder) throws IOException {
        replay(folder);
        for (Path file : expectedOutputs(folder)) {
            Sheet expected = Sheet.read(file);
            Sheet got = Sheet.read(out.resolve(file.getFileName())).like(expected);
            if (Boolean.getBoolean(UPDATE)) {
                got.write(file);
            }
            assertThat(got.lines())
                    .as("%s of %s", file.getFileName(), folder)
                    .containsExactlyInAnyOrderElementsOf(Sheet.read(file).lines());
        }
    }

    /** An example that the controls object to is no example, unless what they find is what it shows. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("folders")
    void no_control_asks_for_a_person_but_where_the_example_says_so(String folder) throws IOException {
        if (Files.exists(GOLDEN.resolve(folder).resolve("expected").resolve("findings.csv"))) {
            return;
        }
        replay(folder);
        assertThat(records(out.resolve("findings.csv")))
                .allSatisfy(finding -> assertThat(finding.getField("severity"))
                        .as("%s", finding)
                        .isEqualTo("INFO"));
    }

    /** Strikes up to the last day that anything is expected of. */
    private void replay(String folder) throws IOException {
        TreeSet<String> dates = new TreeSet<>();
        worked(folder).forEach(row -> dates.add(row.getField("date")));
        for (Path file : expectedOutputs(folder)) {
            dates.addAll(Sheet.read(file).dates());
        }
        String pack = GOLDEN.resolve(folder).toString();
        StringWriter said = new StringWriter();
        PrintWriter console = new PrintWriter(said);
        int exit = Assay.run(console, console, "replay", pack, "--to", dates.last(), "--out", out.toString());
        assertThat(exit).as("exit code of replay %s: %s", folder, said).isZero();
    }

    /** What the journal says about the events that are named, by the keys they are named with. */
    private SortedMap<Key, BigDecimal> posted(Set<Key> named) throws IOException {
        Set<Event> events = named.stream().map(Key::event).collect(Collectors.toCollection(TreeSet::new));
        SortedMap<Key, BigDecimal> posted = new TreeMap<>();
        for (NamedCsvRecord line : records(out.resolve("journal.csv"))) {
            Key key = Key.of(line);
            if (events.contains(key.event())) {
                Key asNamed = named.stream()
                        .filter(name -> name.covers(key))
                        .findFirst()
                        .orElse(key);
                posted.merge(asNamed, debit(line), BigDecimal::add);
            }
        }
        return posted;
    }

    private static List<String> differences(SortedMap<Key, BigDecimal> expected, SortedMap<Key, BigDecimal> got) {
        Set<Key> keys = new TreeSet<>(expected.keySet());
        keys.addAll(got.keySet());
        List<String> differences = new ArrayList<>();
        for (Key key : keys) {
            BigDecimal wanted = expected.getOrDefault(key, BigDecimal.ZERO);
            BigDecimal found = got.getOrDefault(key, BigDecimal.ZERO);
            if (wanted.compareTo(found) != 0) {
                differences.add("%s: expected %s, got %s (debit is positive)"
                        .formatted(key, wanted.toPlainString(), found.toPlainString()));
            }
        }
        return differences;
    }

    private static List<NamedCsvRecord> worked(String folder) throws IOException {
        return records(GOLDEN.resolve(folder).resolve("expected").resolve(ENTRIES));
    }

    private static List<Path> expectedOutputs(String folder) throws IOException {
        try (Stream<Path> files = Files.list(GOLDEN.resolve(folder).resolve("expected"))) {
            return files.filter(file -> !file.endsWith(ENTRIES)).sorted().toList();
        }
    }

    private static List<NamedCsvRecord> records(Path file) throws IOException {
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(file)) {
            return csv.stream().toList();
        }
    }

    /** Signed: a debit is positive. */
    private static BigDecimal debit(NamedCsvRecord row) {
        return amount(row.getField("debit")).subtract(amount(row.getField("credit")));
    }

    private static BigDecimal amount(String cell) {
        return cell.isEmpty() ? BigDecimal.ZERO : new BigDecimal(cell);
    }

    /** A fact on a day: what falls due is posted under the fact it settles, on another day. */
    private record Event(String date, String fact) implements Comparable<Event> {
        private static final Comparator<Event> ORDER =
                Comparator.comparing(Event::date).thenComparing(Event::fact);

        static Event of(NamedCsvRecord row) {
            return new Event(row.getField("date"), row.getField("fact"));
        }

        @Override
        public int compareTo(Event other) {
            return ORDER.compare(this, other);
        }
    }

    /** What is summed; a class or instrument of {@code *} stands for all of them, and for none. */
    private record Key(Event event, String account, String shareClass, String instrument) implements Comparable<Key> {
        private static final String ALL = "*";
        private static final Comparator<Key> ORDER = Comparator.comparing(Key::event)
                .thenComparing(Key::account)
                .thenComparing(Key::shareClass)
                .thenComparing(Key::instrument);

        static Key of(NamedCsvRecord row) {
            return new Key(Event.of(row), row.getField("account"), row.getField("class"), row.getField("instrument"));
        }

        boolean covers(Key line) {
            return event.equals(line.event)
                    && account.equals(line.account)
                    && (shareClass.equals(ALL) || shareClass.equals(line.shareClass))
                    && (instrument.equals(ALL) || instrument.equals(line.instrument));
        }

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }

        @Override
        public String toString() {
            return "%s %s account %s class [%s] instrument [%s]"
                    .formatted(event.date, event.fact, account, shareClass, instrument);
        }
    }

    /** A table of text. */
    private record Sheet(List<String> columns, List<Map<String, String>> rows) {
        static Sheet read(Path file) throws IOException {
            List<NamedCsvRecord> records = records(file);
            assertThat(records).as("rows of %s", file).isNotEmpty();
            return new Sheet(
                    records.get(0).getHeader(),
                    records.stream().map(NamedCsvRecord::getFieldsAsMap).toList());
        }

        Set<String> dates() {
            return rows.stream().map(row -> row.get("date")).collect(Collectors.toCollection(TreeSet::new));
        }

        /** The days and the columns of {@code other}. */
        Sheet like(Sheet other) {
            assertThat(columns).containsAll(other.columns);
            Set<String> dates = other.dates();
            return new Sheet(
                    other.columns,
                    rows.stream().filter(row -> dates.contains(row.get("date"))).toList());
        }

        /** Equal numbers are written equally. */
        List<String> lines() {
            return rows.stream()
                    .map(row -> columns.stream()
                            .map(column -> column + " " + plain(row.get(column)))
                            .collect(joining(", ")))
                    .toList();
        }

        void write(Path file) throws IOException {
            try (CsvWriter csv =
                    CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(file)) {
                csv.writeRecord(columns);
                rows.forEach(
                        row -> csv.writeRecord(columns.stream().map(row::get).toList()));
            }
        }

        private static String plain(String cell) {
            if (!NUMBER.matcher(cell).matches()) {
                return cell;
            }
            BigDecimal number = new BigDecimal(cell);
            return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
        }
    }
}
