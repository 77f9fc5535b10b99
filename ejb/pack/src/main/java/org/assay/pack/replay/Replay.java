package org.assay.pack.replay;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Consumer;
import org.assay.kernel.nav.Books;
import org.assay.kernel.nav.Nav;
import org.assay.kernel.nav.NavInputs;
import org.assay.kernel.nav.NavResult;

/**
 * Strikes a fund day by day. Each strike opens with the books the one before it closed, and nothing else is handed on.
 */
public final class Replay {
    private Replay() {}

    /** A strike and what it was made of. */
    public record Strike(NavInputs inputs, NavResult result) {
        /** The fund stops here until somebody clears it. */
        public boolean isHeld() {
            return result.status() == NavResult.Status.HELD;
        }
    }

    /**
     * Every strike day after the opening books, up to and including {@code to}. A held day is the last: the fund stops
     * until it is cleared.
     *
     * @param each is told of every strike as it is made; none is kept
     */
    public static void run(KnownFund fund, Books opening, LocalDate to, Consumer<Strike> each) {
        Books books = opening;
        LocalDate from =
                opening.struck().map(struck -> struck.date().plusDays(1)).orElse(LocalDate.MIN);
        Optional<LocalDate> date = fund.schedule().first(from, to);
        while (date.isPresent()) {
            NavInputs inputs = fund.on(date.get(), books);
            Strike strike = new Strike(inputs, Nav.strike(inputs));
            each.accept(strike);
            if (strike.isHeld()) {
                return;
            }
            books = strike.result().closing();
            date = fund.schedule().first(date.get().plusDays(1), to);
        }
    }
}
