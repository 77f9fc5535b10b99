package org.assay.kernel.nav;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.assay.kernel.ErrorCode;
import org.assay.kernel.FundException;
import org.assay.kernel.instrument.Future;
import org.assay.kernel.ledger.Account;
import org.assay.kernel.ledger.Due;
import org.assay.kernel.ledger.Ledger;
import org.assay.kernel.ledger.Lot;
import org.assay.kernel.ledger.Tag;
import org.assay.kernel.ledger.Trade;
import org.assay.kernel.money.Apportion;
import org.assay.kernel.money.Currency;
import org.assay.kernel.money.Money;
import org.assay.kernel.money.Price;
import org.assay.kernel.money.Quantity;

/**
 * Futures. The notional never enters the books: what a contract gains is variation margin, a claim tonight and cash on the
 * next exchange day.
 *
 * <p>Margin of a day = multiplier x [open before and still open (S - S before) + bought today (S - trade) + sold today (trade
 * - S before)]. It is counted lot by lot as (price - opening price) less what was counted before, so that rounding never
 * drifts and margin is always realised plus unrealised, exactly (control C11).
 */
final class Margin {
    private Margin() {}

    /** J07, J08, J10: commission is an expense, lots of the other side are closed first in first out, the rest opens. */
    static void trade(Day day, Future future, Trade trade) {
        if (trade.tradeDate().isAfter(future.lastTrade())) {
            throw new FundException(
                    ErrorCode.TRADE_AFTER_LAST,
                    trade.stamp().id(),
                    "trade_date",
                    trade.tradeDate().toString(),
                    "up to the last trade day %s of %s".formatted(future.lastTrade(), future.id()));
        }
        Tag tag = Tag.of(future.id(), trade.location());
        Place place = day.terms.cashPlace(trade.location());
        day.ledger
                .entry("commission", trade.stamp().id())
                .add(Account.COMMISSION, tag, trade.commission())
                .add(place.cash(), Tag.at(place.id()), trade.commission().negate())
                .post();
        Day.FutureDay margin = day.futureDay(future, trade.location());
        Quantity held = day.held(future.id(), trade.location());
        Quantity open = trade.quantity();
        if (held.signum() * open.signum() < 0) {
            Quantity closing = open.abs().min(held.abs());
            Closed closed = close(
                    day,
                    future,
                    trade.location(),
                    closing,
                    trade.price(),
                    trade.stamp().id());
            margin.closedToday = margin.closedToday.plus(closed.today());
            margin.realisedToday = margin.realisedToday.plus(closed.realised());
            open = open.signum() > 0 ? open.minus(closing) : open.plus(closing);
        }
        if (!open.isZero()) {
            day.openLot(lot(day, future, trade, open));
        }
    }

    /** J09: the last lots are closed at the final price, and its margin is cash the same day. */
    static void settleFinally(Day day, Future future, String location, Price price) {
        String fact = "FINAL:" + future.id() + ":" + location;
        Closed closed =
                close(day, future, location, day.held(future.id(), location).abs(), price, fact);
        Place place = day.terms.cashPlace(location);
        day.ledger
                .entry("final settlement", fact)
                .add(place.cash(), Tag.at(place.id()), closed.today())
                .add(
                        Account.REALISED_FUTURES,
                        Tag.of(future.id(), location),
                        closed.today().negate())
                .post();
        Day.FutureDay margin = day.futureDay(future, location);
        margin.settledToday = margin.settledToday.plus(closed.today());
        margin.settledAt = Optional.of(price);
        margin.realisedToday = margin.realisedToday.plus(closed.realised());
    }

    /** Counts the day's variation margin, then brings initial margin to what is required. */
    static void settle(Day day) {
        markOpenLots(day);
        SortedMap<Call, List<Day.Holding>> calls = new TreeMap<>();
        day.futures.forEach((holding, margin) -> {
            Money unsettled = margin.closedToday.plus(margin.openToday);
            if (!unsettled.isZero() || !margin.closedToday.isZero()) {
                Future future = (Future) day.instrument(holding.instrument());
                LocalDate due = day.exchange(future).next(day.date);
                String place = day.terms.cashPlace(holding.location()).id();
                calls.computeIfAbsent(new Call(place, future.currency(), due), key -> new ArrayList<>())
                        .add(holding);
            }
        });
        calls.forEach((call, holdings) -> postCall(day, call, holdings));
        InitialMargin.require(day);
    }

    /** What closing lots brought: in all, and of that today. */
    private record Closed(Money realised, Money today) {}

