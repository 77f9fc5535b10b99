package org.assay.ejb;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * The only clock of the house.
 *
 * <p>A NAV must come out the same when it is struck late, struck again or struck years later, so the kernel is given
 * its dates and moments as arguments. Somebody has to look at a clock first, to know which day is due and when a fact
 * became known; that is done here and nowhere else. One clock can be moved: the demo's stands still, at the instant
 * ASSAY_CLOCK names. A second clock, or one {@code now()} without it, would stay behind unnoticed.
 *
 * <p>It runs in UTC because it answers only "which moment"; which date that is depends on the fund, whose own zone is
 * one of its dated terms.
 */
@ApplicationScoped
public class HouseClock {
    private static final String STANDS_AT = "ASSAY_CLOCK";

    /** Without a scope, so that it is injected as it is: the container cannot stand a proxy before a class of the JDK. */
    @Produces
    Clock clock() {
        return Optional.ofNullable(System.getenv(STANDS_AT))
                .filter(text -> !text.isEmpty())
                .map(text -> Clock.fixed(Instant.parse(text), ZoneOffset.UTC))
                .orElseGet(Clock::systemUTC);
    }
}
