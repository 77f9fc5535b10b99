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
    /** More than a person corrects before reading again; a file of nothing but mistakes would fill the memory. */
    static final int KEPT = 1_000;

    private final List<Parsed.Failure> failures = new ArrayList<>();
    private int count;

    /** @param line 0 when the whole file is meant */
    public void add(String file, long line, String column, String value, String expected) {
        count++;
        if (failures.size() < KEPT) {
            failures.add(new Parsed.Failure(file, line, column, oneLine(value), expected));
        }
    }

    /** Of the file as a whole. */
    public void add(String file, String value, String expected) {
        add(file, 0, "", value, expected);
    }

    /** Of all, also those that were left out. */
    public int count() {
        return count;
    }

    public boolean isEmpty() {
        return failures.isEmpty();
    }

    /** By file, line and column; where some were left out, the last says so. */
    public List<Parsed.Failure> sorted() {
        List<Parsed.Failure> sorted = new ArrayList<>(failures);
        sorted.sort(ORDER);
        if (count > failures.size()) {
            sorted.add(new Parsed.Failure(
                    "and %s more".formatted(count - failures.size()),
                    0,
                    "",
                    "",
                    "the %s before to be corrected first".formatted(KEPT)));
        }
        return List.copyOf(sorted);
    }

    /** One of them for a person: the place, what stands there, what was expected. */
    public static String line(Parsed.Failure failure) {
        StringBuilder line = new StringBuilder(failure.file());
        if (failure.line() > 0) {
            line.append(", line ").append(failure.line());
        }
        if (!failure.column().isEmpty()) {
            line.append(", column ").append(failure.column());
        }
        if (!failure.column().isEmpty() || !failure.value().isEmpty()) {
            line.append(", value '").append(failure.value()).append('\'');
        }
        return line.append(": expected ").append(failure.expected()).toString();
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
