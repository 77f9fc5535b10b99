package org.assay.kernel.roll;

import java.time.LocalDate;
import java.util.Optional;
import org.assay.kernel.calendar.BusinessCalendar;
import org.assay.kernel.instrument.Future;

/**
 * By when a contract must be gone.
 *
 * <pre>
 *   ---- hard stop ---- last safe day ---- first notice ---- last trade ----
 *        | hard stop days |                 of a contract that delivers
 * </pre>
 *
 * @param mustLeave it may not be held to its end: it delivers, or a programme rolls it
 * @param hardStop from this day on a position holds the NAV, if it must leave; otherwise its last day
 */
public record Deadline(
        Optional<LocalDate> firstNotice,
        LocalDate lastTrade,
        LocalDate lastSafeDay,
        LocalDate hardStop,
        boolean mustLeave) {
    /** @param programme that rolls the position, if one does */
    public static Deadline of(Future future, BusinessCalendar exchange, Optional<Programme> programme) {
        LocalDate safe = future.lastSafeDay(exchange);
        return new Deadline(
                future.firstNotice(),
                future.lastTrade(),
                safe,
                programme
                        .map(rolls -> exchange.plusBusinessDays(safe, -rolls.hardStopDays()))
                        .orElse(safe),
                future.settlement() == Future.Settlement.DELIVERY || programme.isPresent());
    }
}
