package org.assay.kernel.nav;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.assay.kernel.Finding.Severity;
import org.assay.kernel.instrument.Bill;
import org.assay.kernel.instrument.Future;
import org.assay.kernel.ledger.Account;
import org.assay.kernel.ledger.Balance;
import org.assay.kernel.ledger.BalanceKey;
import org.assay.kernel.ledger.Ledger;
import org.assay.kernel.ledger.Lot;
import org.assay.kernel.ledger.MarginRate;
import org.assay.kernel.ledger.Tag;
import org.assay.kernel.money.Apportion;
import org.assay.kernel.money.Currency;
import org.assay.kernel.money.Money;
import org.assay.kernel.money.Quantity;

/**
 * Initial margin: lots x the broker's dated rate, deposited out of the free balance. An asset becomes a restricted asset: no
 * effect on NAV (J07b, J08c, J11). Bills kept at the broker count first, at market value less the broker's haircut, and they
 * stay an investment.
 */
final class InitialMargin {
    private InitialMargin() {}

    static void require(Day day) {
        SortedMap<BalanceKey, Money> required = new TreeMap<>();
        deposits(day)
                .forEach(deposit ->
                        required.put(deposit.key(), Money.zero(deposit.key().currency())));
        for (Day.Holding holding : day.holdings()) {
            if (day.instrument(holding.instrument()) instanceof Future future) {
                required.put(
                        key(future, holding.location()), of(day, future, day.held(future.id(), holding.location())));
            }
        }
        SortedMap<BalanceKey, List<BalanceKey>> byBroker = new TreeMap<>();
        required.keySet()
                .forEach(key -> byBroker.computeIfAbsent(broker(day, key), broker -> new ArrayList<>())
                        .add(key));
        byBroker.forEach((broker, keys) -> deposit(day, broker, keys, required));
    }

    /** What the broker asks for a position; nothing where no rate is known, which is reported. */
    static Money of(Day day, Future future, Quantity lots) {
        return rate(day.marginRates, future)
                .map(rate ->
                        day.round(rate.perLot().amount().multiply(lots.abs().units()), future.currency()))
                .orElse(Money.zero(future.currency()));
    }

    private static Optional<MarginRate> rate(Map<String, MarginRate> rates, Future future) {
        return Optional.ofNullable(rates.getOrDefault(future.id(), rates.get(future.root())));
    }

    private static void deposit(Day day, BalanceKey broker, List<BalanceKey> keys, Map<BalanceKey, Money> required) {
        Money whole = keys.stream().map(required::get).reduce(Money.zero(broker.currency()), Money::plus);
        Money collateral = collateral(day, broker);
        Money inCash = collateral.amount().compareTo(whole.amount()) >= 0
                ? Money.zero(broker.currency())
                : whole.minus(collateral);
        List<BigDecimal> weights =
                keys.stream().map(key -> required.get(key).amount()).toList();
        List<Money> targets = Apportion.byWeight(inCash, weights);
        for (int i = 0; i < keys.size(); i++) {
            BalanceKey key = keys.get(i);
            Money change = targets.get(i).minus(day.ledger.balance(key).local());
            Ledger.Posting entry = day.ledger.entry(
                    "initial margin", "INITIAL:" + key.tag().instrument().orElseThrow() + ":" + day.date);
            if (change.signum() > 0) {
                entry.move(broker.account(), broker.tag(), Account.INITIAL_MARGIN, key.tag(), change);
            } else {
                entry.move(Account.INITIAL_MARGIN, key.tag(), broker.account(), broker.tag(), change.negate());
            }
            entry.post();
        }
        reportMissingRates(day, keys);
    }

    private static Money collateral(Day day, BalanceKey broker) {
        Place place = day.terms.place(broker.tag().location().orElseThrow());
        BigDecimal counted = BigDecimal.ZERO;
        if (place.billHaircut().isPresent()) {
            BigDecimal share = BigDecimal.ONE.subtract(place.billHaircut().get().fraction());
            for (Day.Holding holding : day.holdings()) {
                if (day.instrument(holding.instrument()) instanceof Bill bill
                        && bill.currency().equals(broker.currency())
                        && holding.location().equals(place.id())) {
                    Quantity face =
                            day.lots.get(holding).stream().map(Lot::quantity).reduce(Quantity.ZERO, Quantity::plus);
                    counted = counted.add(day.price(bill.id()).times(face).multiply(share));
                }
            }
        }
        return day.round(counted, broker.currency());
    }

    private static void reportMissingRates(Day day, List<BalanceKey> keys) {
        for (BalanceKey key : keys) {
            String id = key.tag().instrument().orElseThrow();
            Quantity lots = day.held(id, key.tag().location().orElseThrow());
            if (!lots.isZero()
                    && rate(day.marginRates, (Future) day.instrument(id)).isEmpty()) {
                day.find(
                        "C13",
                        Severity.REVIEW,
                        id,
                        BigDecimal.ZERO,
                        lots.abs().units(),
                        "no initial margin rate is known for %s lots; add it to facts/margin.csv".formatted(lots));
            }
        }
    }

    private static List<Balance> deposits(Day day) {
        return day.ledger.balances(key -> key.account() == Account.INITIAL_MARGIN);
    }

    private static BalanceKey key(Future future, String location) {
        return new BalanceKey(Account.INITIAL_MARGIN, Tag.of(future.id(), location), future.currency());
    }

    private static BalanceKey broker(Day day, BalanceKey deposit) {
        Place place = day.terms.cashPlace(deposit.tag().location().orElseThrow());
        Currency currency = deposit.currency();
        return new BalanceKey(place.cash(), Tag.at(place.id()), currency);
    }
}
