package org.assay.reports.period;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.assay.kernel.instrument.Future;
import org.assay.kernel.instrument.Instrument;
import org.assay.kernel.ledger.Account;
import org.assay.kernel.ledger.Entry;
import org.assay.kernel.ledger.Line;
import org.assay.kernel.ledger.LotMovement;
import org.assay.kernel.ledger.Trade;
import org.assay.kernel.money.Money;
import org.assay.kernel.money.Price;
import org.assay.kernel.money.Quantity;
import org.assay.kernel.nav.NavResult.FutureProof;
import org.assay.reports.StruckDay;

/**
 * What was bought and sold on a day: the trades that were posted, those a roll programme made at settlement, bills that were
 * repaid and contracts that were settled at their final price.
 */
final class Dealings {
    private final StruckDay day;
    private final Money zero;
    private final Map<String, Money> paid = new TreeMap<>();
    private final Map<String, Money> commissions = new TreeMap<>();

    private Dealings(StruckDay day) {
        this.day = day;
        this.zero = Money.zero(day.inputs().terms().base());
        for (Entry entry : day.result().entries()) {
            boolean deals = Reliefs.isRelief(entry) || entry.kind().equals("buy");
            for (Line line : entry.lines()) {
                if (entry.kind().equals("commission") && line.account() == Account.COMMISSION) {
                    commissions.merge(entry.fact(), line.local(), Money::plus);
                } else if (deals && isPaid(entry, line)) {
                    paid.merge(entry.fact(), line.base(), Money::plus);
                }
            }
        }
    }

    /** Posted trades in their order, then what the strike itself did. */
    static List<Dealing> of(StruckDay day) {
        Dealings dealings = new Dealings(day);
        List<Dealing> all = new ArrayList<>();
        Map<String, List<LotMovement>> derived = new LinkedHashMap<>();
        for (LotMovement movement : day.result().movements()) {
            derived.computeIfAbsent(movement.fact(), key -> new ArrayList<>()).add(movement);
        }
        day.inputs().facts().stream()
                .filter(Trade.class::isInstance)
                .map(Trade.class::cast)
                .forEach(trade -> {
                    derived.remove(trade.stamp().id());
                    all.add(dealings.posted(trade));
                });
        derived.forEach((fact, movements) -> all.add(dealings.derived(fact, movements)));
        return all;
    }

    private Dealing posted(Trade trade) {
        return dealing(
                trade.stamp().id(),
                trade.quantity().signum() > 0 ? "buy" : "sell",
                trade.tradeDate(),
                trade.settleDate(),
                instrument(trade.instrument()),
                trade.location(),
                trade.quantity(),
                trade.price(),
                trade.commission(),
                trade.programme());
    }

    private Dealing derived(String fact, List<LotMovement> movements) {
        LotMovement first = movements.get(0);
        Instrument instrument = instrument(first.instrument());
        Quantity quantity = movements.stream().map(LotMovement::quantity).reduce(Quantity.ZERO, Quantity::plus);
        LocalDate date = day.inputs().date();
        Money none = Money.zero(instrument.currency());
        if (!(instrument instanceof Future future)) {
            Price face = new Price(BigDecimal.ONE, instrument.currency());
            return dealing(
                    fact, "repaid", date, date, instrument, first.location(), quantity, face, none, Optional.empty());
        }
        Price settlement = day.result().futures().stream()
                .filter(proof -> proof.instrument().equals(first.instrument())
                        && proof.location().equals(first.location()))
                .findFirst()
                .flatMap(FutureProof::settlement)
                .orElseThrow();
        if (isFinal(fact)) {
            return dealing(
                    fact,
                    "settled",
                    date,
                    date,
                    future,
                    first.location(),
                    quantity,
                    settlement,
                    none,
                    Optional.empty());
        }
        return dealing(
                fact,
                quantity.signum() > 0 ? "buy" : "sell",
                date,
                day.inputs().calendars().get(future.calendar()).next(date),
                future,
                first.location(),
                quantity,
                settlement,
                commissions.getOrDefault(fact, none),
                Optional.of(programme(fact)));
    }

    private Dealing dealing(
            String id,
            String way,
            LocalDate tradeDate,
            LocalDate settleDate,
            Instrument instrument,
            String place,
            Quantity quantity,
            Price price,
            Money commission,
            Optional<String> programme) {
        boolean future = instrument instanceof Future;
        Money gross = Money.rounded(
                instrument.exposure(quantity.abs(), price),
                instrument.currency(),
                day.inputs().terms().rounding());
        Money goods = future ? Money.zero(instrument.currency()) : quantity.signum() > 0 ? gross.negate() : gross;
        return new Dealing(
                id,
                way,
                tradeDate,
                settleDate,
                instrument.id(),
                place,
                future,
                quantity,
                price,
                gross,
                commission,
                goods.minus(commission),
                paid.getOrDefault(id, zero).abs(),
                programme,
                day.posted(id));
    }

    /** What a purchase cost stands on the lots; what a sale brought is all but what the lots cost and gained. */
    private static boolean isPaid(Entry entry, Line line) {
        boolean isCost = line.account() == Account.TOKENS_AT_COST || line.account() == Account.SECURITIES_AT_COST;
        if (entry.kind().equals("buy")) {
            return isCost;
        }
        return !isCost && line.account() != Account.REALISED_PRICE && line.account() != Account.REALISED_CURRENCY;
    }

    /** Named so by the strike: {@code FINAL:contract:place}. */
    static boolean isFinal(String fact) {
        return fact.startsWith("FINAL:");
    }

    /** A programme names what it trades {@code programme/date/leg}. */
    private String programme(String fact) {
        return fact.substring(0, fact.indexOf("/" + day.inputs().date() + "/"));
    }

    private Instrument instrument(String id) {
        return day.inputs().instruments().get(id);
    }
}
