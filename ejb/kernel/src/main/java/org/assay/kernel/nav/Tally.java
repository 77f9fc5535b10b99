package org.assay.kernel.nav;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.assay.kernel.Finding;
import org.assay.kernel.Finding.Severity;
import org.assay.kernel.money.Money;

/** One control at work: counts what it tests and notes what is wrong. */
final class Tally {
    private final LocalDate date;
    private final String control;
    private final List<Finding> findings = new ArrayList<>();
    private int tested;

    Tally(LocalDate date, String control) {
        this.date = date;
        this.control = control;
    }

    /** Two figures that must be the same; the NAV is held when they are not. */
    void same(String subject, BigDecimal measured, BigDecimal expected, String text) {
        tested++;
        if (measured.compareTo(expected) != 0) {
            note(Severity.BLOCK, subject, measured, expected, text);
        }
    }

    void same(String subject, Money measured, Money expected, String text) {
        same(subject, measured.amount(), expected.amount(), text);
    }

    /** Something looked at that is judged by the caller. */
    void tested() {
        tested++;
    }

    void note(Severity severity, String subject, BigDecimal measured, BigDecimal limit, String text) {
        findings.add(new Finding(date, control, severity, subject, measured, limit, text));
    }

    Controls.Outcome outcome() {
        return new Controls.Outcome(tested, List.copyOf(findings));
    }
}
