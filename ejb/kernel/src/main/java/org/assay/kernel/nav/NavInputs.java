package org.assay.kernel.nav;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.assay.kernel.calendar.BusinessCalendar;
import org.assay.kernel.instrument.Instrument;
import org.assay.kernel.ledger.Fact;
import org.assay.kernel.money.Currency;
import org.assay.kernel.pricing.Quote;
import org.assay.kernel.pricing.Spot;

/**
 * All a strike may know: one immutable snapshot.
 *
 * @param date day D
 * @param valuationPoint VP(D)
 * @param known K: nothing recorded after it is in here
 * @param terms in force on D
 * @param opening books of the strike before
 * @param facts effective by VP(D), known by K, taken by no earlier strike; already without those a later fact replaces
 * @param struckAlready facts that one in {@code facts} replaces although an earlier strike has taken them
 * @param quotes the newest known of each live instrument, by VP(D); final settlement prices of contracts that ended
 * @param rates newest known of each currency, in base currency
 * @param instruments all that are held, traded, quoted or rolled
 * @param calendars by id, as known by K
 * @param earlierQuotes of proxies, for the day on which what they stand for was last priced; one a proxy and day
 */
public record NavInputs(
        LocalDate date,
        Instant valuationPoint,
        Instant known,
        FundTerms terms,
        Books opening,
        List<Fact> facts,
        SortedSet<String> struckAlready,
        List<Quote> quotes,
        SortedMap<Currency, Spot> rates,
        SortedMap<String, Instrument> instruments,
        SortedMap<String, BusinessCalendar> calendars,
        @AddedLater List<Quote> earlierQuotes) {
    public NavInputs {
        facts = facts.stream().sorted(Fact.ORDER).toList();
        struckAlready = Collections.unmodifiableSortedSet(new TreeSet<>(struckAlready));
        quotes = quotes.stream().sorted(Quote.ORDER).toList();
        earlierQuotes = earlierQuotes.stream().sorted(Quote.ORDER).toList();
        rates = sorted(rates);
        instruments = sorted(instruments);
        calendars = sorted(calendars);
        for (Currency currency : rates.keySet()) {
            if (instruments.containsKey(currency.code())) {
                throw new IllegalArgumentException("instrument %s bears the code of a currency".formatted(currency));
            }
        }
    }

    /** SHA-256 of everything above: same digest, same NAV. */
    public String digest() {
        return Digest.of(this);
    }

    /** SHA-256 of the terms in force: the rules the NAV stands on. */
    public String termsDigest() {
        return Digest.of(terms);
    }

    /** SHA-256 of the prices and rates it was struck with. */
    public String marketDigest() {
        return Digest.of(new Market(quotes, rates, earlierQuotes));
    }

    private record Market(List<Quote> quotes, SortedMap<Currency, Spot> rates, List<Quote> earlierQuotes) {}

    private static <K, V> SortedMap<K, V> sorted(Map<K, V> map) {
        return Collections.unmodifiableSortedMap(new TreeMap<>(map));
    }
}
