package org.assay.pack.fund;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.assay.kernel.calendar.ValuationPoint;

/**
 * When a fund's day ends and how long what is learned about it may still come in.
 *
 * @param intakeHours elapsed hours after the valuation point: a scheduled strike knows what was recorded by then
 */
public record DayEnd(ValuationPoint point, BigDecimal intakeHours) {
    private static final BigDecimal NANOS_PER_HOUR = BigDecimal.valueOf(3_600_000_000_000L);

    public DayEnd {
        intakeHours = intakeHours.stripTrailingZeros();
    }

    /** K(D) of a scheduled strike. */
    public Instant known(LocalDate date) {
        BigDecimal nanos = intakeHours.multiply(NANOS_PER_HOUR).setScale(0, RoundingMode.DOWN);
        return point.on(date).plus(Duration.ofNanos(nanos.longValueExact()));
    }
}
