package org.assay.reports.period;

import static org.assay.reports.period.Column.figure;
import static org.assay.reports.period.Column.text;

import java.util.ArrayList;
import java.util.List;
import org.assay.kernel.money.Money;
import org.assay.reports.CodeVersion;
import org.assay.reports.SignOff;
import org.assay.reports.StruckNav;

/** What it all comes to: the fund, its classes, what tied, and who put what into the books. */
final class SummaryTables {
    private final Outlet outlet;
    private final Sums sums;
    private final List<Check> checks;

    SummaryTables(Outlet outlet, Sums sums, List<Check> checks) {
        this.outlet = outlet;
        this.sums = sums;
        this.checks = checks;
    }

    void write() {
        facts();
        classes();
        people();
        checks();
    }

    private void facts() {
        StruckNav nav = sums.nav;
        Period period = sums.period;
        Outlet.Rows rows = outlet.begin(
                new TableHead(Tab.SUMMARY, "period-facts", "This report", "", List.of(text("What"), text(""))));
        fact(rows, "Fund", "%s, %s".formatted(nav.result().fund(), nav.fund().name()));
        fact(rows, "Data", nav.fund().illustrative() ? "illustrative, invented" : "as delivered");
        fact(rows, "Regime", nav.fund().regime());
        fact(rows, "Period", Period.title(period.span(), nav) + ", " + period.days());
        fact(
                rows,
                "Opening books",
                period.before()
                        .map(last -> "as the strike of %s closed them".formatted(last))
                        .orElse("none: the fund begins in this period"));
        fact(rows, "Fiscal year", "the calendar year; the terms of the fund name no other");
        fact(
                rows,
                "Last NAV",
                "%s: %s, version %s, attempt %s"
                        .formatted(nav.result().date(), nav.status(), nav.version(), nav.attempt()));
        fact(rows, "Known until", nav.inputs().known().toString());
        fact(
                rows,
                "Currency, rounding",
                "%s, %s decimals, %s"
                        .formatted(
                                nav.fund().base().code(),
                                nav.fund().base().decimals(),
                                nav.fund().rounding()));
        fact(rows, "Program", "Assay " + CodeVersion.text());
        digests(rows, sums.first);
        digests(
                rows,
                new Sums.Day(
                        nav.result().date(), nav.result().inputs(), nav.result().digest()));
        for (SignOff sign : nav.signOffs()) {
            fact(
                    rows,
                    "Sign-off",
                    "%s %s %s %s"
                            .formatted(sign.person(), sign.act(), sign.at(), sign.reason())
                            .strip());
        }
        if (nav.signOffs().isEmpty()) {
            fact(rows, "Sign-off", "not signed");
        }
    }

    private static void digests(Outlet.Rows rows, Sums.Day day) {
        fact(rows, "Inputs of " + day.date(), day.inputs());
        fact(rows, "Result of " + day.date(), day.result());
    }

    private static void fact(Outlet.Rows rows, String what, String value) {
        rows.add(Row.of(Cell.text(what), Cell.text(value)));
    }

    private void classes() {
        Outlet.Rows rows = outlet.begin(new TableHead(
                Tab.SUMMARY,
                "period-classes",
                "Classes",
                "Amounts in %s. Return over the period in per cent."
                        .formatted(sums.zero.currency().code()),
                List.of(
                        text("Class"),
                        figure("NAV per share at the start"),
                        figure("NAV per share at the end"),
                        figure("Return, %"),
                        figure("Net assets at the start"),
                        figure("Net assets at the end"),
                        figure("Shares at the end"))));
        for (ClassRoll roll : sums.classes.classes()) {
            Highlights highlights = Highlights.of(roll, sums.period);
            String safe = OperationTables.safe(roll.code);
            rows.add(Row.of(
                    Cell.text(roll.code),
                    Cell.of(highlights.start()),
                    Cell.of(highlights.end()).by("Price_" + safe),
                    Cell.of(highlights.totalReturn()).by("Return_" + safe),
                    Cell.of(roll.opening).by("Start_" + safe),
                    Cell.of(roll.closing()).by("End_" + safe),
                    Cell.of(roll.closingShares()).by("Shares_" + safe)));
        }
        List<Cell> total = new ArrayList<>(List.of(Cell.text("Fund"), Cell.NONE, Cell.NONE, Cell.NONE));
        total.add(Cell.of(sums.classes.classes().stream()
                        .map(roll -> roll.opening)
                        .reduce(sums.zero, Money::plus))
                .by("SUM(@)"));
        total.add(Cell.of(OperationTables.closing(sums).number()).by("SUM(@)"));
        rows.add(Row.total(total));
    }

    private void checks() {
        long failed = checks.stream().filter(check -> !check.passes()).count();
        Outlet.Rows rows = outlet.begin(new TableHead(
                Tab.SUMMARY,
                "period-checks",
                "What ties",
                failed == 0
                        ? "All %s checks pass.".formatted(checks.size())
                        : "%s of %s checks DO NOT PASS.".formatted(failed, checks.size()),
                List.of(text("Claim"), figure("Comes to"), figure("Against"), figure("Outcome"))));
        for (Check check : checks) {
            rows.add(Row.of(
                    Cell.text(check.claim()),
                    Checks.side(check, check.found()),
                    Checks.side(check, check.against()),
                    Checks.outcome(check)));
        }
    }

    private void people() {
        Outlet.Rows rows = outlet.begin(new TableHead(
                Tab.SUMMARY,
                "period-people",
                "Who put what into the books",
                "Facts the strikes of the period took, and strikes, by who posted or asked.",
                List.of(
                        text("Who"),
                        figure("Trades"),
                        figure("Orders"),
                        figure("Cash movements"),
                        figure("Margin rates"),
                        figure("Cancellations"),
                        figure("Strikes"))));
        for (People.Counts counts : sums.people.counts()) {
            rows.add(Row.of(
                    Cell.text(counts.by()),
                    Cell.count(counts.trades()),
                    Cell.count(counts.orders()),
                    Cell.count(counts.cash()),
                    Cell.count(counts.margin()),
                    Cell.count(counts.other()),
                    Cell.count(counts.strikes())));
        }
    }
}
