package org.assay.reports.period;

import static org.assay.reports.period.Column.figure;
import static org.assay.reports.period.Column.text;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.assay.kernel.ledger.Account;
import org.assay.kernel.money.Money;
import org.assay.kernel.money.Quantity;
import org.assay.reports.period.AccountRoll.Movement;

/** The statement of operations, of changes in net assets, and of shares, for the fund and each class. */
final class OperationTables {
    private final Outlet outlet;
    private final Sums sums;
    private final Checks checks;
    private final List<ClassRoll> classes;

    OperationTables(Outlet outlet, Sums sums, Checks checks) {
        this.outlet = outlet;
        this.sums = sums;
        this.checks = checks;
        this.classes = sums.classes.classes();
    }

    void write() {
        operations();
        changes();
        shares();
    }

    /** What the result of a period is made of. */
    enum Part {
        INCOME,
        EXPENSES,
        REALISED,
        UNREALISED;

        static Part of(Account account) {
            if (account.type() == Account.Type.EXPENSE) {
                return EXPENSES;
            }
            return account.compareTo(Account.CHANGE_UNREALISED_PRICE) < 0
                    ? REALISED
                    : account.compareTo(Account.STAKING_INCOME) < 0 ? UNREALISED : INCOME;
        }
    }

    private void operations() {
        List<Column> columns = new ArrayList<>(List.of(text("Account"), text(""), figure("Fund")));
        classes.forEach(roll -> columns.add(Column.ofClass("Class " + roll.code)));
        Outlet.Rows rows = outlet.begin(new TableHead(
                Tab.OPERATIONS,
                "period-operations",
                "Statement of operations",
                ("In %s. The books give a class its part of the fund's result as one sum a day, by net assets after capital; here each"
                                + " account is divided by the same weights.")
                        .formatted(sums.zero.currency().code()),
                columns));
        rows.add(Row.group("Investment income"));
        part(rows, Part.INCOME, "Income", "income");
        rows.add(Row.group("Expenses"));
        part(rows, Part.EXPENSES, "Expenses", "expenses");
        rows.add(line("Net investment income", "nii", "[income]-[expenses]", "Nii", this::investmentIncome));
        rows.add(Row.group("Realised gains and losses"));
        part(rows, Part.REALISED, "Realised gain", "realised");
        rows.add(Row.group("Change in unrealised appreciation"));
        part(rows, Part.UNREALISED, "Change in unrealised appreciation", "unrealised");
        rows.add(line(
                "Net realised and unrealised gain",
                "gains",
                "[realised]+[unrealised]",
                "Gains",
                roll -> part(roll, Part.REALISED).plus(part(roll, Part.UNREALISED))));
        List<Cell> moved = cells("", "Units of rounding, and what a class without holders left", sums.zero, "");
        classes.forEach(roll -> moved.add(Cell.of(roll.moved).named("Moved_" + safe(roll.code))));
        rows.add(Row.of(moved).as("moved"));
        rows.add(line(
                "Change in net assets from operations",
                "earned",
                "[nii]+[gains]+[moved]",
                "Earned",
                ClassRoll::earned));
        Money fund = classes.stream().map(ClassRoll::earned).reduce(sums.zero, Money::plus);
        checks.add(
                Tab.OPERATIONS,
                new Check(
                        "Classes add up to the fund",
                        new Check.Side(fund.amount(), overClasses("Earned_")),
                        new Check.Side(result().amount(), "Earned")));
    }

    private void part(Outlet.Rows rows, Part part, String title, String id) {
        for (Movement movement : sums.accounts.movements()) {
            Account account = movement.account();
            if (account.isResult() && Part.of(account) == part && !isQuiet(movement)) {
                boolean expense = part == Part.EXPENSES;
                String change = expense ? "Closing_%1$s-Opening_%1$s" : "Opening_%1$s-Closing_%1$s";
                Money gained = movement.change().negate();
                List<Cell> cells = cells(account.code(), account.label(), expense ? gained.negate() : gained, "");
                cells.set(2, ((Cell.Figure) cells.get(2)).by(change.formatted(account.code())));
                for (ClassRoll roll : classes) {
                    Money earned = roll.sum(List.of(account));
                    cells.add(Cell.of(expense ? earned.negate() : earned));
                }
                rows.add(Row.of(cells));
            }
        }
        Function<ClassRoll, Money> figure =
                part == Part.EXPENSES ? roll -> part(roll, part).negate() : roll -> part(roll, part);
        rows.add(line(title, id, "SUM(@)", part == Part.EXPENSES ? "Expenses" : "", figure)
                .as(id));
    }

    private static boolean isQuiet(Movement movement) {
        return movement.debits().isZero() && movement.credits().isZero();
    }

    /** A total of the fund and each class; the fund's is that of its classes. */
    private Row line(String title, String id, String formula, String name, Function<ClassRoll, Money> figure) {
        Money fund = classes.stream().map(figure).reduce(sums.zero, Money::plus);
        List<Cell> cells = cells("", title, fund, name);
        cells.set(2, ((Cell.Figure) cells.get(2)).by(formula));
        for (ClassRoll roll : classes) {
            Cell.Figure cell = Cell.of(figure.apply(roll)).by(formula);
            cells.add(name.isEmpty() ? cell : cell.named(name + "_" + safe(roll.code)));
        }
        return Row.total(cells).as(id);
    }

    private static List<Cell> cells(String account, String title, Money fund, String name) {
        return new ArrayList<>(
                List.of(Cell.text(account), Cell.text(title), Cell.of(fund).named(name)));
    }

