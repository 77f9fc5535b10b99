package org.assay.web.signin;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Makes guessing slow. After five wrong passwords for a name from one source the wait doubles with each further one.
 *
 * <p>A name alone is not locked out: then anybody could lock out a colleague. It waits by the machine's running time, not
 * by the house clock, which stands still in the demo.
 */
@ApplicationScoped
public class Throttle {
    private static final int FREE = 5;
    private static final Duration LONGEST = Duration.ofMinutes(15);
    private static final int REMEMBERED = 10_000;

    private final Map<String, Wrong> wrong;
    private final LongSupplier nanos;

    private record Wrong(int times, long last) {}

    public Throttle() {
        this(System::nanoTime, REMEMBERED);
    }

    /** @param remembered pairs of name and source; the one unheard of for longest is forgotten first */
    Throttle(LongSupplier nanos, int remembered) {
        this.nanos = nanos;
        this.wrong = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Wrong> eldest) {
                return size() > remembered;
            }
        };
    }

    /** How long this name must wait before it may try again; zero when it may. */
    synchronized Duration delay(String name, String source) {
        Wrong so = wrong.get(key(name, source));
        if (so == null || so.times() < FREE) {
            return Duration.ZERO;
        }
        Duration grown = Duration.ofSeconds(1L << Math.min(so.times() - FREE + 1, 20));
        Duration whole = grown.compareTo(LONGEST) > 0 ? LONGEST : grown;
        Duration left = whole.minusNanos(nanos.getAsLong() - so.last());
        return left.isNegative() ? Duration.ZERO : left;
    }

    synchronized void wasWrong(String name, String source) {
        wrong.merge(
                key(name, source),
                new Wrong(1, nanos.getAsLong()),
                (before, now) -> new Wrong(before.times() + 1, now.last()));
    }

    synchronized void wasRight(String name, String source) {
        wrong.remove(key(name, source));
    }

    /** A wait, as people are told. */
    static String words(Duration wait) {
        long seconds = wait.toSeconds() + 1;
        return seconds < 120 ? seconds + " s" : (seconds + 59) / 60 + " min";
    }

    private static String key(String name, String source) {
        return source + " " + name;
    }
}
