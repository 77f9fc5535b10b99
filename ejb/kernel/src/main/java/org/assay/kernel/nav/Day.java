package org.assay.kernel.nav;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.assay.kernel.ErrorCode;
import org.assay.kernel.Finding;
import org.assay.kernel.FundException;
import org.assay.kernel.calendar.BusinessCalendar;
import org.assay.kernel.instrument.Future;
import org.assay.kernel.instrument.Instrument;
import org.assay.kernel.ledger.CapitalOrder;
import org.assay.kernel.ledger.Due;
import org.assay.kernel.ledger.Ledger;
import org.assay.kernel.ledger.Lot;
import org.assay.kernel.ledger.LotMovement;
import org.assay.kernel.ledger.MarginRate;
import org.assay.kernel.ledger.Relief;
import org.assay.kernel.money.Currency;
import org.assay.kernel.money.FxRate;
import org.assay.kernel.money.Money;
import org.assay.kernel.money.Price;
import org.assay.kernel.money.Quantity;
import org.assay.kernel.pricing.Estimate;
import org.assay.kernel.pricing.Mark;
import org.assay.kernel.roll.RollProgress;
import org.assay.kernel.roll.RollStep;

/**
 * The desk on which one day is worked: opened with the books of the day before, changed by each step, closed into a result.
 * Lives for one strike and is seen by nobody outside this package.
 */
final class Day {
    /** Lots of one instrument at one place. */
    record Holding(String instrument, String location) implements Comparable<Holding> {
        @Override
        public int compareTo(Holding other) {
            int byInstrument = instrument.compareTo(other.instrument);
            return byInstrument != 0 ? byInstrument : location.compareTo(other.location);
        }
    }

    final NavInputs inputs;
    final FundTerms terms;
    final LocalDate date;
    final RoundingMode mode;
    final Ledger ledger;
    final SortedMap<Holding, List<Lot>> lots = new TreeMap<>();
    final SortedMap<String, ClassDay> classes = new TreeMap<>();
    final SortedMap<Holding, FutureDay> futures = new TreeMap<>();
    final SortedMap<String, Mark> marks = new TreeMap<>();
    final SortedMap<String, Estimate> estimates = new TreeMap<>();
    final SortedMap<String, MarginRate> marginRates = new TreeMap<>();
    final SortedMap<String, RollProgress> rolls = new TreeMap<>();
    final List<CapitalOrder> orders;
    final List<Deal> deals = new ArrayList<>();
    final List<Due> dues;
    final List<RollStep> rollSteps = new ArrayList<>();
    final List<LotMovement> movements = new ArrayList<>();
    final List<NavResult.ClassFee> fees = new ArrayList<>();
    final List<Finding> findings = new ArrayList<>();

    Day(NavInputs inputs) {
        Books opening = inputs.opening();
        this.inputs = inputs;
        this.terms = inputs.terms();
        this.date = inputs.date();
        this.mode = terms.rounding();
        this.ledger = new Ledger(date, terms.base(), spots(inputs), mode, opening.balances());
        this.orders = new ArrayList<>(opening.orders());
        this.dues = new ArrayList<>(opening.dues());
        opening.lots().forEach(lot -> holding(lot.instrument(), lot.location()).add(lot));
        terms.classes().forEach(shareClass -> classes.put(shareClass.code(), new ClassDay(shareClass, terms.base())));
        opening.classes().forEach(state -> classDay(state.shareClass()).open(state));
        opening.marks().forEach(mark -> marks.put(mark.instrument(), mark));
        opening.marginRates().forEach(rate -> marginRates.put(rate.scope(), rate));
        opening.rolls().forEach(roll -> rolls.put(roll.programme(), roll));
        opening.margins()
                .forEach(account ->
                        futures.put(new Holding(account.instrument(), account.location()), new FutureDay(account)));
    }

    private static Map<Currency, FxRate> spots(NavInputs inputs) {
        Map<Currency, FxRate> rates = new TreeMap<>();
        inputs.rates().forEach((currency, spot) -> rates.put(currency, spot.rate()));
        return rates;
    }

    Optional<LocalDate> lastStrike() {
        return inputs.opening().struck().map(Books.Struck::date);
    }

    Instrument instrument(String id) {
        return Optional.ofNullable(inputs.instruments().get(id))
                .orElseThrow(() -> new FundException(
                        ErrorCode.UNKNOWN_REFERENCE,
                        id,
                        "instrument",
                        id,
                        "an instrument of the fund's reference data"));
    }

    BusinessCalendar exchange(Future future) {
        return Optional.ofNullable(inputs.calendars().get(future.calendar()))
                .orElseThrow(() -> new FundException(
                        ErrorCode.UNKNOWN_REFERENCE, future.id(), "calendar", future.calendar(), "a known calendar"));
    }

    ClassDay classDay(String code) {
        return Optional.ofNullable(classes.get(code))
                .orElseThrow(() -> new FundException(
                        ErrorCode.UNKNOWN_REFERENCE, code, "class", code, "one of the fund's classes"));
    }

    FutureDay futureDay(Future future, String location) {
        return futures.computeIfAbsent(
                new Holding(future.id(), location),
                key -> new FutureDay(new MarginAccount(
                        key.instrument(),
                        key.location(),
                        Money.zero(future.currency()),
                        Money.zero(future.currency()))));
    }

    /** The open lots there, in FIFO order; the list is live. */
    List<Lot> holding(String instrument, String location) {
        return lots.computeIfAbsent(new Holding(instrument, location), key -> new ArrayList<>());
    }

