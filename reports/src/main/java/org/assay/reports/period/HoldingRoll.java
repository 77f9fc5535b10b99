package org.assay.reports.period;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.assay.kernel.instrument.Cash;
import org.assay.kernel.instrument.Future;
import org.assay.kernel.instrument.Instrument;
import org.assay.kernel.instrument.Token;
import org.assay.kernel.ledger.Account;
import org.assay.kernel.ledger.Entry;
import org.assay.kernel.ledger.Line;
import org.assay.kernel.ledger.Lot;
import org.assay.kernel.ledger.LotMovement;
import org.assay.kernel.money.Money;
import org.assay.kernel.money.Quantity;
import org.assay.kernel.nav.NavResult;
import org.assay.kernel.nav.NavResult.Position;
import org.assay.reports.StruckDay;

/**
 * What was held over a period, by instrument and all places together: how much, at what cost, at what fair value. Futures,
 * which cost nothing, are a {@link ContractRoll}'s; cash is the ledger's.
 */
final class HoldingRoll {
    private final Money zero;
    private final SortedMap<String, Holding> holdings = new TreeMap<>();

    /** One instrument; money in base currency. */
    static final class Holding {
        final String instrument;
        final boolean token;
        Quantity openingQuantity = Quantity.ZERO;
        Quantity added = Quantity.ZERO;
        Quantity disposed = Quantity.ZERO;
        Money openingCost;
        Money additions;
        Money costDisposed;
        Money accreted;
        Money openingValue;
        Money proceeds;
        Money realised;
        Money unrealised;
        /** As the last strike holds it. */
        Quantity quantity = Quantity.ZERO;

        Money cost;
        Money value;

        private Holding(Instrument instrument, Money zero) {
            this.instrument = instrument.id();
            this.token = instrument instanceof Token;
            openingCost = zero;
            additions = zero;
            costDisposed = zero;
            accreted = zero;
            openingValue = zero;
            proceeds = zero;
            realised = zero;
            unrealised = zero;
            cost = zero;
            value = zero;
        }

        Quantity closingQuantity() {
            return openingQuantity.plus(added).minus(disposed);
        }

        Money closingCost() {
            return openingCost.plus(additions).minus(costDisposed).plus(accreted);
        }

        /** Realised and unrealised, of price and of currency. */
        Money gained() {
            return realised.plus(unrealised);
        }

        Money closingValue() {
            return openingValue.plus(additions).minus(proceeds).plus(accreted).plus(gained());
        }
    }

    HoldingRoll(StruckDay first) {
        zero = Money.zero(first.inputs().terms().base());
        for (Lot lot : first.inputs().opening().lots()) {
            holding(first, lot.instrument()).ifPresent(holding -> {
                holding.openingQuantity = holding.openingQuantity.plus(lot.quantity());
                holding.openingCost = holding.openingCost.plus(lot.baseCost());
                holding.openingValue = holding.openingValue.plus(lot.baseCost()).plus(lot.unrealised());
            });
        }
    }

    /** @param relieved the lots the day sold or repaid */
    void add(StruckDay day, List<Relieved> relieved) {
        for (LotMovement movement : day.result().movements()) {
            holding(day, movement.instrument()).ifPresent(holding -> {
                if (movement.quantity().signum() > 0) {
                    holding.added = holding.added.plus(movement.quantity());
                } else {
                    holding.disposed = holding.disposed.minus(movement.quantity());
                }
            });
        }
        for (Relieved piece : relieved) {
            Holding holding = holding(day, piece.instrument()).orElseThrow();
            holding.costDisposed = holding.costDisposed.plus(piece.cost());
            holding.proceeds = holding.proceeds.plus(piece.proceeds());
            holding.realised = holding.realised.plus(piece.gain());
        }
        for (Entry entry : day.result().entries()) {
            entry.lines().forEach(line -> post(day, entry, line));
        }
    }

    private void post(StruckDay day, Entry entry, Line line) {
        Optional<Holding> found = line.tag().instrument().flatMap(id -> holding(day, id));
        if (found.isEmpty()) {
            return;
        }
        Holding holding = found.get();
        boolean isCost = isCost(line.account());
        if (isCost && entry.kind().equals("buy")) {
            holding.additions = holding.additions.plus(line.base());
        } else if (isCost && !Reliefs.isRelief(entry)) {
            holding.accreted = holding.accreted.plus(line.base());
        } else if (line.account() == Account.CHANGE_UNREALISED_PRICE
                || line.account() == Account.CHANGE_UNREALISED_CURRENCY) {
            holding.unrealised = holding.unrealised.minus(line.base());
        }
    }

    void close(NavResult result) {
        for (Position position : result.positions()) {
            Optional.ofNullable(holdings.get(position.instrument())).ifPresent(holding -> {
                holding.quantity = holding.quantity.plus(position.quantity());
                holding.cost = holding.cost.plus(position.cost());
                holding.value = holding.value.plus(position.marketValue());
            });
        }
    }

    List<Holding> holdings() {
        return new ArrayList<>(holdings.values());
    }

    static boolean isCost(Account account) {
        return account == Account.TOKENS_AT_COST || account == Account.SECURITIES_AT_COST;
    }

    /** Empty for a future, and for what is no instrument at all. */
    private Optional<Holding> holding(StruckDay day, String id) {
        Optional<Instrument> instrument =
                Optional.ofNullable(day.inputs().instruments().get(id));
        if (instrument.isEmpty() || instrument.get() instanceof Future || instrument.get() instanceof Cash) {
            return Optional.empty();
        }
        return Optional.of(holdings.computeIfAbsent(id, key -> new Holding(instrument.get(), zero)));
    }
}
