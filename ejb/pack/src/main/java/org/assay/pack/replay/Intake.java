package org.assay.pack.replay;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.assay.kernel.Finding;
import org.assay.kernel.calendar.BusinessCalendar;
import org.assay.kernel.instrument.Future;
import org.assay.kernel.instrument.Instrument;
import org.assay.kernel.nav.FundTerms;
import org.assay.kernel.pricing.PriceIntake;
import org.assay.kernel.pricing.Quote;
import org.assay.pack.fund.FundPack;

/**
 * Looks at prices as they come in, before a strike uses them: prices that stand alone (C20), and exchange days on which
 * nothing settled (C36). What it finds is for the data desk; no figure depends on it.
 */
public final class Intake {
    private static final String INCOMPLETE = "calendar %s says %s is a business day, but none of its contracts has a"
            + " settlement: the file is incomplete or a holiday is missing from the table (reference/calendars.csv)";

    private final FundPack pack;
    private final Instant known;

    private Intake(FundPack pack, Instant known) {
        this.pack = pack;
        this.known = known;
    }

    /** In the order findings are read. */
    public static List<Finding> check(FundPack pack, Instant known) {
        Intake intake = new Intake(pack, known);
        List<Finding> findings = new ArrayList<>(intake.lonelyPrices());
        findings.addAll(intake.missingSettlements());
        return findings.stream().sorted(Finding.ORDER).toList();
    }

    /** As findings.csv has them. */
    public static String csv(List<Finding> findings) {
        return ResultTables.findings().write(findings);
    }

    private List<Finding> lonelyPrices() {
        FundTerms terms = pack.fund().on(pack.fund().inception());
        SortedMap<String, List<Quote>> daily = pack.quotes().stream()
                .filter(quote -> quote.kind() != Quote.Kind.FINAL && isKnown(quote))
                .collect(Collectors.groupingBy(Quote::instrument, TreeMap::new, Collectors.toList()));
        List<Finding> findings = new ArrayList<>();
        daily.forEach((id, quotes) -> {
            Instrument instrument = pack.instruments().get(id);
            findings.addAll(PriceIntake.check(lastKnownOfEachTime(quotes), terms.prices(instrument)));
        });
        return findings;
    }

    /** Quotes come in order of time and then of knowledge, so the last of a time wins. */
    private static List<Quote> lastKnownOfEachTime(List<Quote> quotes) {
        SortedMap<Instant, Quote> series = new TreeMap<>();
        quotes.forEach(quote -> series.put(quote.time(), quote));
        return List.copyOf(series.values());
    }

    private List<Finding> missingSettlements() {
        Map<String, BusinessCalendar> calendars =
                new KnownCalendars(pack.fund().calendars(), pack.calendarDays()).at(known);
        SortedMap<String, SortedSet<LocalDate>> settled = new TreeMap<>();
        for (Quote quote : pack.quotes()) {
            if (quote.kind() == Quote.Kind.SETTLEMENT
                    && isKnown(quote)
                    && pack.instruments().get(quote.instrument()) instanceof Future future
                    && !quote.date().isAfter(future.lastTrade())) {
                settled.computeIfAbsent(future.calendar(), id -> new TreeSet<>())
                        .add(quote.date());
            }
        }
        List<Finding> findings = new ArrayList<>();
        settled.forEach((id, dates) -> dates.first()
                .datesUntil(dates.last())
                .filter(date -> calendars.get(id).isBusinessDay(date) && !dates.contains(date))
                .forEach(date -> findings.add(incomplete(id, date))));
        return findings;
    }

    private boolean isKnown(Quote quote) {
        return !quote.recorded().isAfter(known);
    }

    private static Finding incomplete(String calendar, LocalDate date) {
        return new Finding(
                date,
                "C36",
                Finding.Severity.BLOCK,
                calendar,
                BigDecimal.ZERO,
                BigDecimal.ONE,
                INCOMPLETE.formatted(calendar, date));
    }
}
