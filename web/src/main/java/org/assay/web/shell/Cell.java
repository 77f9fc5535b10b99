package org.assay.web.shell;

import java.util.List;
import java.util.Optional;
import org.assay.kernel.Parsed;
import org.assay.pack.table.Blank;
import org.assay.web.figure.Words;

/** One cell of a row that is written by hand. */
public final class Cell {
    private static final int TOLD = 10;

    private final Blank blank;
    private String value;
    private String wrong = "";

    public Cell(Blank blank, String value) {
        this.blank = blank;
        this.value = value;
    }

    public String getName() {
        return blank.name();
    }

    /** {@code trade_date} is Trade date. */
    public String getLabel() {
        return Words.of(blank.name()) + (blank.isRequired() ? "" : ", if any");
    }

    public String getExpected() {
        return blank.expected();
    }

    public List<String> getChoices() {
        return blank.choices();
    }

    public boolean isChosen() {
        return !blank.choices().isEmpty();
    }

    public String getValue() {
        return value;
    }

    public void setValue(String value) {
        this.value = Optional.ofNullable(value).orElse("").strip();
    }

    public String getWrong() {
        return wrong;
    }

    /** Says the first of what was refused: by its cell, where there is one, and above the form otherwise. */
    public static void refuse(List<Cell> cells, List<Parsed.Failure> failures, String form) {
        for (Parsed.Failure failure : failures.subList(0, Math.min(TOLD, failures.size()))) {
            cells.stream()
                    .filter(cell -> cell.getName().equals(failure.column()))
                    .findFirst()
                    .ifPresentOrElse(
                            cell -> cell.wrong = "Expected %s.".formatted(failure.expected()),
                            () -> Said.no(form, failure.toString()));
        }
    }
}