    Quantity held(String instrument, String location) {
        return holding(instrument, location).stream().map(Lot::quantity).reduce(Quantity.ZERO, Quantity::plus);
    }

    void openLot(Lot lot) {
        List<Lot> there = holding(lot.instrument(), lot.location());
        int found = Collections.binarySearch(there, lot, Lot.FIFO);
        there.add(found < 0 ? -found - 1 : found, lot);
        movements.add(
                new LotMovement(lot.id(), lot.id(), lot.instrument(), lot.location(), lot.quantity(), lot.cost()));
    }

    /** The same lot at another cost. */
    void replaceLot(Lot lot) {
        holding(lot.instrument(), lot.location()).replaceAll(open -> open.id().equals(lot.id()) ? lot : open);
    }

    /** Takes from the open lots, first in first out, and notes it. */
    Relief relieve(String instrument, String location, Quantity quantity, String fact) {
        Relief relief = Relief.fifo(holding(instrument, location), quantity, mode);
        lots.put(new Holding(instrument, location), new ArrayList<>(relief.left()));
        relief.taken()
                .forEach(piece -> movements.add(new LotMovement(
                        piece.id(),
                        fact,
                        instrument,
                        location,
                        piece.quantity().negate(),
                        piece.cost().negate())));
        return relief;
    }

    /** The price used today; asked only for what is held or traded. */
    Price price(String instrument) {
        return Optional.ofNullable(estimates.get(instrument))
                .map(Estimate::price)
                .orElseGet(() -> mark(instrument).price());
    }

    /** The last price observed. */
    private Mark mark(String instrument) {
        return Optional.ofNullable(marks.get(instrument))
                .orElseThrow(() -> new FundException(
                        ErrorCode.PRICE_MISSING,
                        instrument,
                        "price",
                        "",
                        "a price in market/prices.csv with a time up to %s, known by %s"
                                .formatted(inputs.valuationPoint(), inputs.known())));
    }

    /** A price that belongs to this day, not one that was carried. */
    boolean isPricedToday(String instrument) {
        return marks.containsKey(instrument) && marks.get(instrument).date().equals(date);
    }

    Money round(BigDecimal exact, Currency currency) {
        return Money.rounded(exact, currency, mode);
    }

    Money inBase(Money local) {
        return ledger.spot(local.currency()).convert(local, mode);
    }

    FxRate spot(Instrument instrument) {
        return ledger.spot(instrument.currency());
    }

    void find(
            String control,
            Finding.Severity severity,
            String subject,
            BigDecimal measured,
            BigDecimal limit,
            String text) {
        findings.add(new Finding(date, control, severity, subject, measured, limit, text));
    }

    NavResult result() {
        Closing closing = new Closing(this);
        return new NavResult(
                terms.fund(),
                date,
                inputs.digest(),
                NavResult.Status.REVIEW,
                closing.netAssets(),
                closing.classes(),
                closing.positions(),
                closing.futures(),
                fees,
                rollSteps,
                ledger.entries(),
                movements,
                List.of(),
                findings,
                closing.books(),
                usedEstimates());
    }

    /** Of what is still held: a bill that matured today was paid, not priced. */
    private List<Estimate> usedEstimates() {
        SortedSet<String> held = new TreeSet<>();
        holdings().forEach(holding -> held.add(holding.instrument()));
        return estimates.values().stream()
                .filter(estimate -> held.contains(estimate.last().instrument()))
                .toList();
    }

    /** Holdings that are not empty, in order. */
    SortedSet<Holding> holdings() {
        SortedSet<Holding> open = new TreeSet<>();
        lots.forEach((holding, there) -> {
            if (!there.isEmpty()) {
                open.add(holding);
            }
        });
        return open;
    }

    /** A class while its day is worked; money in base currency. */
    static final class ClassDay {
        final ShareClass terms;
        Quantity shares = Quantity.ZERO;
        Money opening;
        Money flow;
        Money allocated;
        Money ownResult;

        private ClassDay(ShareClass terms, Currency base) {
            this.terms = terms;
            this.opening = Money.zero(base);
            this.flow = Money.zero(base);
            this.allocated = Money.zero(base);
            this.ownResult = Money.zero(base);
        }

        private void open(ClassState state) {
            shares = state.shares();
            opening = state.netAssets();
        }

        /** What fees and the allocation are taken of: opening net assets after capital. */
        Money base() {
            return opening.plus(flow);
        }

        Money netAssets() {
            return base().plus(allocated).plus(ownResult);
        }
    }

    /** A future's margin while its day is worked, in its own currency. */
    static final class FutureDay {
        final MarginAccount before;
        Money closedToday;
        Money openToday;
        Money settledToday;
        Optional<Price> settledAt = Optional.empty();
        Money realisedToday;

        private FutureDay(MarginAccount before) {
            this.before = before;
            Money zero = Money.zero(before.paid().currency());
            this.closedToday = zero;
            this.openToday = zero;
            this.settledToday = zero;
            this.realisedToday = zero;
        }

        /** Variation margin of the day: on lots closed, on lots open, and at final settlement. */
        Money margin() {
            return closedToday.plus(openToday).plus(settledToday);
        }

        MarginAccount after() {
            return new MarginAccount(
                    before.instrument(),
                    before.location(),
                    before.paid().plus(margin()),
                    before.realised().plus(realisedToday));
        }
    }
}
