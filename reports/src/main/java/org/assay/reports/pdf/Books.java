package org.assay.reports.pdf;

import java.math.BigDecimal;
import java.util.SortedMap;
import java.util.TreeMap;
import org.assay.kernel.fee.Accrual;
import org.assay.kernel.ledger.Account;
import org.assay.kernel.ledger.Balance;
import org.assay.kernel.money.Currency;
import org.assay.kernel.money.Money;
import org.assay.kernel.money.Plain;
import org.assay.kernel.nav.NavResult.ClassFee;
import org.assay.reports.StruckNav;
import org.assay.reports.layout.Figures;
import org.assay.reports.layout.Section;
import org.assay.reports.layout.Table;

/** Fees with their computation, and the trial balance with the day that led to it. */
final class Books {
    private Books() {}

    static Section fees(StruckNav nav) {
        Table table = Table.of("fees", nav.fund().base());
        Money total = Money.zero(nav.fund().base());
        for (ClassFee fee : nav.result().fees()) {
            total = total.plus(fee.accrual().amount());
            fee(table, fee);
        }
        if (nav.result().fees().isEmpty()) {
            return table.line("No fee accrued.").section();
        }
        Money posted = new Journal(nav).posted(line -> line.account() == Account.MANAGEMENT_FEE);
        return table.total("Total", "", "", "", "", "", "", total)
                .check("fees less what was posted to account 5000", total.minus(posted))
                .note(
                        "Taken of opening net assets after capital, for the calendar days since the last strike, rounded once for"
                                + " each row; a month is final with its last day.")
                .section();
    }

    private static void fee(Table table, ClassFee fee) {
        Accrual accrual = fee.accrual();
        BigDecimal percent = accrual.ratePerYear().fraction().movePointRight(2);
        String yearDays = accrual.dayCount().label().replaceAll(".*/", "");
        table.row(
                fee.shareClass(),
                accrual.days().from(),
                accrual.days().to().minusDays(1),
                accrual.days().days(),
                accrual.base(),
                Figures.plain(percent),
                accrual.dayCount().label(),
                accrual.amount(),
                "%s x %s%% x %s / %s = %s"
                        .formatted(
                                Figures.inText(accrual.base()),
                                Plain.text(percent),
                                accrual.days().days(),
                                yearDays,
                                Figures.of(accrual.amount())));
    }

    static Section trialBalance(StruckNav nav) {
        Journal journal = new Journal(nav);
        Table table = Table.of("trial-balance", nav.fund().base());
        Money zero = journal.zero();
        Money opened = zero;
        Money debits = zero;
        Money credits = zero;
        Money closedDebit = zero;
        Money closedCredit = zero;
        Money off = zero;
        for (Account account : Account.values()) {
            Money opening = journal.opening(balance -> balance.key().account() == account);
            Money debit = journal.posted(
                    line -> line.account() == account && line.base().signum() > 0);
            Money credit = journal.posted(
                            line -> line.account() == account && line.base().signum() < 0)
                    .negate();
            Money closing = journal.closing(balance -> balance.key().account() == account);
            Money closingDebit = closing.signum() > 0 ? closing : zero;
            Money closingCredit = closing.signum() < 0 ? closing.negate() : zero;
            if (!opening.isZero() || !debit.isZero() || !credit.isZero() || !closing.isZero()) {
                table.row(
                        account.code(),
                        account.label(),
                        Wording.word(account.type()),
                        opening,
                        debit,
                        credit,
                        closingDebit,
                        closingCredit);
            }
            opened = opened.plus(opening);
            debits = debits.plus(debit);
            credits = credits.plus(credit);
            closedDebit = closedDebit.plus(closingDebit);
            closedCredit = closedCredit.plus(closingCredit);
            off = off.plus(opening.plus(debit).minus(credit).minus(closing).abs());
        }
        table.total("", "Total", "", opened, debits, credits, closedDebit, closedCredit)
                .check("closing debits less closing credits", closedDebit.minus(closedCredit))
                .check("debits of the day less credits of the day", debits.minus(credits))
                .check("opening + debits less credits less closing, of every account", off);
        local(nav).forEach((currency, sum) -> table.check("debits less credits of what is kept in " + currency, sum));
        return table.note("An opening balance below zero is a credit.").section();
    }

    /** Books balance in every currency by themselves. */
    private static SortedMap<Currency, Money> local(StruckNav nav) {
        SortedMap<Currency, Money> sums = new TreeMap<>();
        for (Balance balance : nav.result().closing().balances()) {
            sums.merge(balance.key().currency(), balance.local(), Money::plus);
        }
        return sums;
    }
}