    private void changes() {
        List<Column> columns = new ArrayList<>(List.of(text(""), text(""), figure("Fund")));
        classes.forEach(roll -> columns.add(Column.ofClass("Class " + roll.code)));
        Outlet.Rows rows = outlet.begin(new TableHead(
                Tab.OPERATIONS,
                "period-operations",
                "Statement of changes in net assets",
                "In %s.".formatted(sums.zero.currency().code()),
                columns));
        rows.add(change("Net assets at the start", "Start", "", roll -> roll.opening));
        rows.add(change("Net investment income", "", "Nii", this::investmentIncome));
        rows.add(change(
                "Net realised and unrealised gain",
                "",
                "Gains",
                roll -> part(roll, Part.REALISED).plus(part(roll, Part.UNREALISED))));
        rows.add(change("Units of rounding, and what a class without holders left", "", "Moved", roll -> roll.moved));
        rows.add(change("Shares issued", "", "", roll -> roll.issued));
        rows.add(change("Redemption fees kept", "Kept", "", roll -> roll.kept));
        rows.add(change("Shares redeemed", "", "", roll -> roll.redeemed.negate()));
        rows.add(change("Distributions", "Distributed", "", roll -> roll.distributed.negate()));
        rows.add(line("Net assets at the end", "end", "SUM(@)", "End", ClassRoll::closing));
        Money struck = sums.nav.result().netAssets();
        Money opening = sums.accounts.movements().stream()
                .filter(movement -> movement.account().isOnBalanceSheet())
                .map(Movement::opening)
                .reduce(sums.zero, Money::plus);
        Money start = classes.stream().map(roll -> roll.opening).reduce(sums.zero, Money::plus);
        List<Check> ties = new ArrayList<>(List.of(
                new Check(
                        "Net assets at the start are assets less liabilities",
                        new Check.Side(start.amount(), "Start"),
                        new Check.Side(
                                opening.amount(), LedgerTables.names(sums, Account::isOnBalanceSheet, "Opening_"))),
                new Check(
                        "Net assets at the end are assets less liabilities",
                        closing(sums),
                        LedgerTables.closing(sums, Account::isOnBalanceSheet)),
                new Check("Net assets at the end are the struck ones", closing(sums), Check.Side.of(struck.amount()))));
        for (ClassRoll roll : classes) {
            ties.add(new Check(
                    "Class %s rolls to its struck net assets".formatted(roll.code),
                    new Check.Side(roll.closing().amount(), "End_" + safe(roll.code)),
                    Check.Side.of(roll.closing.netAssets().amount())));
        }
        checks.add(Tab.OPERATIONS, ties);
    }

    private Row change(String title, String name, String from, Function<ClassRoll, Money> figure) {
        Money fund = classes.stream().map(figure).reduce(sums.zero, Money::plus);
        List<Cell> cells = new ArrayList<>(List.of(Cell.NONE, Cell.text(title)));
        boolean moved = from.equals("Moved");
        cells.add(Cell.of(fund).named(name).by(moved ? "" : from));
        for (ClassRoll roll : classes) {
            String suffix = "_" + safe(roll.code);
            cells.add(Cell.of(figure.apply(roll))
                    .named(name.isEmpty() ? "" : name + suffix)
                    .by(from.isEmpty() ? "" : from + suffix));
        }
        return Row.of(cells);
    }

    private void shares() {
        Outlet.Rows rows = outlet.begin(new TableHead(
                Tab.OPERATIONS,
                "period-shares",
                "Shares",
                "An order is dealt at the NAV per share of its day and enters the books at the next open.",
                List.of(
                        text("Class"),
                        figure("At the start"),
                        figure("Issued"),
                        figure("Redeemed"),
                        figure("At the end"),
                        figure("As struck"),
                        figure("Difference"))));
        BigDecimal off = BigDecimal.ZERO;
        for (ClassRoll roll : classes) {
            Quantity difference = roll.closingShares().minus(roll.closing.shares());
            off = off.add(difference.abs().units());
            rows.add(Row.of(
                    Cell.text(roll.code),
                    Cell.of(roll.openingShares),
                    Cell.of(roll.sharesIssued),
                    Cell.of(roll.sharesRedeemed),
                    Cell.of(roll.closingShares()).by("B#+C#-D#"),
                    Cell.of(roll.closing.shares()),
                    Cell.of(difference).by("E#-F#")));
        }
        Cell.Figure total = Cell.sizes(off).named("Shares_Off");
        rows.add(Row.total("Total", 5, total));
        checks.add(Tab.OPERATIONS, Check.isNothing("Shares roll to the struck ones", total));
    }

    /** Net assets at the end, as the statement comes to them. */
    static Check.Side closing(Sums sums) {
        Money end = sums.classes.classes().stream().map(ClassRoll::closing).reduce(sums.zero, Money::plus);
        return new Check.Side(end.amount(), "End");
    }

    static Money part(ClassRoll roll, Part part) {
        return roll.sum(roll.result.keySet().stream()
                .filter(account -> Part.of(account) == part)
                .toList());
    }

    private Money investmentIncome(ClassRoll roll) {
        return part(roll, Part.INCOME).plus(part(roll, Part.EXPENSES));
    }

    /** Income less expenses of the fund, from the accounts. */
    private Money result() {
        return sums.accounts.movements().stream()
                .filter(movement -> movement.account().isResult())
                .map(Movement::change)
                .reduce(sums.zero, Money::minus);
    }

    private String overClasses(String name) {
        return String.join(
                "+", classes.stream().map(roll -> name + safe(roll.code)).toList());
    }

    /** As a part of a name in a workbook. */
    static String safe(String code) {
        return code.replaceAll("[^A-Za-z0-9]", "_");
    }
}
