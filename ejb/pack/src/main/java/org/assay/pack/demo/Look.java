package org.assay.pack.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import org.assay.kernel.instrument.Instrument;
import org.assay.kernel.ledger.Account;
import org.assay.kernel.ledger.Balance;
import org.assay.kernel.ledger.BalanceKey;
import org.assay.kernel.ledger.CapitalOrder.Side;
import org.assay.kernel.ledger.Tag;
import org.assay.kernel.money.Currency;
import org.assay.kernel.money.Money;
import org.assay.kernel.nav.Books;

/**
 * What those who act for a fund have before them on a day.
 *
 * @param opensMonth whether it is the first look of its month
 * @param books of the last strike before the day
 * @param monthEnd those of the last strike of the month before
 */
record Look(LocalDate day, boolean opensMonth, Books books, Books monthEnd) {
    private static final BigDecimal HUNDRED = new BigDecimal("100");

    /** Nothing was bought yet. */
    boolean isFirst() {
        return books.lots().isEmpty();
    }

    /** Of all classes, with what was dealt yesterday and enters today. */
    BigDecimal netAssets() {
        BigDecimal struck = books.classes().stream()
                .map(state -> state.netAssets().amount())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return books.deals().stream()
                .map(deal -> deal.order().side() == Side.SUBSCRIPTION
                        ? deal.amount().amount()
                        : deal.amount().amount().negate())
                .reduce(struck, BigDecimal::add);
    }

    /** A part of net assets. */
    BigDecimal percent(int percent) {
        return netAssets().multiply(BigDecimal.valueOf(percent)).divide(HUNDRED, 2, RoundingMode.DOWN);
    }

    /** Whether an amount, of either sign, is at least so much of net assets. */
    boolean isAtLeast(int percent, BigDecimal amount) {
        return amount.abs().compareTo(percent(percent)) >= 0;
    }

    /** Held at one place. */
    BigDecimal units(Instrument instrument, String place) {
        return books.lots().stream()
                .filter(lot -> lot.instrument().equals(instrument.id())
                        && lot.location().equals(place))
                .map(lot -> lot.quantity().units())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** What an account of a place stands at. */
    Money at(Account account, String place, Currency currency) {
        return balance(books, new BalanceKey(account, Tag.at(place), currency));
    }

    /** In the key's currency, a debit positive; nothing where there is none. */
    static Money balance(Books books, BalanceKey key) {
        return books.balances().stream()
                .filter(balance -> balance.key().equals(key))
                .map(Balance::local)
                .findFirst()
                .orElse(Money.zero(key.currency()));
    }
}
