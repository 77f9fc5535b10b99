package org.assay.launcher;

import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Rows of text in columns as wide as their widest cell. */
final class TextTable {
    private TextTable() {}

    /** @param isFigure whether a column, from 0, stands to the right */
    static List<String> lines(List<List<String>> rows, IntPredicate isFigure) {
        if (rows.isEmpty()) {
            return List.of();
        }
        List<Integer> widths = IntStream.range(0, rows.get(0).size())
                .mapToObj(column -> rows.stream()
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElse(0))
                .toList();
        return rows.stream().map(row -> line(row, widths, isFigure)).toList();
    }

    private static String line(List<String> row, List<Integer> widths, IntPredicate isFigure) {
        return IntStream.range(0, row.size())
                .mapToObj(column -> {
                    String blank =
                            " ".repeat(widths.get(column) - row.get(column).length());
                    return isFigure.test(column) ? blank + row.get(column) : row.get(column) + blank;
                })
                .collect(Collectors.joining("  "))
                .stripTrailing();
    }
}
