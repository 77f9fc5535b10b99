package org.assay.kernel.nav;

import java.math.BigDecimal;
import java.time.temporal.ChronoUnit;
import java.util.SortedMap;
import java.util.TreeMap;
import org.assay.kernel.Finding.Severity;
import org.assay.kernel.ledger.Account;
import org.assay.kernel.ledger.Balance;
import org.assay.kernel.money.Currency;
import org.assay.kernel.nav.NavResult.Position;
import org.assay.kernel.pricing.PricePolicy.Missing;
import org.assay.kernel.pricing.RatePolicy;

/** The exchange rates' part of C36 and C21: what is in another currency is worth a rate of the day, or one not too old. */
final class RateControls {
    private RateControls() {}

    /** C36: carried and reported, unless the fund's policy says to hold. */
    static void ofTheDay(NavInputs inputs, NavResult result, Tally tally) {
        boolean hold = inputs.terms()
                .rates()
                .filter(policy -> policy.missing() == Missing.HOLD)
                .isPresent();
        SortedMap<Currency, BigDecimal> used = exposures(inputs, result);
        inputs.rates().forEach((currency, spot) -> {
            if (used.containsKey(currency)) {
                tally.tested();
                if (spot.date().isBefore(result.date())) {
                    tally.note(
                            hold ? Severity.BLOCK : Severity.REVIEW,
                            currency.code(),
                            BigDecimal.ZERO,
                            BigDecimal.ONE,
                            "no rate of the day in market/fx.csv: the one of %s is used".formatted(spot.date()));
                }
            }
        });
    }

    /** C21: where the fund has a policy, a rate beyond its age is stale; held by weight x age as a price is. */
    static void stale(NavInputs inputs, NavResult result, Tally tally) {
        if (inputs.terms().rates().isEmpty()) {
            return;
        }
        RatePolicy policy = inputs.terms().rates().get();
        exposures(inputs, result).forEach((currency, exposure) -> {
            if (inputs.rates().containsKey(currency)) {
                tally.tested();
                long age = ChronoUnit.DAYS.between(inputs.rates().get(currency).date(), result.date());
                if (age > policy.staleAfterDays()) {
                    tally.note(
                            PriceControls.staleness(inputs, result, exposure, age),
                            currency.code(),
                            BigDecimal.valueOf(age),
                            BigDecimal.valueOf(policy.staleAfterDays()),
                            "the rate is old: last seen %s; days %s"
                                    .formatted(inputs.rates().get(currency).date(), age));
                }
            }
        });
    }

    /** What hangs on each currency's rate, in base currency and without signs: what is held, and claims and debts. */
    private static SortedMap<Currency, BigDecimal> exposures(NavInputs inputs, NavResult result) {
        SortedMap<Currency, BigDecimal> exposures = new TreeMap<>();
        for (Position position : result.positions()) {
            exposures.merge(
                    position.price().currency(), position.notional().amount().abs(), BigDecimal::add);
        }
        for (Balance balance : result.closing().balances()) {
            Account account = balance.key().account();
            if (account.monetary()) {
                boolean isPosition = Valuation.isCash(account);
                exposures.merge(
                        balance.key().currency(),
                        isPosition
                                ? BigDecimal.ZERO
                                : balance.local()
                                        .amount()
                                        .abs()
                                        .multiply(PositionControls.rate(
                                                inputs, balance.key().currency())),
                        BigDecimal::add);
            }
        }
        return exposures;
    }
}
