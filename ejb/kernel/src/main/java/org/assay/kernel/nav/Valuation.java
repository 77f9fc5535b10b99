package org.assay.kernel.nav;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.assay.kernel.instrument.Future;
import org.assay.kernel.instrument.Instrument;
import org.assay.kernel.ledger.Account;
import org.assay.kernel.ledger.Balance;
import org.assay.kernel.ledger.BalanceKey;
import org.assay.kernel.ledger.Ledger;
import org.assay.kernel.ledger.Lot;
import org.assay.kernel.ledger.Tag;
import org.assay.kernel.money.Apportion;
import org.assay.kernel.money.Currency;
import org.assay.kernel.money.FxRate;
import org.assay.kernel.money.Money;
import org.assay.kernel.money.Price;

/**
 * Marks what is held to market, and money in other currencies to spot (J06b).
 *
 * <p>Price part = (local market value - local cost) x spot; currency part = local cost x (spot - cost rate); the two add up
 * to base market value - base cost. Market value is rounded per position and spread over its lots (rule G6).
 */
final class Valuation {
    private Valuation() {}

    static void revalue(Day day) {
        for (Day.Holding holding : day.holdings()) {
            Instrument instrument = day.instrument(holding.instrument());
            if (!(instrument instanceof Future)) {
                revalue(day, instrument, holding);
            }
        }
        revalueMoney(day);
    }

    /** The tag under which the revaluation of money in a currency is kept: cash is a position, claims stand beside it. */
    static Tag moneyTag(BalanceKey key) {
        boolean cash = isCash(key.account());
        String subject =
                cash ? key.currency().code() : "CLAIMS-" + key.currency().code();
        return new Tag(Optional.empty(), Optional.of(subject), key.tag().location());
    }

    static boolean isCash(Account account) {
        return account == Account.CASH_AT_BANK || account == Account.CASH_AT_FCM || account == Account.INITIAL_MARGIN;
    }

    private static void revalue(Day day, Instrument instrument, Day.Holding holding) {
        Price price = day.price(instrument.id());
        FxRate spot = day.spot(instrument);
        List<Lot> lots = day.lots.get(holding);
        BigDecimal exact = instrument.assetValue(day.held(holding.instrument(), holding.location()), price);
        List<BigDecimal> weights =
                lots.stream().map(lot -> lot.quantity().units()).toList();
        List<Money> local = Apportion.byWeight(day.round(exact, instrument.currency()), weights);
        boolean isForeign = !instrument.currency().equals(day.terms.base());
        List<Money> base =
                isForeign ? Apportion.byWeight(day.round(spot.exact(exact), day.terms.base()), weights) : local;
        List<Money> priceParts = priceParts(day, lots, local, spot);
        Money price0 = Money.zero(day.terms.base());
        Money currency0 = Money.zero(day.terms.base());
        for (int i = 0; i < lots.size(); i++) {
            Lot lot = lots.get(i);
            Money pricePart = priceParts.get(i);
            Money currencyPart = base.get(i).minus(lot.baseCost()).minus(pricePart);
            price0 = price0.plus(pricePart).minus(lot.pricePart());
            currency0 = currency0.plus(currencyPart).minus(lot.currencyPart());
            lots.set(i, lot.withMark(price, pricePart, currencyPart, lot.margin()));
        }
        post(day, instrument, holding, price0, currency0);
    }

    private static List<Money> priceParts(Day day, List<Lot> lots, List<Money> marketValues, FxRate spot) {
        List<BigDecimal> exact = new ArrayList<>();
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = 0; i < lots.size(); i++) {
            Money gain = marketValues.get(i).minus(lots.get(i).cost());
            exact.add(spot.exact(gain.amount()));
            sum = sum.add(exact.get(i));
        }
        return Apportion.toTheUnit(day.round(sum, day.terms.base()), exact);
    }

    private static void post(Day day, Instrument instrument, Day.Holding holding, Money price, Money currency) {
        Tag tag = Tag.of(holding.instrument(), holding.location());
        Money none = Money.zero(instrument.currency());
        Ledger.Posting entry = day.ledger.entry("mark to market", "MARK:" + instrument.id() + ":" + day.date);
        entry.at(Account.UNREALISED_PRICE, tag, Booking.local(price, none), price)
                .at(Account.CHANGE_UNREALISED_PRICE, tag, Booking.local(price.negate(), none), price.negate())
                .at(Account.UNREALISED_CURRENCY, tag, Booking.local(currency, none), currency)
                .at(Account.CHANGE_UNREALISED_CURRENCY, tag, Booking.local(currency.negate(), none), currency.negate())
                .post();
    }

    /** Money and claims in other currencies are carried at cost; the difference to spot stands on 1160. */
    private static void revalueMoney(Day day) {
        SortedMap<BalanceKey, Money> targets = new TreeMap<>();
        SortedSet<BalanceKey> all = new TreeSet<>();
        for (Balance balance : day.ledger.balances(key -> isForeign(day, key))) {
            BalanceKey key = balance.key();
            if (key.account().monetary()) {
                BalanceKey unrealised = new BalanceKey(Account.UNREALISED_CURRENCY, moneyTag(key), key.currency());
                targets.merge(unrealised, day.inBase(balance.local()).minus(balance.base()), Money::plus);
                all.add(unrealised);
            } else if (key.account() == Account.UNREALISED_CURRENCY && isMoney(day, key)) {
                all.add(key);
            }
        }
        for (BalanceKey key : all) {
            Money change = targets.getOrDefault(key, Money.zero(day.terms.base()))
                    .minus(day.ledger.balance(key).base());
            Money none = Money.zero(key.currency());
            day.ledger
                    .entry("revaluation", "REVALUE:" + key.currency() + ":" + day.date)
                    .at(Account.UNREALISED_CURRENCY, key.tag(), none, change)
                    .at(Account.CHANGE_UNREALISED_CURRENCY, key.tag(), none, change.negate())
                    .post();
        }
    }

    private static boolean isForeign(Day day, BalanceKey key) {
        Currency base = day.terms.base();
        return !key.currency().equals(base);
    }

    private static boolean isMoney(Day day, BalanceKey key) {
        return key.tag()
                .instrument()
                .filter(day.inputs.instruments()::containsKey)
                .isEmpty();
    }
}
