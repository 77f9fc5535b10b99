package org.assay.reports.period;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.EnumMap;
import java.util.Map;
import org.assay.kernel.ledger.Account;
import org.assay.kernel.money.Money;
import org.assay.kernel.money.Price;
import org.assay.kernel.money.Quantity;
import org.assay.kernel.nav.NavResult.ClassNav;
import org.assay.kernel.nav.ShareClass;

/** A share class over a period; money in base currency, gains positive. */
final class ClassRoll {
    final String code;
    final int priceDecimals;
    final int shareDecimals;
    final Money opening;
    final Quantity openingShares;
    final Price openingPrice;
    /** What each result account brought the class: its own lines, and its part of the fund's. */
    final Map<Account, Money> result = new EnumMap<>(Account.class);
    /** What the books gave it beyond those parts: units of rounding, and what a class without holders left. */
    Money moved;

    Money issued;
    Money kept;
    Money redeemed;
    Money distributed;
    Quantity sharesIssued = Quantity.ZERO;
    Quantity sharesRedeemed = Quantity.ZERO;
    /** Net assets after capital, and shares, each times the calendar days it stood. */
    BigDecimal netAssetDays = BigDecimal.ZERO;

    BigDecimal shareDays = BigDecimal.ZERO;
    long days;
    BigDecimal growth = BigDecimal.ONE;
    Price price;
    ClassNav closing;

    ClassRoll(ShareClass terms, Money opening, Quantity shares, Price price, ClassNav closing) {
        this.code = terms.code();
        this.priceDecimals = terms.priceDecimals();
        this.shareDecimals = terms.shareDecimals();
        this.opening = opening;
        this.openingShares = shares;
        this.openingPrice = price;
        this.price = price;
        this.closing = closing;
        Money zero = Money.zero(opening.currency());
        moved = zero;
        issued = zero;
        kept = zero;
        redeemed = zero;
        distributed = zero;
    }

    void earn(Account account, Money gain) {
        result.merge(account, gain, Money::plus);
    }

    /** Of all accounts of some kind. */
    Money sum(Iterable<Account> accounts) {
        Money sum = Money.zero(opening.currency());
        for (Account account : accounts) {
            sum = sum.plus(result.getOrDefault(account, Money.zero(opening.currency())));
        }
        return sum;
    }

    /** All that the period's result brought it. */
    Money earned() {
        return sum(result.keySet()).plus(moved);
    }

    Money capital() {
        return issued.plus(kept).minus(redeemed).minus(distributed);
    }

    Money closing() {
        return opening.plus(capital()).plus(earned());
    }

    Quantity closingShares() {
        return openingShares.plus(sharesIssued).minus(sharesRedeemed);
    }

    /**
     * A day of it: what it returned, a distribution counted in.
     *
     * @param distribution of the day, in base currency
     * @param counted calendar days since the last strike; 0 before there is one
     */
    void close(ClassNav nav, Money base, Money distribution, long counted) {
        if (!nav.shares().isZero() && counted > 0) {
            BigDecimal weight = BigDecimal.valueOf(counted);
            netAssetDays = netAssetDays.add(base.amount().multiply(weight));
            shareDays = shareDays.add(nav.shares().units().multiply(weight));
            days += counted;
        }
        BigDecimal given = nav.shares().isZero()
                ? BigDecimal.ZERO
                : distribution.amount().divide(nav.shares().units(), MathContext.DECIMAL128);
        growth = growth.multiply(nav.perShare().perUnit().add(given), MathContext.DECIMAL128)
                .divide(price.perUnit(), MathContext.DECIMAL128);
        price = nav.perShare();
        closing = nav;
    }
}
