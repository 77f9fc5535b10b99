package org.assay.pack.fund;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.assay.kernel.instrument.Future;
import org.assay.kernel.instrument.Instrument;
import org.assay.kernel.money.Currency;
import org.assay.kernel.nav.Place;
import org.assay.kernel.nav.ShareClass;
import org.assay.pack.table.Column;
import org.assay.pack.table.Layout;
import org.assay.pack.table.Names;

/**
 * What the rows of a pack may name, and what bounds them.
 *
 * @param known nothing in the pack may be recorded after it
 * @param base currency of the fund
 * @param scopes contracts and roots, with the currency of their margin
 */
record Reference(
        Instant known,
        Currency base,
        Names<Currency> currencies,
        Names<Place> places,
        Names<ShareClass> classes,
        Names<CalendarTerms> calendars,
        Names<String> programmes,
        Names<Instrument> instruments,
        Names<Scope> scopes) {
    /**
     * Stands where the currency of a fund could not be read; such a pack is refused. No currency has this code.
     */
    private static final Currency NONE = new Currency("NOCURRENCY", 8);

    private static final String INSTRUMENT = "an instrument of reference/instruments.csv";
    private static final String SCOPE = "a contract of reference/contracts.csv, or the root of one";

    /** What an initial margin rate is for. */
    record Scope(String id, Currency currency) {}

    /** @param fund absent when fund.json could not be read */
    static Reference of(Instant known, Optional<FundFile> fund) {
        return new Reference(
                known,
                fund.map(FundFile::base).orElse(NONE),
                names(fund, "a currency of fund.json", FundFile::currencies, Currency::code),
                names(fund, "a place of fund.json", FundFile::allPlaces, Place::id),
                names(fund, "a class of fund.json", FundFile::allClasses, ShareClass::code),
                names(fund, "a calendar of fund.json", FundFile::calendars, CalendarTerms::id),
                names(fund, "a programme of fund.json", Reference::programmes, Function.identity()),
                Names.unread(INSTRUMENT, Instrument::id),
                Names.unread(SCOPE, Scope::id));
    }

    /** @param lost names of instruments that may be there and could not be read */
    Reference with(SortedMap<String, Instrument> read, Predicate<String> lost, boolean anyLost) {
        SortedMap<String, Scope> found = new TreeMap<>();
        for (Instrument instrument : read.values()) {
            if (instrument instanceof Future future) {
                found.put(future.id(), new Scope(future.id(), future.currency()));
                found.putIfAbsent(future.root(), new Scope(future.root(), future.currency()));
            }
        }
        return new Reference(
                known,
                base,
                currencies,
                places,
                classes,
                calendars,
                programmes,
                new Names<>(INSTRUMENT, read, Instrument::id, lost),
                // A root has no row of its own: where a contract was lost, a root that is not found may be its.
                new Names<>(SCOPE, found, Scope::id, scope -> anyLost));
    }

    /** Nothing in a pack may be recorded after the pack's own time of knowledge. */
    void expectKnown(Layout.Draft<?> draft, Column<Instant> recorded) {
        draft.expect(
                recorded,
                cells -> !cells.get(recorded).isAfter(known),
                "an instant up to %s, the pack's \"known\"".formatted(known));
    }

    private static List<String> programmes(FundFile fund) {
        return fund.programmes().stream()
                .map(dated -> dated.value().id())
                .distinct()
                .toList();
    }

    private static <V> Names<V> names(
            Optional<FundFile> fund, String expected, Function<FundFile, List<V>> values, Function<V, String> name) {
        return fund.map(file -> Names.of(expected, values.apply(file), name))
                .orElseGet(() -> Names.unread(expected, name));
    }
}
