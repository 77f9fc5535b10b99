package org.assay.reports.workbook;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.assay.kernel.instrument.Future;
import org.assay.kernel.instrument.Instrument;
import org.assay.kernel.instrument.Token;
import org.assay.kernel.ledger.Account;
import org.assay.kernel.ledger.Lot;
import org.assay.kernel.ledger.LotMovement;
import org.assay.kernel.ledger.Trade;
import org.assay.kernel.money.Money;
import org.assay.kernel.money.Price;
import org.assay.kernel.nav.NavInputs;
import org.assay.kernel.nav.NavResult;
import org.assay.reports.workbook.LotRow.Fate;

/**
 * Which lots a day ended with and which it closed, from the opening books and what happened to lots: the margin counted
 * before the day is what the opening lot carried, less what went with the pieces taken from it.
 *
 * <p>Lots may be many. They are walked, as often as somebody asks, and never held: only those that lost a piece on the day
 * are looked up, all others are met by walking the opening and the closing books side by side, which are in one order.
 */
final class LotHistory {
    private final NavInputs inputs;
    private final NavResult result;
    private final RoundingMode mode;
    private final Map<String, Trade> trades = new HashMap<>();
    private final Map<Key, Price> settlements = new HashMap<>();

    /** A lot at a place, or a contract at one. */
    private record Key(String id, String place) {}

    LotHistory(NavInputs inputs, NavResult result) {
        this.inputs = inputs;
        this.result = result;
        this.mode = inputs.terms().rounding();
        inputs.facts().stream()
                .filter(Trade.class::isInstance)
                .map(Trade.class::cast)
                .forEach(trade -> trades.put(trade.stamp().id(), trade));
        result.futures()
                .forEach(proof -> proof.settlement()
                        .ifPresent(price -> settlements.put(new Key(proof.instrument(), proof.location()), price)));
    }

    /** Of futures: first the pieces closed on the day, then what is open. */
    void futures(Consumer<LotRow> each) {
        Map<Key, Lot> touched = touched();
        result.movements().stream().filter(this::isClosing).forEach(movement -> each.accept(closed(movement, touched)));
        List<Lot> before = inputs.opening().lots();
        int at = 0;
        for (Lot lot : result.closing().lots()) {
            if (isFuture(lot.instrument())) {
                while (at < before.size() && Lot.FIFO.compare(before.get(at), lot) < 0) {
                    at++;
                }
                boolean isOld = at < before.size() && Lot.FIFO.compare(before.get(at), lot) == 0;
                Lot carried = touched.getOrDefault(key(lot), isOld ? before.get(at) : opened(lot));
                Price settlement = settlements.get(new Key(lot.instrument(), lot.location()));
                each.accept(future(lot, Fate.OPEN, settlement, carried.margin()));
            }
        }
    }

    /** Of everything else: what is open. */
    void others(Consumer<LotRow> each) {
        for (Lot lot : result.closing().lots()) {
            if (!isFuture(lot.instrument())) {
                each.accept(row(lot, Fate.OPEN, Optional.empty(), BigDecimal.ZERO, lot.margin()));
            }
        }
    }

    /** The lots a piece was taken from on the day, as they were before: carried from the day before, or opened today. */
    private Map<Key, Lot> touched() {
        Set<Key> keys = new HashSet<>();
        result.movements().stream().filter(this::isClosing).forEach(movement -> keys.add(key(movement)));
        Map<Key, Lot> lots = new HashMap<>();
        if (!keys.isEmpty()) {
            result.movements().stream()
                    .filter(movement -> isOpening(movement) && keys.contains(key(movement)))
                    .forEach(movement -> lots.put(key(movement), opened(movement)));
            inputs.opening().lots().stream()
                    .filter(lot -> keys.contains(key(lot)))
                    .forEach(lot -> lots.put(key(lot), lot));
        }
        return lots;
    }

    private LotRow closed(LotMovement movement, Map<Key, Lot> touched) {
        Lot lot = touched.get(key(movement));
        Lot piece = lot.piece(movement.quantity().negate(), mode);
        touched.put(key(movement), lot.without(piece));
        Fate fate = movement.fact().startsWith("FINAL:") ? Fate.FINAL : Fate.CLOSED;
        return future(piece, fate, tradedAt(movement), piece.margin());
    }

    private LotRow future(Lot lot, Fate fate, Price at, Money counted) {
        Future future = (Future) inputs.instruments().get(lot.instrument());
        BigDecimal gain = future.gain(lot.quantity(), at.since(lot.price()))
                .setScale(future.currency().decimals(), RoundingMode.HALF_UP);
        Optional<BigDecimal> exit = fate == Fate.OPEN ? Optional.empty() : Optional.of(at.perUnit());
        return row(lot, fate, exit, gain, counted);
    }

    private LotRow row(Lot lot, Fate fate, Optional<BigDecimal> exit, BigDecimal gain, Money counted) {
        return new LotRow(
                lot.id(),
                fate,
                lot.instrument(),
                lot.location(),
                lot.opened(),
                lot.quantity().units(),
                lot.price().perUnit(),
                exit,
                lot.cost().amount(),
                lot.baseCost().amount(),
                account(lot.instrument()),
                gain,
                counted.amount());
    }

    private Lot opened(LotMovement movement) {
        Money none = Money.zero(inputs.instruments().get(movement.instrument()).currency());
        Money noneInBase = Money.zero(inputs.terms().base());
        Price price = tradedAt(movement);
        LocalDate opened = Optional.ofNullable(trades.get(movement.fact()))
                .map(Trade::tradeDate)
                .orElse(inputs.date());
        return new Lot(
                movement.lot(),
                movement.instrument(),
                movement.location(),
                opened,
                movement.quantity(),
                price,
                price,
                none,
                noneInBase,
                noneInBase,
                noneInBase,
                none);
    }

    /** Nothing of it was counted before the day. */
    private static Lot opened(Lot lot) {
        Money none = Money.zero(lot.margin().currency());
        return lot.withMark(lot.marked(), lot.pricePart(), lot.currencyPart(), none);
    }

    /** By the trade that says so; a programme trades at settlement, and a contract ends at its final price. */
    private Price tradedAt(LotMovement movement) {
        return Optional.ofNullable(trades.get(movement.fact()))
                .map(Trade::price)
                .orElseGet(() -> settlements.get(new Key(movement.instrument(), movement.location())));
    }

    private boolean isOpening(LotMovement movement) {
        return isFuture(movement.instrument()) && movement.fact().equals(movement.lot());
    }

    private boolean isClosing(LotMovement movement) {
        return isFuture(movement.instrument()) && !movement.fact().equals(movement.lot());
    }

    private String account(String id) {
        Instrument instrument = inputs.instruments().get(id);
        if (instrument instanceof Future) {
            return "";
        }
        return (instrument instanceof Token ? Account.TOKENS_AT_COST : Account.SECURITIES_AT_COST).code();
    }

    private boolean isFuture(String instrument) {
        return inputs.instruments().get(instrument) instanceof Future;
    }

    private static Key key(Lot lot) {
        return new Key(lot.id(), lot.location());
    }

    private static Key key(LotMovement movement) {
        return new Key(movement.lot(), movement.location());
    }
}
