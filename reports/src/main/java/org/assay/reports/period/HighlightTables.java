package org.assay.reports.period;

import static org.assay.reports.period.Column.figure;
import static org.assay.reports.period.Column.text;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** Financial highlights by class, with how each is worked, and portfolio turnover. */
final class HighlightTables {
    private final Outlet outlet;
    private final Sums sums;
    private final Checks checks;
    private final SortedMap<String, Highlights> highlights = new TreeMap<>();
    private final List<ClassRoll> classes;

    HighlightTables(Outlet outlet, Sums sums, Checks checks) {
        this.outlet = outlet;
        this.sums = sums;
        this.checks = checks;
        classes = sums.classes.classes();
        classes.forEach(roll -> highlights.put(roll.code, Highlights.of(roll, sums.period)));
    }

    void write() {
        highlights();
        turnover();
    }

    private void highlights() {
        List<Column> columns = new ArrayList<>(List.of(text(""), text("How")));
        classes.forEach(roll -> columns.add(Column.ofClass("Class " + roll.code)));
        Outlet.Rows rows = outlet.begin(new TableHead(
                Tab.HIGHLIGHTS,
                "period-highlights",
                "Financial highlights",
                "As ASC 946-205-50 asks for them. Amounts in %s; averages by calendar days; rounded half up as printed; each worked from the printed figures above it."
                        .formatted(sums.zero.currency().code()),
                columns));
        worked(rows);
        perShare(rows);
        ratios(rows);
        List<Check> ties = new ArrayList<>();
        for (ClassRoll roll : classes) {
            if (!roll.closing.shares().isZero()) {
                ties.add(perShare(roll));
            }
            if (roll.distributed.isZero()) {
                ties.add(fromFirstToLast(roll));
            }
        }
        checks.add(Tab.HIGHLIGHTS, ties);
    }

    private Check perShare(ClassRoll roll) {
        String safe = OperationTables.safe(roll.code);
        return new Check(
                "Class %s: net assets over shares are its NAV per share".formatted(roll.code),
                new Check.Side(
                        Ratio.of(roll.closing().amount(), roll.closingShares().units(), roll.priceDecimals),
                        "ROUND(Net_%1$s/Shares_%1$s,%2$s)".formatted(safe, roll.priceDecimals)),
                new Check.Side(highlights.get(roll.code).end(), "Price_" + safe));
    }

    private Check fromFirstToLast(ClassRoll roll) {
        return new Check(
                "Class %s: the returns of its strikes lead from the first NAV per share to the last"
                        .formatted(roll.code),
                Check.Side.of(highlights.get(roll.code).totalReturn()),
                new Check.Side(
                        Ratio.percent(roll.price.since(roll.openingPrice), roll.openingPrice.perUnit()),
                        "Return_" + OperationTables.safe(roll.code)));
    }

    private void worked(Outlet.Rows rows) {
        rows.add(Row.group("What the figures are worked from"));
        List<Cell> codes = new ArrayList<>(List.of(Cell.text("Class"), Cell.NONE));
        classes.forEach(roll -> codes.add(Cell.text(roll.code)));
        rows.add(Row.of(codes).as("class"));
        line(
                rows,
                "days",
                "Days",
                each -> BigDecimal.valueOf(each.days()),
                roll -> "SUMIFS(Day_Days,Day_Class,[class])",
                "Calendar days between strikes on which the class had holders");
        line(
                rows,
                "year",
                "Scaled to",
                each -> BigDecimal.valueOf(each.scaledTo()),
                roll -> "",
                sums.period.isFullYear() ? "A whole year: its own days" : "Days of the year");
        line(
                rows,
                "assets",
                "Average net assets",
                Highlights::averageNetAssets,
                roll -> "IF([days]=0,0,SUMIFS(Day_NetAssetDays,Day_Class,[class])/[days])",
                "Net assets after capital x days, over days");
        line(
                rows,
                "shares",
                "Average shares",
                Highlights::averageShares,
                roll -> "IF([days]=0,0,SUMIFS(Day_ShareDays,Day_Class,[class])/[days])",
                "Shares outstanding x days, over days");
        line(
                rows,
                "nii",
                "Net investment income",
                each -> each.income().amount(),
                roll -> "Nii_" + OperationTables.safe(roll.code),
                "Statement of operations");
        line(
                rows,
                "expenses",
                "Expenses",
                each -> each.expenses().amount(),
                roll -> "Expenses_" + OperationTables.safe(roll.code),
                "Statement of operations");
    }

