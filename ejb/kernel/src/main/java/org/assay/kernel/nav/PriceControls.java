package org.assay.kernel.nav;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.assay.kernel.Finding.Severity;
import org.assay.kernel.calendar.BusinessCalendar;
import org.assay.kernel.instrument.Future;
import org.assay.kernel.instrument.Instrument;
import org.assay.kernel.ledger.Fact;
import org.assay.kernel.money.Price;
import org.assay.kernel.nav.NavResult.Position;
import org.assay.kernel.pricing.Mark;
import org.assay.kernel.pricing.PricePolicy;
import org.assay.kernel.pricing.Quote;

/** Controls over what a NAV was made of: prices that moved, stand still or are missing, and facts that came late. */
final class PriceControls {
    private PriceControls() {}

    /** C20: the price used is the quote that was known or made of two that were, and a move strictly beyond the band needs evidence. */
    static Controls.Outcome tolerance(NavInputs inputs, NavResult result) {
        Tally tally = new Tally(result.date(), "C20");
        Map<String, Quote> quotes = quotes(inputs);
        Map<String, Mark> before = marks(inputs.opening());
        Map<String, BigDecimal> used = known(inputs);
        for (Position position : result.positions()) {
            BigDecimal known =
                    used.getOrDefault(position.instrument(), position.price().perUnit());
            if (known.compareTo(position.price().perUnit()) != 0) {
                tally.note(
                        Severity.BLOCK,
                        position.instrument(),
                        position.price().perUnit(),
                        known,
                        "the price used is not the price known");
            }
        }
        for (String id : heldOrTraded(inputs, result)) {
            tally.tested();
            PricePolicy policy = inputs.terms().prices(inputs.instruments().get(id));
            Optional<Price> last = Optional.ofNullable(before.get(id)).map(Mark::price);
            Optional<Price> known = known(id, quotes, before);
            if (last.isPresent() && known.isPresent() && policy.isOdd(last.get(), known.get())) {
                Optional<String> evidence = Optional.ofNullable(quotes.get(id)).flatMap(Quote::evidence);
                moved(tally, id, last.get(), known.get(), policy, evidence);
            }
        }
        return tally.outcome();
    }

    /**
     * C21: a price that is old, or stood still, or a rate that is old, beyond the limit; held when weight x age is too much.
     * One that stood still and was confirmed on the day, with evidence, is noted.
     */
    static Controls.Outcome stale(NavInputs inputs, NavResult result) {
        Tally tally = new Tally(result.date(), "C21");
        Map<String, Mark> marks = marks(result.closing());
        Map<String, Quote> quotes = quotes(inputs);
        for (Position position : result.positions()) {
            Mark mark = marks.get(position.instrument());
            if (mark == null) {
                continue;
            }
            tally.tested();
            PricePolicy policy = inputs.terms().prices(inputs.instruments().get(position.instrument()));
            Optional<String> evidence = Optional.ofNullable(quotes.get(position.instrument()))
                    .filter(quote -> quote.date().equals(result.date()))
                    .flatMap(Quote::evidence);
            long age = ChronoUnit.DAYS.between(mark.date(), result.date());
            long still = ChronoUnit.DAYS.between(mark.since(), result.date());
            if (age > policy.staleAfterDays()) {
                note(tally, inputs, result, position, age, policy.staleAfterDays(), "is old: last seen " + mark.date());
            } else if (still > policy.unchangedAfterDays()) {
                String what = "has not moved since " + mark.since();
                if (evidence.isPresent()) {
                    tally.note(
                            Severity.INFO,
                            position.instrument(),
                            BigDecimal.valueOf(still),
                            BigDecimal.valueOf(policy.unchangedAfterDays()),
                            "the price %s: %s".formatted(what, evidence.get()));
                } else {
                    note(tally, inputs, result, position, still, policy.unchangedAfterDays(), what);
                }
            }
        }
        RateControls.stale(inputs, result, tally);
        return tally.outcome();
    }

    /** C32: facts whose day was struck before they came are counted and booked today; a replaced one must be restated. */
    static Controls.Outcome backDated(NavInputs inputs, NavResult result) {
        Tally tally = new Tally(result.date(), "C32");
        for (Fact fact : inputs.facts()) {
            tally.tested();
            inputs.opening()
                    .struck()
                    .filter(struck -> !fact.stamp().effective().isAfter(struck.at()))
                    .ifPresent(struck -> tally.note(
                            Severity.REVIEW,
                            fact.stamp().id(),
                            BigDecimal.ONE,
                            BigDecimal.ZERO,
                            "effective %s, learned %s, after its day was struck: booked today"
                                    .formatted(
                                            fact.stamp().effective(),
                                            fact.stamp().recorded())));
        }
        for (String id : inputs.struckAlready()) {
            if (isWithdrawn(id, inputs, result)) {
                continue;
            }
            tally.note(
                    Severity.BLOCK,
                    id,
                    BigDecimal.ONE,
                    BigDecimal.ZERO,
                    "replaced after it was struck: restate from its day (replay with a later knowledge time)");
        }
        return tally.outcome();
    }

