package org.assay.reports.period;

import static org.assay.reports.period.Column.figure;
import static org.assay.reports.period.Column.text;

import java.util.List;
import java.util.stream.Stream;
import org.assay.kernel.ledger.Account;
import org.assay.kernel.money.Money;
import org.assay.reports.period.AccountRoll.Movement;

/**
 * The close of a year. The daily ledger closes no year: accounts of income and expense go on from one to the next, and each
 * strike is the same on the first of January as on any day. What an auditor expects stands here: the entries that would close
 * the year to the accumulated result, and the trial balance after them.
 *
 * <pre>
 *   account at the end = of earlier years (at the start) + of this year
 *   3030 after the close = 3030 in the ledger + earlier years + this year
 * </pre>
 */
final class YearEndTables {
    private final Outlet outlet;
    private final Sums sums;
    private final Checks checks;
    private final Money zero;

    YearEndTables(Outlet outlet, Sums sums, Checks checks) {
        this.outlet = outlet;
        this.sums = sums;
        this.checks = checks;
        this.zero = sums.zero;
    }

    void write() {
        closingEntries();
        postClosing();
    }

    private void closingEntries() {
        Outlet.Rows rows = outlet.begin(new TableHead(
                Tab.YEAR_END,
                "period-closing",
                "Closing entries of the year",
                ("In %s, debits positive. The ledger keeps these accounts open from year to year and nothing here is posted; these are the"
                                + " entries that close %s to account 3030.")
                        .formatted(zero.currency().code(), sums.period.days()),
                List.of(
                        text("Account"),
                        text("Name"),
                        figure("Of earlier years"),
                        figure("Of this year"),
                        figure("In the ledger"),
                        figure("Closing debit"),
                        figure("Closing credit"))));
        Money earlier = zero;
        Money year = zero;
        for (Movement movement : results()) {
            String code = movement.account().code();
            earlier = earlier.plus(movement.opening());
            year = year.plus(movement.change());
            rows.add(Row.of(
                    Cell.text(code),
                    Cell.text(movement.account().label()),
                    Cell.of(movement.opening()).by("Opening_" + code),
                    Cell.of(movement.change()).by("E#-C#"),
                    Cell.of(movement.closing()).by("Closing_" + code),
                    Cell.of(credit(movement.change())).by("MAX(-D#,0)"),
                    Cell.of(debit(movement.change())).by("MAX(D#,0)")));
        }
        rows.add(Row.of(
                Cell.text(Account.RESULT_BROUGHT_FORWARD.code()),
                Cell.text(Account.RESULT_BROUGHT_FORWARD.label()),
                Cell.NONE,
                Cell.NONE,
                Cell.NONE,
                Cell.of(debit(year)).by("MAX(-Earned,0)"),
                Cell.of(credit(year)).by("MAX(Earned,0)")));
        Money debits =
                results().stream().map(movement -> credit(movement.change())).reduce(debit(year), Money::plus);
        Money credits =
                results().stream().map(movement -> debit(movement.change())).reduce(credit(year), Money::plus);
        Cell.Figure debit = Cell.of(debits).by("SUM(@)").named("Close_Debits");
        Cell.Figure credit = Cell.of(credits).by("SUM(@)").named("Close_Credits");
        Cell.Figure own = Cell.of(year).by("SUM(@)").named("Close_Year");
        rows.add(Row.total(
                Cell.text("Total"),
                Cell.NONE,
                Cell.of(earlier).by("SUM(@)").named("Close_Earlier"),
                own,
                Cell.of(earlier.plus(year)).by("SUM(@)"),
                debit,
                credit));
        checks.add(
                Tab.YEAR_END,
                new Check("The closing entries balance", Check.Side.of(debit), Check.Side.of(credit)),
                new Check(
                        "What they close is the change in net assets from operations",
                        new Check.Side(year.negate().amount(), "-Close_Year"),
                        new Check.Side(earned().amount(), "Earned")));
    }

