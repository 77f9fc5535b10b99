package org.assay.db;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import org.assay.pack.fund.CalendarDay;
import org.assay.pack.fund.FundFile;

/**
 * Where a fund stands: all that the night asks the books of it.
 *
 * @param closed the last day whose books are closed, by a strike or before the fund came in
 * @param last the strike that counts for the last day struck
 * @param reports of that strike, each as its status and kind: {@code Review nav-pack}
 * @param owesReports reports of other strikes are to be made, and may be tried now
 * @param refusal why the strike after the closed day could not be made
 * @param calendarDays what was said of the fund's own calendar after the closed day
 */
public record Standing(
        FundHead fund,
        Optional<LocalDate> closed,
        Optional<StrikeHead> last,
        SortedSet<String> reports,
        boolean owesReports,
        Optional<Refusal> refusal,
        List<CalendarDay> calendarDays) {
    public Standing {
        calendarDays = List.copyOf(calendarDays);
    }

    /** The first day the fund may strike next, if it is a business day. */
    public LocalDate open() {
        FundFile terms = fund.terms();
        return closed.map(date -> date.plusDays(1)).orElse(terms.inception());
    }

    Standing with(List<CalendarDay> days) {
        return new Standing(fund, closed, last, reports, owesReports, refusal, days);
    }

    /**
     * A fund whose rows cannot be read: it stops alone.
     *
     * @param why what was found instead
     */
    public record Unreadable(String fund, String name, String why) {}

    /** Of all funds that were asked for, each in one of the lists, by id. */
    public record Standings(List<Standing> funds, List<Unreadable> unreadable) {
        public Standings {
            funds = List.copyOf(funds);
            unreadable = List.copyOf(unreadable);
        }
    }
}
