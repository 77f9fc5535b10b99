package org.assay.pack.replay;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;

/** Holds the files of two runs against each other, byte for byte, and says where they differ. */
final class Comparison {
    private final List<Difference> differences = new ArrayList<>();

    private Comparison() {}

    /** By file, in reading order; empty when every byte is the same. */
    static List<Difference> of(SortedMap<String, byte[]> expected, SortedMap<String, byte[]> struck) {
        Comparison comparison = new Comparison();
        SortedSet<String> names = new TreeSet<>(expected.keySet());
        names.addAll(struck.keySet());
        for (String name : names) {
            if (!struck.containsKey(name)) {
                comparison.note(name, 0, "", "a file", "no file of this name");
            } else if (!expected.containsKey(name)) {
                comparison.note(name, 0, "", "no file of this name", "a file");
            } else if (!Arrays.equals(expected.get(name), struck.get(name))) {
                comparison.lines(name, lines(expected.get(name)), lines(struck.get(name)));
            }
        }
        return List.copyOf(comparison.differences);
    }

    private void lines(String file, List<String> expected, List<String> struck) {
        List<String> header = file.endsWith(".csv") && !struck.isEmpty() ? cells(struck.get(0)) : List.of();
        int before = differences.size();
        for (int i = 0; i < Math.max(expected.size(), struck.size()); i++) {
            String one = i < expected.size() ? expected.get(i) : "";
            String other = i < struck.size() ? struck.get(i) : "";
            if (!one.equals(other)) {
                cells(file, i + 1L, header, one, other);
            }
        }
        if (differences.size() == before) {
            note(file, Math.max(expected.size(), struck.size()), "", "its line ends", "other line ends");
        }
    }

    private void cells(String file, long line, List<String> header, String expected, String struck) {
        List<String> one = header.isEmpty() ? List.of() : cells(expected);
        List<String> other = header.isEmpty() ? List.of() : cells(struck);
        boolean isRow = !header.isEmpty() && one.size() == header.size() && other.size() == header.size();
        if (!isRow) {
            note(file, line, "", expected, struck);
            return;
        }
        for (int i = 0; i < header.size(); i++) {
            if (!one.get(i).equals(other.get(i))) {
                note(file, line, header.get(i), one.get(i), other.get(i));
            }
        }
    }

    private void note(String file, long line, String column, String expected, String struck) {
        differences.add(new Difference(file, line, column, expected, struck));
    }

    private static List<String> lines(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8).lines().toList();
    }

    /** A line that is no row has no cells; it is then shown whole. */
    private static List<String> cells(String line) {
        try {
            return line.isEmpty()
                    ? List.of()
                    : CsvReader.builder().ofSingleCsvRecord(line).getFields();
        } catch (CsvParseException e) {
            return List.of();
        }
    }
}
