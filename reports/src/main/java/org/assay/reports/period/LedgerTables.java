package org.assay.reports.period;

import static org.assay.reports.period.Column.figure;
import static org.assay.reports.period.Column.text;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.assay.kernel.ledger.Account;
import org.assay.kernel.money.Money;
import org.assay.reports.period.AccountRoll.Movement;

/** The trial balance, and the journal by kind of entry. */
final class LedgerTables {
    private LedgerTables() {}

    static void write(Outlet outlet, Sums sums, Checks checks) {
        trialBalance(outlet, sums, checks);
        kinds(outlet, sums, checks);
    }

    private static void trialBalance(Outlet outlet, Sums sums, Checks checks) {
        String base = sums.zero.currency().code();
        Outlet.Rows rows = outlet.begin(new TableHead(
                Tab.TRIAL_BALANCE,
                "period-balance",
                "Trial balance",
                ("Balances in %s, debits positive. Accounts of income and expense stay open from one year to the next; the"
                                + " report of a year closes them.")
                        .formatted(base),
                List.of(
                        text("Account"),
                        text("Name"),
                        text("Side"),
                        figure("Opening"),
                        figure("Debits"),
                        figure("Credits"),
                        figure("Closing"),
                        figure("As the books hold it"),
                        figure("Difference"))));
        Money opening = sums.zero;
        Money debits = sums.zero;
        Money credits = sums.zero;
        Money closing = sums.zero;
        Money kept = sums.zero;
        Money off = sums.zero;
        for (Movement movement : sums.accounts.movements()) {
            String code = movement.account().code();
            Money difference = movement.closing().minus(movement.kept());
            opening = opening.plus(movement.opening());
            debits = debits.plus(movement.debits());
            credits = credits.plus(movement.credits());
            closing = closing.plus(movement.closing());
            kept = kept.plus(movement.kept());
            off = off.plus(difference.abs());
            rows.add(Row.of(
                    Cell.text(code),
                    Cell.text(movement.account().label()),
                    Cell.text(word(movement.account().type())),
                    Cell.of(movement.opening()).named("Opening_" + code),
                    Cell.of(movement.debits()).by(outlet.sumWhere("Ledger_Debit", "Ledger_Account", "A#")),
                    Cell.of(movement.credits()).by(outlet.sumWhere("Ledger_Credit", "Ledger_Account", "A#")),
                    Cell.of(movement.closing()).by("D#+E#-F#").named("Closing_" + code),
                    Cell.of(movement.kept()),
                    Cell.of(difference).by("G#-H#")));
        }
        Cell.Figure total = Cell.of(closing).by("SUM(@)").named("Closing_All");
        Cell.Figure differences = Cell.sizes(off.amount()).named("Closing_Off");
        Cell.Figure debit = Cell.of(debits).by("SUM(@)").named("Balance_Debits");
        Cell.Figure credit = Cell.of(credits).by("SUM(@)").named("Balance_Credits");
        rows.add(Row.total(
                "Total",
                2,
                Cell.of(opening).by("SUM(@)"),
                debit,
                credit,
                total,
                Cell.of(kept).by("SUM(@)"),
                differences));
        checks.add(
                Tab.TRIAL_BALANCE,
                new Check("The trial balance is zero", Check.Side.of(total), Check.Side.of(sums.zero.amount())),
                new Check("Debits of the period are its credits", Check.Side.of(debit), Check.Side.of(credit)),
                new Check(
                        "Every closing balance is the one the books hold",
                        Check.Side.of(differences),
                        Check.Side.of(sums.zero.amount())));
    }

    private static void kinds(Outlet outlet, Sums sums, Checks checks) {
        Outlet.Rows rows = outlet.begin(new TableHead(
                Tab.TRIAL_BALANCE,
                "period-kinds",
                "The journal by kind of entry and account",
                "Every line of the period, in %s."
                        .formatted(sums.zero.currency().code()),
                List.of(
                        text("Account"),
                        text("Name"),
                        text("Kind of entry"),
                        figure("Lines"),
                        figure("Debits"),
                        figure("Credits"))));
        Money debits = sums.zero;
        Money credits = sums.zero;
        for (AccountRoll.Kind kind : sums.accounts.kinds()) {
            debits = debits.plus(kind.debits());
            credits = credits.plus(kind.credits());
            rows.add(Row.of(
                    Cell.text(kind.account().code()),
                    Cell.text(kind.account().label()),
                    Cell.text(kind.kind()),
                    Cell.count(kind.lines()),
                    Cell.of(kind.debits()),
                    Cell.of(kind.credits())));
        }
        Cell.Figure debit = Cell.of(debits).by("SUM(@)").named("Kinds_Debits");
        rows.add(Row.total(
                "Total",
                2,
                Cell.count(sums.accounts.lines()).by("SUM(@)"),
                debit,
                Cell.of(credits).by("SUM(@)")));
        checks.add(
                Tab.TRIAL_BALANCE,
                new Check("The journal by kind adds up to the trial balance", Check.Side.of(debit), debits(sums)));
    }

    /** All debits of the period, as the trial balance adds them up. */
    static Check.Side debits(Sums sums) {
        Money debits = sums.accounts.movements().stream().map(Movement::debits).reduce(sums.zero, Money::plus);
        return new Check.Side(debits.amount(), "Balance_Debits");
    }

    /** What an account of the result gained in the period: its change, credits positive. */
    static Check.Side gain(Sums sums, Account account) {
        return new Check.Side(gained(sums, account).amount(), gainFormula(sums, account));
    }

    static Money gained(Sums sums, Account account) {
        return sums.accounts.of(account).change().negate();
    }

    /** Empty for an account that the trial balance does not show. */
    static String gainFormula(Sums sums, Account account) {
        boolean shown = sums.accounts.movements().stream().anyMatch(movement -> movement.account() == account);
        return shown ? "Opening_%1$s-Closing_%1$s".formatted(account.code()) : "";
    }

    /** What accounts of some kind hold at the end. */
    static Check.Side closing(Sums sums, Predicate<Account> which) {
        Money closing = sums.accounts.movements().stream()
                .filter(movement -> which.test(movement.account()))
                .map(Movement::closing)
                .reduce(sums.zero, Money::plus);
        return new Check.Side(closing.amount(), names(sums, which, "Closing_"));
    }

    /** The sum of their cells on the trial balance; empty when it shows none. */
    static String names(Sums sums, Predicate<Account> which, String name) {
        return String.join(
                "+",
                sums.accounts.movements().stream()
                        .map(Movement::account)
                        .filter(which)
                        .map(account -> name + account.code())
                        .toList());
    }

    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