    /** One payment between the fund and a broker. */
    private record Call(String place, Currency currency, LocalDate due) implements Comparable<Call> {
        @Override
        public int compareTo(Call other) {
            int byPlace = place.compareTo(other.place);
            int byCurrency = byPlace != 0 ? byPlace : currency.compareTo(other.currency);
            return byCurrency != 0 ? byCurrency : due.compareTo(other.due);
        }
    }

    /** Takes lots out; what was already counted on them moves from unrealised to realised (J08b). */
    private static Closed close(Day day, Future future, String location, Quantity quantity, Price exit, String fact) {
        Money realised = Money.zero(future.currency());
        Money counted = Money.zero(future.currency());
        Money countedBase = Money.zero(day.terms.base());
        for (Lot piece : Booking.relieve(day, fact, future, location, quantity)) {
            realised = realised.plus(
                    day.round(future.gain(piece.quantity(), exit.since(piece.price())), future.currency()));
            counted = counted.plus(piece.margin());
            countedBase = countedBase.plus(piece.pricePart());
        }
        Tag tag = Tag.of(future.id(), location);
        day.ledger
                .entry("close: unrealised to realised", fact)
                .at(Account.CHANGE_UNREALISED_FUTURES, tag, counted, countedBase)
                .at(Account.REALISED_FUTURES, tag, counted.negate(), countedBase.negate())
                .post();
        return new Closed(realised, realised.minus(counted));
    }

    private static Lot lot(Day day, Future future, Trade trade, Quantity open) {
        Money none = Money.zero(future.currency());
        Money noneInBase = Money.zero(day.terms.base());
        return new Lot(
                trade.stamp().id(),
                future.id(),
                trade.location(),
                trade.tradeDate(),
                open,
                trade.price(),
                trade.price(),
                none,
                noneInBase,
                noneInBase,
                noneInBase,
                none);
    }

    private static void markOpenLots(Day day) {
        for (Day.Holding holding : day.holdings()) {
            if (day.instrument(holding.instrument()) instanceof Future future) {
                markLots(day, future, holding);
            }
        }
    }

    private static void markLots(Day day, Future future, Day.Holding holding) {
        Price settlement = day.price(future.id());
        List<Lot> lots = day.lots.get(holding);
        List<Money> gained = lots.stream()
                .map(lot -> day.round(future.gain(lot.quantity(), settlement.since(lot.price())), future.currency())
                        .minus(lot.margin()))
                .toList();
        Money today = gained.stream().reduce(Money.zero(future.currency()), Money::plus);
        List<BigDecimal> exact = gained.stream()
                .map(money -> day.spot(future).exact(money.amount()))
                .toList();
        List<Money> gainedBase = Apportion.toTheUnit(day.inBase(today), exact);
        for (int i = 0; i < lots.size(); i++) {
            Lot lot = lots.get(i);
            lots.set(
                    i,
                    lot.withMark(
                            settlement,
                            lot.pricePart().plus(gainedBase.get(i)),
                            lot.currencyPart(),
                            lot.margin().plus(gained.get(i))));
        }
        Day.FutureDay margin = day.futureDay(future, holding.location());
        margin.openToday = margin.openToday.plus(today);
    }

    /** One claim a broker, currency and day: its net sign says whether it is a receivable or a payable (J10). */
    private static void postCall(Day day, Call call, List<Day.Holding> holdings) {
        Money net = Money.zero(call.currency());
        for (Day.Holding holding : holdings) {
            Day.FutureDay margin = day.futures.get(holding);
            net = net.plus(margin.closedToday).plus(margin.openToday);
        }
        Account claim = net.signum() < 0 ? Account.VARIATION_MARGIN_PAYABLE : Account.VARIATION_MARGIN_RECEIVABLE;
        String fact = "MARGIN:" + call.place() + ":" + day.date;
        Account cash = day.terms.place(call.place()).cash();
        Ledger.Posting entry = day.ledger.entry("variation margin", fact);
        for (Day.Holding holding : holdings) {
            Day.FutureDay margin = day.futures.get(holding);
            Tag tag = Tag.of(holding.instrument(), holding.location());
            Money amount = margin.closedToday.plus(margin.openToday);
            entry.add(Account.REALISED_FUTURES, tag, margin.closedToday.negate())
                    .add(Account.CHANGE_UNREALISED_FUTURES, tag, margin.openToday.negate())
                    .add(claim, tag, amount);
            day.dues.add(new Due(call.due(), fact, claim, tag, cash, Tag.at(call.place()), amount, Optional.empty()));
        }
        entry.post();
    }
}
