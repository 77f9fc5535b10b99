package org.assay.reports.period;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.assay.kernel.instrument.Future;
import org.assay.kernel.instrument.Instrument;
import org.assay.kernel.ledger.Account;
import org.assay.kernel.ledger.Entry;
import org.assay.kernel.ledger.Line;
import org.assay.kernel.ledger.Lot;
import org.assay.kernel.ledger.LotMovement;
import org.assay.kernel.ledger.Trade;
import org.assay.kernel.money.Apportion;
import org.assay.kernel.money.FxRate;
import org.assay.kernel.money.Money;
import org.assay.reports.StruckDay;

/**
 * The lots a day relieved, each with its own gain. The journal books a sale as one gain over all its lots; here it is divided
 * among them so that the parts come to it exactly: proceeds by quantity, the gain of the price by what each lot gained, and
 * the gain of the currency is what is left.
 *
 * <pre>
 *   25,000 sold for 224,775.00: lot 1 of 20,000 has 179,820.00 of it, lot 2 of 5,000 the other 44,955.00
 *   less their cost of 150,150.00 and 41,041.00 they gain 29,670.00 and 3,914.00: together the 33,584.00 on 4000
 * </pre>
 */
final class Reliefs {
    private static final Set<String> KINDS = Set.of("sell", "maturity");

    private final StruckDay day;
    private final Map<String, LocalDate> opened = new TreeMap<>();
    private final Map<String, LocalDate> traded = new TreeMap<>();

    private Reliefs(StruckDay day) {
        this.day = day;
        for (Lot lot : day.inputs().opening().lots()) {
            opened.put(key(lot.id(), lot.location()), lot.opened());
        }
        day.inputs().facts().stream()
                .filter(Trade.class::isInstance)
                .map(Trade.class::cast)
                .forEach(trade -> {
                    traded.put(trade.stamp().id(), trade.tradeDate());
                    opened.put(key(trade.stamp().id(), trade.location()), trade.tradeDate());
                });
    }

    /** Whether an entry realises the gain of lots. */
    static boolean isRelief(Entry entry) {
        return KINDS.contains(entry.kind());
    }

    /** In the order of the journal. */
    static List<Relieved> of(StruckDay day) {
        List<Entry> entries =
                day.result().entries().stream().filter(Reliefs::isRelief).toList();
        if (entries.isEmpty()) {
            return List.of();
        }
        Reliefs reliefs = new Reliefs(day);
        Map<String, List<LotMovement>> movements = reliefs.movements();
        List<Relieved> all = new ArrayList<>();
        entries.forEach(entry -> all.addAll(reliefs.of(entry, movements.get(entry.fact()))));
        return all;
    }

    private Map<String, List<LotMovement>> movements() {
        Map<String, List<LotMovement>> byFact = new LinkedHashMap<>();
        for (LotMovement movement : day.result().movements()) {
            boolean future = day.inputs().instruments().get(movement.instrument()) instanceof Future;
            if (!future && movement.quantity().signum() < 0) {
                byFact.computeIfAbsent(movement.fact(), key -> new ArrayList<>())
                        .add(movement);
            }
        }
        return byFact;
    }

    private List<Relieved> of(Entry entry, List<LotMovement> pieces) {
        Instrument instrument = day.inputs().instruments().get(pieces.get(0).instrument());
        Money none = Money.zero(instrument.currency());
        Money zero = Money.zero(day.inputs().terms().base());
        Money proceeds = none;
        Money proceedsBase = zero;
        Money price = zero;
        for (Line line : entry.lines()) {
            if (line.account() == Account.REALISED_PRICE) {
                price = price.minus(line.base());
            } else if (!isCost(line) && line.account() != Account.REALISED_CURRENCY) {
                proceeds = proceeds.plus(line.local());
                proceedsBase = proceedsBase.plus(line.base());
            }
        }
        List<Money> costs = costs(entry, pieces, zero);
        List<BigDecimal> weights =
                pieces.stream().map(piece -> piece.quantity().abs().units()).toList();
        List<Money> shares = Apportion.byWeight(proceeds, weights);
        List<Money> sharesBase = Apportion.byWeight(proceedsBase, weights);
        List<BigDecimal> exact = new ArrayList<>();
        for (int i = 0; i < pieces.size(); i++) {
            Money gained = shares.get(i).plus(pieces.get(i).cost());
            exact.add(spot(instrument).exact(gained.amount()));
        }
        List<Money> prices = Apportion.toTheUnit(price, exact);
        List<Relieved> relieved = new ArrayList<>();
        for (int i = 0; i < pieces.size(); i++) {
            relieved.add(relieved(entry, pieces.get(i), costs.get(i), sharesBase.get(i), prices.get(i)));
        }
        return relieved;
    }

    private Relieved relieved(Entry entry, LotMovement piece, Money cost, Money proceeds, Money price) {
        return new Relieved(
                piece.lot(),
                piece.fact(),
                piece.instrument(),
                piece.location(),
                opened.get(key(piece.lot(), piece.location())),
                traded.getOrDefault(entry.fact(), entry.date()),
                piece.quantity().abs(),
                cost,
                proceeds,
                price,
                proceeds.minus(cost).minus(price));
    }

    /** A piece has a line of cost, unless it cost nothing in either currency. */
    private static List<Money> costs(Entry entry, List<LotMovement> pieces, Money zero) {
        List<Line> lines = entry.lines().stream().filter(Reliefs::isCost).toList();
        List<Money> costs = new ArrayList<>();
        int next = 0;
        for (LotMovement piece : pieces) {
            boolean has = next < lines.size() && lines.get(next).local().equals(piece.cost());
            costs.add(has ? lines.get(next).base().negate() : zero);
            next += has ? 1 : 0;
        }
        if (next < lines.size()) {
            throw new IllegalStateException("entry %s relieves more lots than moved".formatted(entry.id()));
        }
        return costs;
    }

    private FxRate spot(Instrument instrument) {
        return instrument.currency().equals(day.inputs().terms().base())
                ? FxRate.par(instrument.currency())
                : day.inputs().rates().get(instrument.currency()).rate();
    }

    private static boolean isCost(Line line) {
        return line.account() == Account.TOKENS_AT_COST || line.account() == Account.SECURITIES_AT_COST;
    }

    private static String key(String lot, String location) {
        return lot + " " + location;
    }
}
