package org.assay.pack.fund;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.assay.kernel.instrument.Instrument;

/**
 * What a fund stands on while facts and prices come and go: its terms over all days, what it may hold, what that is called
 * elsewhere, and its calendars.
 *
 * @param instruments by id
 */
public record Standing(
        FundFile terms,
        SortedMap<String, Instrument> instruments,
        List<Identifier> identifiers,
        List<CalendarDay> calendarDays) {
    public Standing {
        instruments = Collections.unmodifiableSortedMap(new TreeMap<>(instruments));
        identifiers = List.copyOf(identifiers);
        calendarDays = List.copyOf(calendarDays);
    }

    Standing with(FundFile amended) {
        return new Standing(amended, instruments, identifiers, calendarDays);
    }

    Standing with(Identifier given) {
        List<Identifier> more = new ArrayList<>(identifiers);
        more.add(given);
        return new Standing(terms, instruments, more, calendarDays);
    }

    Standing with(Instrument listed) {
        SortedMap<String, Instrument> more = new TreeMap<>(instruments);
        more.put(listed.id(), listed);
        return new Standing(terms, more, identifiers, calendarDays);
    }

    Standing with(CalendarDay said) {
        List<CalendarDay> more = new ArrayList<>(calendarDays);
        more.add(said);
        return new Standing(terms, instruments, identifiers, more);
    }
}
