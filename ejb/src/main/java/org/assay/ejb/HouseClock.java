package org.assay.ejb;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;

/**
 * The only clock of the house.
 *
 * <p>A NAV must come out the same when it is struck late, struck again or struck years later, so the kernel is given
 * its dates and moments as arguments. Somebody has to look at a clock first, to know which day is due and when a fact
 * became known; that is done here and nowhere else. One clock can be moved: a test replaces this bean, and the demo
 * sets it to an hour after the last valuation point. A second clock, or one {@code now()} without it, would stay
 * behind unnoticed.
 *
 * <p>It runs in UTC because it answers only "which moment"; which date that is depends on the fund, whose own zone is
 * one of its dated terms.
 */
@ApplicationScoped
public class HouseClock {

    /** Without a scope, so that it is injected as it is: the container cannot stand a proxy before a class of the JDK. */
    @Produces
    Clock clock() {
        return Clock.systemUTC();
    }
}
