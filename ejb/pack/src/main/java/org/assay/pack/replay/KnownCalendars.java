package org.assay.pack.replay;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.assay.kernel.calendar.BusinessCalendar;
import org.assay.pack.fund.CalendarDay;
import org.assay.pack.fund.CalendarTerms;

/** The calendars of a fund as they were known at any moment. Each is built once per moment at which it changed. */
final class KnownCalendars {
    private final SortedMap<String, NavigableMap<Instant, BusinessCalendar>> versions = new TreeMap<>();

    KnownCalendars(List<CalendarTerms> calendars, List<CalendarDay> days) {
        for (CalendarTerms terms : calendars) {
            versions.put(
                    terms.id(),
                    versions(
                            terms,
                            days.stream()
                                    .filter(day -> day.calendar().equals(terms.id()))
                                    .sorted(Comparator.comparing(CalendarDay::recorded))
                                    .toList()));
        }
    }

    SortedMap<String, BusinessCalendar> at(Instant known) {
        SortedMap<String, BusinessCalendar> calendars = new TreeMap<>();
        versions.forEach((id, all) -> calendars.put(id, all.floorEntry(known).getValue()));
        return Collections.unmodifiableSortedMap(calendars);
    }

    BusinessCalendar at(Instant known, String id) {
        return versions.get(id).floorEntry(known).getValue();
    }

    /** What was learned later wins over what was learned earlier, date by date. */
    private static NavigableMap<Instant, BusinessCalendar> versions(CalendarTerms terms, List<CalendarDay> days) {
        NavigableMap<Instant, BusinessCalendar> versions = new TreeMap<>();
        NavigableSet<LocalDate> closed = new TreeSet<>();
        NavigableSet<LocalDate> opened = new TreeSet<>();
        versions.put(Instant.MIN, calendar(terms, closed, opened));
        for (int i = 0; i < days.size(); i++) {
            CalendarDay day = days.get(i);
            boolean isOpen = day.status() == CalendarDay.Status.OPEN;
            (isOpen ? closed : opened).remove(day.date());
            (isOpen ? opened : closed).add(day.date());
            boolean isLast = i + 1 == days.size() || !days.get(i + 1).recorded().equals(day.recorded());
            if (isLast) {
                versions.put(day.recorded(), calendar(terms, closed, opened));
            }
        }
        return versions;
    }

    private static BusinessCalendar calendar(
            CalendarTerms terms, SortedSet<LocalDate> closed, SortedSet<LocalDate> opened) {
        return new BusinessCalendar(terms.id(), new TreeSet<>(terms.weekend()), closed, opened);
    }
}
