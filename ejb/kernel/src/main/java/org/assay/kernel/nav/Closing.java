package org.assay.kernel.nav;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.assay.kernel.instrument.Cash;
import org.assay.kernel.instrument.Future;
import org.assay.kernel.instrument.Instrument;
import org.assay.kernel.ledger.Account;
import org.assay.kernel.ledger.Balance;
import org.assay.kernel.ledger.BalanceKey;
import org.assay.kernel.ledger.Lot;
import org.assay.kernel.ledger.MarginRate;
import org.assay.kernel.ledger.Tag;
import org.assay.kernel.money.FxRate;
import org.assay.kernel.money.Money;
import org.assay.kernel.money.Price;
import org.assay.kernel.money.Quantity;
import org.assay.kernel.nav.NavResult.ClassNav;
import org.assay.kernel.nav.NavResult.FutureProof;
import org.assay.kernel.nav.NavResult.Position;
import org.assay.kernel.nav.NavResult.State;
import org.assay.kernel.pricing.Mark;

/** Reads the day's desk when the work is done: net assets, classes, positions, margin proofs, the books of tomorrow. */
final class Closing {
    private final Day day;
    private final Money zero;

    Closing(Day day) {
        this.day = day;
        this.zero = Money.zero(day.terms.base());
    }

    /** Assets less liabilities, from the trial balance; the classes come to the same by another way (control C03). */
    Money netAssets() {
        return day.ledger.balances(key -> key.account().isOnBalanceSheet()).stream()
                .map(Balance::base)
                .reduce(zero, Money::plus);
    }

    List<ClassNav> classes() {
        return day.classes.values().stream()
                .map(shareClass -> new ClassNav(
                        shareClass.terms.code(),
                        shareClass.netAssets(),
                        shareClass.shares,
                        Capital.perShare(shareClass),
                        shareClass.allocated,
                        shareClass.flow))
                .toList();
    }

    List<Position> positions() {
        List<Position> positions = new ArrayList<>(cash());
        for (Day.Holding holding : day.holdings()) {
            positions.add(position(holding));
        }
        positions.sort(Comparator.comparing(Position::instrument)
                .thenComparing(Position::state)
                .thenComparing(Position::location));
        return positions;
    }

    List<FutureProof> futures() {
        List<FutureProof> proofs = new ArrayList<>();
        day.futures.forEach((holding, margin) -> {
            Future future = (Future) day.instrument(holding.instrument());
            List<Lot> lots = day.holding(holding.instrument(), holding.location());
            Quantity held = day.held(holding.instrument(), holding.location());
            MarginAccount after = margin.after();
            proofs.add(new FutureProof(
                    holding.instrument(),
                    holding.location(),
                    held,
                    margin.settledAt.or(() ->
                            Optional.ofNullable(day.marks.get(future.id())).map(Mark::price)),
                    margin.margin(),
                    after.paid(),
                    after.realised(),
                    unrealised(future, lots),
                    InitialMargin.of(day, future, held)));
        });
        return proofs;
    }

    Books books() {
        YearMonth month = YearMonth.from(day.date);
        return new Books(
                Optional.of(new Books.Struck(day.date, day.inputs.valuationPoint(), day.inputs.known())),
                day.ledger.balances(),
                day.lots.values().stream().flatMap(List::stream).toList(),
                classes().stream()
                        .map(nav -> new ClassState(nav.shareClass(), nav.shares(), nav.netAssets()))
                        .toList(),
                day.orders,
                day.deals,
                day.dues,
                marks(),
                marginRates(),
                margins(),
                day.rolls.values().stream()
                        .filter(progress -> progress.month().equals(month))
                        .toList());
    }

    private Position position(Day.Holding holding) {
        Instrument instrument = day.instrument(holding.instrument());
        List<Lot> lots = day.lots.get(holding);
        Quantity held = day.held(holding.instrument(), holding.location());
        Price price = day.price(holding.instrument());
        FxRate spot = day.spot(instrument);
        return new Position(
                holding.instrument(),
                State.LIQUID,
                holding.location(),
                held,
                price,
                lots.stream().map(Lot::baseCost).reduce(zero, Money::plus),
                inBase(spot, instrument.assetValue(held, price)),
                lots.stream().map(Lot::pricePart).reduce(zero, Money::plus),
                lots.stream().map(Lot::currencyPart).reduce(zero, Money::plus),
                inBase(spot, instrument.exposure(held, price)));
    }

    /** Free balances and deposits, by currency and place. */
    private List<Position> cash() {
        SortedMap<BalanceKey, List<Balance>> byPlace = new TreeMap<>();
        for (Balance balance : day.ledger.balances(key -> Valuation.isCash(key.account()))) {
            BalanceKey key = balance.key();
            BalanceKey place =
                    new BalanceKey(key.account(), Tag.at(key.tag().location().orElseThrow()), key.currency());
            byPlace.computeIfAbsent(place, k -> new ArrayList<>()).add(balance);
        }
        List<Position> positions = new ArrayList<>();
        byPlace.forEach((key, balances) -> positions.add(cash(key, balances)));
        return positions;
    }

    private Position cash(BalanceKey key, List<Balance> balances) {
        Cash cash = new Cash(key.currency());
        Money local = Money.zero(key.currency());
        Money cost = zero;
        Money worth = zero;
        for (Balance balance : balances) {
            local = local.plus(balance.local());
            cost = cost.plus(balance.base());
            worth = worth.plus(day.inBase(balance.local()));
        }
        Quantity held = new Quantity(local.amount());
        Price par = new Price(BigDecimal.ONE, key.currency());
        return new Position(
                cash.id(),
                key.account() == Account.INITIAL_MARGIN ? State.RESTRICTED : State.LIQUID,
                key.tag().location().orElseThrow(),
                held,
                par,
                cost,
                worth,
                zero,
                worth.minus(cost),
                worth);
    }

    /** From the lots' own prices, not from what was counted day by day: the other side of control C11. */
    private Money unrealised(Future future, List<Lot> lots) {
        Money sum = Money.zero(future.currency());
        for (Lot lot : lots) {
            BigDecimal move = day.price(future.id()).since(lot.price());
            sum = sum.plus(day.round(future.gain(lot.quantity(), move), future.currency()));
        }
        return sum;
    }

    /** Of what is held or still quoted; a contract that is gone leaves nothing behind. */
    private List<Mark> marks() {
        Set<String> live = new TreeSet<>();
        day.holdings().forEach(holding -> live.add(holding.instrument()));
        day.inputs.quotes().forEach(quote -> live.add(quote.instrument()));
        return day.marks.values().stream()
                .filter(mark -> live.contains(mark.instrument()))
                .toList();
    }

    /** Rates of chains, and of contracts that still live. */
    private List<MarginRate> marginRates() {
        return day.marginRates.values().stream()
                .filter(rate -> !(day.inputs.instruments().get(rate.scope()) instanceof Future future
                        && future.lastTrade().isBefore(day.date)))
                .toList();
    }

    private List<MarginAccount> margins() {
        List<MarginAccount> accounts = new ArrayList<>();
        day.futures.forEach((holding, margin) -> {
            Future future = (Future) day.instrument(holding.instrument());
            boolean ended = future.lastTrade().isBefore(day.date);
            if (!ended || !day.held(holding.instrument(), holding.location()).isZero()) {
                accounts.add(margin.after());
            }
        });
        return accounts;
    }

    private Money inBase(FxRate spot, BigDecimal exact) {
        return day.round(spot.exact(exact), day.terms.base());
    }
}