    /** An order that was waiting and is gone has done nothing yet; nothing need be restated. */
    private static boolean isWithdrawn(String id, NavInputs inputs, NavResult result) {
        return inputs.opening().orders().stream()
                        .anyMatch(order -> order.stamp().id().equals(id))
                && Stream.concat(
                                result.closing().orders().stream(),
                                result.closing().deals().stream().map(Deal::order))
                        .noneMatch(order -> order.stamp().id().equals(id));
    }

    /** C36: everything held has a price of its day where one is expected, and every currency in use a rate. */
    static Controls.Outcome complete(NavInputs inputs, NavResult result) {
        Tally tally = new Tally(result.date(), "C36");
        Map<String, Mark> marks = marks(result.closing());
        for (Position position : result.positions()) {
            Instrument instrument = inputs.instruments().get(position.instrument());
            Mark mark = marks.get(position.instrument());
            if (instrument == null || mark == null || !isExpected(inputs, instrument, result.date())) {
                continue;
            }
            tally.tested();
            if (mark.date().isBefore(result.date())) {
                MissingPrice.note(tally, inputs, result, instrument, mark);
            }
        }
        RateControls.ofTheDay(inputs, result, tally);
        return tally.outcome();
    }

    /** A future settles on its exchange's business days; everything else is priced whenever the fund strikes. */
    private static boolean isExpected(NavInputs inputs, Instrument instrument, LocalDate date) {
        if (instrument instanceof Future future) {
            BusinessCalendar exchange = inputs.calendars().get(future.calendar());
            return exchange.isBusinessDay(date) && !date.isAfter(future.lastTrade());
        }
        return true;
    }

    private static void moved(
            Tally tally, String id, Price last, Price known, PricePolicy policy, Optional<String> evidence) {
        BigDecimal move = known.since(last).abs();
        BigDecimal size = last.perUnit().abs();
        tally.note(
                evidence.isPresent() ? Severity.INFO : Severity.REVIEW,
                id,
                size.signum() == 0 ? move : move.divide(size, MathContext.DECIMAL64),
                policy.moveBand().fraction(),
                "moved from %s to %s: %s"
                        .formatted(last, known, evidence.orElse("accept it with evidence, or replace it")));
    }

    private static void note(
            Tally tally, NavInputs inputs, NavResult result, Position position, long days, int limit, String what) {
        tally.note(
                staleness(inputs, result, position.notional().amount().abs(), days),
                position.instrument(),
                BigDecimal.valueOf(days),
                BigDecimal.valueOf(limit),
                "the price %s; days %s".formatted(what, days));
    }

    /** Held when the weight in net assets x age in days is beyond what the fund allows. */
    static Severity staleness(NavInputs inputs, NavResult result, BigDecimal exposure, long days) {
        BigDecimal weight = result.netAssets().signum() <= 0
                ? BigDecimal.ZERO
                : exposure.divide(result.netAssets().amount(), MathContext.DECIMAL64);
        BigDecimal weightDays = weight.multiply(BigDecimal.valueOf(days));
        return weightDays.compareTo(inputs.terms().staleBlock()) > 0 ? Severity.BLOCK : Severity.REVIEW;
    }

    /**
     * The prices a strike had to use, per unit: the newest quote of each instrument, else the mark carried; or, where the
     * fund estimates, what its proxy makes of them.
     */
    static Map<String, BigDecimal> known(NavInputs inputs) {
        Map<String, BigDecimal> prices = new TreeMap<>();
        Map<String, LocalDate> dates = new TreeMap<>();
        marks(inputs.opening()).forEach((id, mark) -> {
            prices.put(id, mark.price().perUnit());
            dates.put(id, mark.date());
        });
        quotes(inputs).forEach((id, quote) -> {
            prices.put(id, quote.price().perUnit());
            dates.put(id, quote.date());
        });
        dates.forEach((id, date) -> MissingPrice.estimated(inputs, id, prices.get(id), date)
                .ifPresent(estimate -> prices.put(id, estimate)));
        return prices;
    }

    /** A position that was closed today was closed at today's price, so its move counts as well. */
    private static Set<String> heldOrTraded(NavInputs inputs, NavResult result) {
        Set<String> ids = new TreeSet<>();
        result.positions().forEach(position -> ids.add(position.instrument()));
        result.movements().forEach(movement -> ids.add(movement.instrument()));
        ids.retainAll(inputs.instruments().keySet());
        return ids;
    }

    /** The newest quote, or the mark carried; nothing for cash. */
    private static Optional<Price> known(String id, Map<String, Quote> quotes, Map<String, Mark> before) {
        return Optional.ofNullable(quotes.get(id))
                .map(Quote::price)
                .or(() -> Optional.ofNullable(before.get(id)).map(Mark::price));
    }

    /** The newest of each instrument; quotes come in order of time. */
    private static Map<String, Quote> quotes(NavInputs inputs) {
        Map<String, Quote> newest = new TreeMap<>();
        inputs.quotes().stream()
                .filter(quote -> quote.kind() != Quote.Kind.FINAL)
                .forEach(quote -> newest.put(quote.instrument(), quote));
        return newest;
    }

    private static Map<String, Mark> marks(Books books) {
        Map<String, Mark> marks = new TreeMap<>();
        books.marks().forEach(mark -> marks.put(mark.instrument(), mark));
        return marks;
    }
}