    private void postClosing() {
        Outlet.Rows rows = outlet.begin(new TableHead(
                Tab.YEAR_END,
                "period-closing",
                "Trial balance after the close",
                "In %s. Account 3030 holds the result of all years up to this one."
                        .formatted(zero.currency().code()),
                List.of(
                        text("Account"),
                        text("Name"),
                        figure("In the ledger"),
                        figure("Closed, earlier years"),
                        figure("Closed, this year"),
                        figure("Debit"),
                        figure("Credit"))));
        Money debits = zero;
        Money credits = zero;
        Money capital = zero;
        for (Movement movement : kept()) {
            boolean takes = movement.account() == Account.RESULT_BROUGHT_FORWARD;
            Money earlier = takes ? sum(true) : zero;
            Money year = takes ? sum(false) : zero;
            Money after = movement.closing().plus(earlier).plus(year);
            String code = movement.account().code();
            boolean shown = !LedgerTables.names(sums, account -> account == movement.account(), "")
                    .isEmpty();
            debits = debits.plus(debit(after));
            credits = credits.plus(credit(after));
            capital = movement.account().type() == Account.Type.CAPITAL ? capital.minus(after) : capital;
            rows.add(Row.of(
                    Cell.text(code),
                    Cell.text(movement.account().label()),
                    Cell.of(movement.closing()).by(shown ? "Closing_" + code : ""),
                    Cell.of(earlier).by(takes ? "Close_Earlier" : ""),
                    Cell.of(year).by(takes ? "Close_Year" : ""),
                    named(Cell.of(debit(after)).by("MAX(C#+D#+E#,0)"), movement.account(), "Debit_"),
                    named(Cell.of(credit(after)).by("MAX(-C#-D#-E#,0)"), movement.account(), "Credit_")));
        }
        Cell.Figure debit = Cell.of(debits).by("SUM(@)").named("After_Debits");
        Cell.Figure credit = Cell.of(credits).by("SUM(@)").named("After_Credits");
        rows.add(Row.total(
                Cell.text("Total"),
                Cell.NONE,
                Cell.of(kept().stream().map(Movement::closing).reduce(zero, Money::plus))
                        .by("SUM(@)"),
                Cell.of(sum(true)).by("SUM(@)"),
                Cell.of(sum(false)).by("SUM(@)"),
                debit,
                credit));
        checks.add(
                Tab.YEAR_END,
                new Check("After the close debits are credits", Check.Side.of(debit), Check.Side.of(credit)),
                new Check(
                        "Capital and accumulated result are net assets",
                        new Check.Side(capital.amount(), capitalFormula()),
                        OperationTables.closing(sums)));
    }

    /** Accounts the close leaves standing; the one it goes to is among them, whether it was used or not. */
    private List<Movement> kept() {
        return Stream.of(Account.values())
                .filter(account -> !account.isResult())
                .map(sums.accounts::of)
                .filter(movement -> movement.account() == Account.RESULT_BROUGHT_FORWARD
                        || !movement.closing().isZero())
                .toList();
    }

    private List<Movement> results() {
        return sums.accounts.movements().stream()
                .filter(movement -> movement.account().isResult())
                .toList();
    }

    private Money sum(boolean earlier) {
        return results().stream()
                .map(movement -> earlier ? movement.opening() : movement.change())
                .reduce(zero, Money::plus);
    }

    private Money earned() {
        return sums.classes.classes().stream().map(ClassRoll::earned).reduce(zero, Money::plus);
    }

    private static Cell named(Cell.Figure cell, Account account, String name) {
        return account.type() == Account.Type.CAPITAL ? cell.named(name + account.code()) : cell;
    }

    private String capitalFormula() {
        return String.join(
                "+",
                kept().stream()
                        .map(Movement::account)
                        .filter(account -> account.type() == Account.Type.CAPITAL)
                        .map(account -> "Credit_%1$s-Debit_%1$s".formatted(account.code()))
                        .toList());
    }

    private Money debit(Money balance) {
        return balance.signum() > 0 ? balance : zero;
    }

    private Money credit(Money balance) {
        return balance.signum() < 0 ? balance.negate() : zero;
    }
}
