package org.assay.reports.workbook;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
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
import org.assay.kernel.nav.NavResult.FutureProof;
import org.assay.reports.workbook.LotRow.Fate;

/**
 * Which lots a day ended with and which it closed, from the opening books and what happened to lots: the margin counted
 * before the day is what the opening lot carried, less what went with the pieces taken from it.
 */
final class LotHistory {
    private final NavInputs inputs;
    private final NavResult result;
    private final RoundingMode mode;
    private final Map<String, Lot> futures = new TreeMap<>();
    private final List<LotRow> rows = new ArrayList<>();

    private LotHistory(NavInputs inputs, NavResult result) {
        this.inputs = inputs;
        this.result = result;
        this.mode = inputs.terms().rounding();
    }

    static List<LotRow> of(NavInputs inputs, NavResult result) {
        LotHistory history = new LotHistory(inputs, result);
        inputs.opening().lots().stream()
                .filter(lot -> history.isFuture(lot.instrument()))
                .forEach(lot -> history.futures.put(key(lot.id(), lot.location()), lot));
        result.movements().stream()
                .filter(movement -> history.isFuture(movement.instrument()))
                .forEach(history::move);
        result.closing().lots().forEach(history::open);
        return List.copyOf(history.rows);
    }

    private void move(LotMovement movement) {
        String key = key(movement.lot(), movement.location());
        Future future = (Future) inputs.instruments().get(movement.instrument());
        Price price = tradedAt(movement);
        if (movement.fact().equals(movement.lot())) {
            Money none = Money.zero(future.currency());
            Money noneInBase = Money.zero(inputs.terms().base());
            futures.put(
                    key,
                    new Lot(
                            movement.lot(),
                            movement.instrument(),
                            movement.location(),
                            inputs.date(),
                            movement.quantity(),
                            price,
                            price,
                            none,
                            noneInBase,
                            noneInBase,
                            noneInBase,
                            none));
            return;
        }
        Lot lot = futures.get(key);
        Lot piece = lot.piece(movement.quantity().negate(), mode);
        boolean left = !piece.quantity().equals(lot.quantity());
        if (left) {
            futures.put(key, lot.without(piece));
        } else {
            futures.remove(key);
        }
        Fate fate = movement.fact().startsWith("FINAL:") ? Fate.FINAL : Fate.CLOSED;
        rows.add(row(piece, fate, Optional.of(price.perUnit()), piece.margin()));
    }

    private void open(Lot lot) {
        Money counted = isFuture(lot.instrument())
                ? futures.get(key(lot.id(), lot.location())).margin()
                : lot.margin();
        rows.add(row(lot, Fate.OPEN, Optional.empty(), counted));
    }

    private LotRow row(Lot lot, Fate fate, Optional<BigDecimal> exit, Money counted) {
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
                counted.amount());
    }

    /** By the trade that says so; a programme trades at settlement, and a contract ends at its final price. */
    private Price tradedAt(LotMovement movement) {
        return inputs.facts().stream()
                .filter(Trade.class::isInstance)
                .map(Trade.class::cast)
                .filter(trade -> trade.stamp().id().equals(movement.fact()))
                .findFirst()
                .map(Trade::price)
                .or(() -> result.futures().stream()
                        .filter(proof -> proof.instrument().equals(movement.instrument()))
                        .filter(proof -> proof.location().equals(movement.location()))
                        .findFirst()
                        .flatMap(FutureProof::settlement))
                .orElseThrow();
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

    private static String key(String lot, String location) {
        return lot + " " + location;
    }
}
