package org.assay.web.signin;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Makes guessing slow. After five wrong passwords for a name from one source the wait doubles with each further one. After a hundred
 * from one source, for whatever names, it is let through once a second: one password for many names is guessing too, and each look
 * at one is work. Who was in from there before is not kept waiting by that.
 *
 * <p>A name alone is not locked out: then anybody could lock out a colleague. It waits by the machine's running time, not
 * by the house clock, which stands still in the demo.
 */
@ApplicationScoped
public class Throttle {
    private static final int FREE = 5;
    private static final Duration LONGEST = Duration.ofMinutes(15);
    private static final int FREE_OF_A_SOURCE = 100;
    private static final Duration TURN = Duration.ofSeconds(1);
    private static final int REMEMBERED = 10_000;

    private final Map<String, Wrong> wrong;
    private final Map<String, Wrong> sources;
    private final Map<String, Boolean> wereIn;
    private final LongSupplier nanos;

    private record Wrong(int times, long last) {}

    public Throttle() {
        this(System::nanoTime, REMEMBERED);
    }

    /** @param remembered pairs of name and source; the one unheard of for longest is forgotten first */
    Throttle(LongSupplier nanos, int remembered) {
        this.nanos = nanos;
        wrong = latest(remembered);
        sources = latest(remembered);
        wereIn = latest(remembered);
    }

    private static <V> Map<String, V> latest(int most) {
        return new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
                return size() > most;
            }
        };
    }

    /** How long this name must wait before it may try again; zero when it may, and then its source has had its turn. */
    synchronized Duration delay(String name, String source) {
        Duration own = own(name, source);
        boolean isKnownHere = wereIn.containsKey(key(name, source));
        return own.isZero() && !isKnownHere ? turn(source) : own;
    }

    private Duration turn(String source) {
        Wrong so = sources.get(source);
        if (so == null || so.times() < FREE_OF_A_SOURCE) {
            return Duration.ZERO;
        }
        Duration left = TURN.minusNanos(nanos.getAsLong() - so.last());
        if (left.isNegative() || left.isZero()) {
            sources.put(source, new Wrong(so.times(), nanos.getAsLong()));
            return Duration.ZERO;
        }
        return left;
    }

    private Duration own(String name, String source) {
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
        Wrong now = new Wrong(1, nanos.getAsLong());
        wrong.merge(key(name, source), now, (before, more) -> new Wrong(before.times() + 1, more.last()));
        sources.merge(source, now, Throttle::again);
    }

    /** A source that was quiet for as long as anybody ever waits begins anew. */
    private static Wrong again(Wrong before, Wrong now) {
        boolean wasQuiet = now.last() - before.last() > LONGEST.toNanos();
        return wasQuiet ? now : new Wrong(before.times() + 1, now.last());
    }

    synchronized void wasRight(String name, String source) {
        wrong.remove(key(name, source));
        wereIn.put(key(name, source), true);
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
