package org.assay.reports.period;

import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** Everything of a report that must tie, in the order it is told. */
final class Checks {
    private final Outlet outlet;
    private final List<Check> all = new ArrayList<>();

    Checks(Outlet outlet) {
        this.outlet = outlet;
    }

    /** Printed at the end of its table, and again with all others. */
    void add(Tab tab, Check... checks) {
        add(tab, List.of(checks));
    }

    /** The same of as many as there happen to be. */
    void add(Tab tab, List<Check> checks) {
        outlet.check(tab, checks);
        all.addAll(checks);
    }

    List<Check> all() {
        return List.copyOf(all);
    }

    /** The cell that says whether it holds. */
    static Cell.Outcome outcome(Check check) {
        return new Cell.Outcome(
                check.difference().setScale(check.decimals(), RoundingMode.UNNECESSARY),
                "(%s)-(%s)".formatted(formula(check.found()), formula(check.against())));
    }

    /** A figure of a check where all are told. */
    static Cell.Figure side(Check check, Check.Side side) {
        return Cell.of(side.number().setScale(check.decimals(), RoundingMode.UNNECESSARY))
                .by(side.formula());
    }

    private static String formula(Check.Side side) {
        return side.formula().isEmpty() ? side.number().toPlainString() : side.formula();
    }
}