    private void perShare(Outlet.Rows rows) {
        rows.add(Row.group("Per share"));
        line(
                rows,
                "start",
                "NAV per share at the start",
                Highlights::start,
                roll -> "",
                "As struck; the initial price of a class that begins");
        line(
                rows,
                "income",
                "Net investment income",
                Highlights::incomePerShare,
                roll -> "IF([shares]=0,0,[nii]/[shares])",
                "Over average shares");
        // The four below make up the end; the gains are what is left, so they are told before and worked after it.
        rows.add(row(
                "gains",
                "Net realised and unrealised gain",
                Highlights::gains,
                roll -> "Price_%1$s-[start]-[income]-Kept_%1$s_Share+Given_%1$s_Share"
                        .formatted(OperationTables.safe(roll.code)),
                "",
                "What leads from the other lines to the end"));
        rows.add(total(
                "operations",
                "From operations",
                each -> each.incomePerShare().add(each.gains()),
                roll -> "[income]+[gains]"));
        rows.add(row(
                "kept",
                "Redemption fees kept",
                Highlights::feesKept,
                roll -> "IF([shares]=0,0,Kept_%s/[shares])".formatted(OperationTables.safe(roll.code)),
                "Kept_%s_Share",
                "Over average shares"));
        rows.add(row(
                "given",
                "Distributions",
                Highlights::distributions,
                roll -> "IF([shares]=0,0,-Distributed_%s/[shares])".formatted(OperationTables.safe(roll.code)),
                "Given_%s_Share",
                "Over average shares, taken off"));
        rows.add(row("end", "NAV per share at the end", Highlights::end, roll -> "", "Price_%s", "As struck"));
    }

    private void ratios(Outlet.Rows rows) {
        rows.add(Row.group("Return and ratios, %"));
        List<Cell> returns = new ArrayList<>(List.of(
                Cell.text("Total return"),
                Cell.text("Product of the returns of each strike, distributions reinvested; not scaled to a year")));
        for (ClassRoll roll : classes) {
            Cell.Figure figure = Cell.of(highlights.get(roll.code).totalReturn());
            returns.add((roll.distributed.isZero() ? figure.by("([end]/[start]-1)*100") : figure)
                    .named("Return_" + OperationTables.safe(roll.code)));
        }
        rows.add(Row.of(returns));
        line(
                rows,
                "expenseRatio",
                "Expenses to average net assets",
                Highlights::expenseRatio,
                roll -> "IF([assets]=0,0,100*[expenses]*[year]/([days]*[assets]))",
                "Expenses x scaled to / (days x average net assets)");
        line(
                rows,
                "incomeRatio",
                "Net investment income to average net assets",
                Highlights::incomeRatio,
                roll -> "IF([assets]=0,0,100*[nii]*[year]/([days]*[assets]))",
                "Income x scaled to / (days x average net assets)");
        rows.add(Row.group("At the end"));
        rows.add(ofRoll(
                "Net assets", roll -> Cell.of(roll.closing()).by("End_" + OperationTables.safe(roll.code)), "Net_"));
        rows.add(ofRoll("Shares", roll -> Cell.of(roll.closingShares()), "Shares_"));
    }

    private void turnover() {
        Turnover turnover = sums.turnover;
        Outlet.Rows rows = outlet.begin(new TableHead(
                Tab.HIGHLIGHTS,
                "period-highlights",
                "Portfolio turnover of the fund",
                "Tokens only: a bill is repaid within a year and a future costs nothing (Form N-1A, item 13). Not scaled to a year. Amounts in %s."
                        .formatted(sums.zero.currency().code()),
                List.of(text(""), text("How"), figure("Fund"))));
        rows.add(Row.of(
                        Cell.text("Purchases"),
                        Cell.text("At cost, as the journal has them"),
                        Cell.of(turnover.purchases()))
                .as("purchases"));
        rows.add(Row.of(Cell.text("Sales"), Cell.text("At proceeds"), Cell.of(turnover.sales()))
                .as("sales"));
        rows.add(Row.of(
                        Cell.text("Average value"),
                        Cell.text("Of the value at the start and at the last strike of each month"),
                        Cell.of(turnover.average()))
                .as("average"));
        rows.add(Row.total(
                Cell.text("Turnover, %"),
                Cell.text("The lesser of purchases and sales, over the average"),
                Cell.of(Ratio.percent(
                                turnover.purchases()
                                        .amount()
                                        .min(turnover.sales().amount()),
                                turnover.average().amount()))
                        .by("IF([average]=0,0,100*MIN([purchases],[sales])/[average])")));
    }

    private void line(
            Outlet.Rows rows,
            String id,
            String title,
            Function<Highlights, BigDecimal> figure,
            Function<ClassRoll, String> formula,
            String how) {
        rows.add(row(id, title, figure, formula, "", how));
    }

    private Row row(
            String id,
            String title,
            Function<Highlights, BigDecimal> figure,
            Function<ClassRoll, String> formula,
            String name,
            String how) {
        List<Cell> cells = new ArrayList<>(List.of(Cell.text(title), Cell.text(how)));
        for (ClassRoll roll : classes) {
            cells.add(Cell.of(figure.apply(highlights.get(roll.code)))
                    .by(formula.apply(roll))
                    .named(name.formatted(OperationTables.safe(roll.code))));
        }
        return Row.of(cells).as(id);
    }

    private Row total(
            String id, String title, Function<Highlights, BigDecimal> figure, Function<ClassRoll, String> formula) {
        return Row.total(row(id, title, figure, formula, "", "").cells()).as(id);
    }

    private Row ofRoll(String title, Function<ClassRoll, Cell.Figure> figure, String name) {
        List<Cell> cells = new ArrayList<>(List.of(Cell.text(title), Cell.NONE));
        classes.forEach(roll -> cells.add(figure.apply(roll).named(name + OperationTables.safe(roll.code))));
        return Row.of(cells);
    }
}
