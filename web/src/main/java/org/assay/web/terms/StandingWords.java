package org.assay.web.terms;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assay.kernel.instrument.Bill;
import org.assay.kernel.instrument.Future;
import org.assay.kernel.instrument.Instrument;
import org.assay.kernel.instrument.Token;
import org.assay.kernel.money.Plain;
import org.assay.pack.fund.CalendarDay;
import org.assay.pack.fund.Identifier;
import org.assay.pack.fund.Standing;
import org.assay.web.figure.Words;
import org.assay.web.fund.PlainTerms;

/** What a fund stands on, and how it would change, as one would tell it. */
final class StandingWords {
    private StandingWords() {}

    /** A line of what changes; {@code isGone} when it is no longer so. */
    public record Line(String what, String from, String words, boolean isGone) {
        Line(String what, String from, String words) {
            this(what, from, words, false);
        }

        Line gone() {
            return new Line(what, from, words, true);
        }
    }

    /** What is said after and was not before, and the other way round. */
    static List<Line> difference(Standing before, Standing after) {
        Set<Line> old = new LinkedHashSet<>(of(before));
        Set<Line> fresh = new LinkedHashSet<>(of(after));
        return Stream.concat(
                        old.stream().filter(line -> !fresh.contains(line)).map(Line::gone),
                        fresh.stream().filter(line -> !old.contains(line)))
                .toList();
    }

    private static List<Line> of(Standing standing) {
        List<Line> lines = new ArrayList<>();
        PlainTerms.of(standing.terms()).forEach(term -> lines.add(new Line(term.what(), term.from(), term.words())));
        standing.instruments().values().forEach(instrument -> lines.add(new Line(instrument.id(), "", of(instrument))));
        standing.identifiers()
                .forEach(name ->
                        lines.add(new Line(name.instrument(), name.from().toString(), of(name))));
        standing.calendarDays()
                .forEach(day -> lines.add(
                        new Line("Calendar " + day.calendar(), day.date().toString(), of(day))));
        return lines;
    }

    static String kind(Instrument instrument) {
        return instrument instanceof Future ? "Future" : instrument instanceof Bill ? "Bill" : "Token";
    }

    /** What matters of it beside its name. */
    static String of(Instrument instrument) {
        if (instrument instanceof Future future) {
            return "%s, %s of %s: %s %s a lot, tick %s, %s, last trade %s%s"
                    .formatted(
                            future.name(),
                            future.contractMonth(),
                            future.root(),
                            Plain.text(future.multiplier()),
                            Words.of(future.unit().name()).toLowerCase(Locale.ROOT),
                            Plain.text(future.tick()),
                            future.settlement().name().toLowerCase(Locale.ROOT),
                            future.lastTrade(),
                            future.firstNotice()
                                    .map(", first notice %s"::formatted)
                                    .orElse(""));
        }
        if (instrument instanceof Bill bill) {
            return "%s, in %s, due %s".formatted(bill.name(), bill.currency(), bill.maturity());
        }
        return instrument instanceof Token token
                ? "%s, in %s, %s decimals".formatted(token.name(), token.currency(), token.decimals())
                : instrument.name();
    }

    static String of(Identifier name) {
        return "%s %s%s"
                .formatted(
                        Words.of(name.scheme().name()),
                        name.value(),
                        name.to().map(", up to and without %s"::formatted).orElse(""));
    }

    static String of(List<Identifier> names) {
        return names.stream().map(StandingWords::of).collect(Collectors.joining("; "));
    }

    private static String of(CalendarDay day) {
        return "%s, by %s".formatted(Words.of(day.status().name()), day.source());
    }

    /** A kind of change: {@code A management fee}. */
    static String asked(String kind) {
        return switch (kind) {
            case "management_fee" -> "Management fee";
            case "redemption_fee" -> "Redemption fee";
            case "cash_interest" -> "Interest on cash";
            case "valuation_point" -> "Valuation point";
            case "price_policies" -> "Price policy";
            case "programmes" -> "Roll programme";
            case "proxies" -> "Proxy of a price";
            case "classes" -> "New class";
            case "places" -> "New place";
            case "tokens" -> "New token";
            case "bills" -> "New bill";
            case "contracts" -> "New contract";
            case "identifiers" -> "Name elsewhere";
            case "calendars" -> "Calendar day";
            default -> Words.of(kind);
        };
    }
}
