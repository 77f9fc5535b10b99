package org.assay.pack.table;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.assay.kernel.Parsed;

/** What was refused so far. Reading goes on after a refusal, so that one run names everything that is wrong. */
public final class Refusals {
    private static final Comparator<Parsed.Failure> ORDER = Comparator.comparing(Parsed.Failure::file)
            .thenComparing(Parsed.Failure::line)
            .thenComparing(Parsed.Failure::column)
            .thenComparing(Parsed.Failure::expected);
    /** Long enough to recognise a cell, short enough for a terminal. */
    private static final int SHOWN = 80;

    private final List<Parsed.Failure> failures = new ArrayList<>();

    /** @param line 0 when the whole file is meant */
    public void add(String file, long line, String column, String value, String expected) {
        failures.add(new Parsed.Failure(file, line, column, oneLine(value), expected));
    }

    /** Of the file as a whole. */
    public void add(String file, String value, String expected) {
        add(file, 0, "", value, expected);
    }

    public int count() {
        return failures.size();
    }

    public boolean isEmpty() {
        return failures.isEmpty();
    }

    /** By file, line and column. */
    public List<Parsed.Failure> sorted() {
        return failures.stream().sorted(ORDER).toList();
    }

    /** A refusal is one line, whatever the cell holds. */
    private static String oneLine(String value) {
        String shown = value.length() <= SHOWN ? value : value.substring(0, SHOWN) + "...";
        return shown.chars()
                .map(c -> Character.isISOControl(c) ? '\uFFFD' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
