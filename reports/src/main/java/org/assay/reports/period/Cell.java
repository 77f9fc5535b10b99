package org.assay.reports.period;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.assay.kernel.money.Money;
import org.assay.kernel.money.Price;
import org.assay.kernel.money.Quantity;

/** What stands in a cell, on paper and in a workbook alike. */
sealed interface Cell permits Cell.Text, Cell.Day, Cell.Figure, Cell.Outcome {
    /** A spreadsheet's number has no more. */
    int DIGITS = 15;

    Text NONE = new Text("");

    /** Words, as they are; never a formula, whoever wrote them. */
    record Text(String text) implements Cell {}

    /** A date. */
    record Day(LocalDate date) implements Cell {}

    /**
     * A figure, with as many decimals as it is shown with.
     *
     * @param formula how a workbook comes to it, by other cells; empty for what is simply so. {@code #} is the number of its
     *     row, {@code @} the rows of its column since the last total, {@code [id]} its column in the row of that id
     * @param name by which formulas of other sheets find it; empty when none does
     */
    record Figure(BigDecimal number, String formula, String name) implements Cell {
        Figure by(String newFormula) {
            return new Figure(number, newFormula, name);
        }

        Figure named(String newName) {
            return new Figure(number, formula, newName);
        }
    }

    /**
     * PASS, or by how much two figures that should be one differ.
     *
     * @param formula of the difference
     */
    record Outcome(BigDecimal difference, String formula) implements Cell {}

    static Text text(String text) {
        return new Text(text);
    }

    static Day day(LocalDate date) {
        return new Day(date);
    }

    static Figure of(BigDecimal number) {
        return new Figure(number, "", "");
    }

    /** At the minor unit of its currency. */
    static Figure of(Money money) {
        return of(money.amount());
    }

    /** Without idle zeros. */
    static Figure of(Quantity quantity) {
        return of(quantity.units());
    }

    /** At least two decimals, and no idle zeros beyond. */
    static Figure of(Price price) {
        BigDecimal perUnit = price.perUnit();
        return of(perUnit.setScale(Math.max(2, perUnit.scale())));
    }

    /** Of figures of both signs above it: how large they are together. */
    static Figure sizes(BigDecimal together) {
        return of(together).by("SUM(@)-2*SUMIF(@,\"<0\")");
    }

    /** Whether a spreadsheet counts with all their digits. */
    static boolean fits(BigDecimal... numbers) {
        return Stream.of(numbers).allMatch(number -> number.stripTrailingZeros().precision() <= DIGITS);
    }

    static Figure count(long number) {
        return of(BigDecimal.valueOf(number));
    }
}
