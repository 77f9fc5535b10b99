package org.assay.ejb;

import java.lang.ref.SoftReference;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.assay.kernel.nav.NavInputs;
import org.assay.kernel.nav.NavResult;

/**
 * NAVs that were struck again a moment ago: who looks at one asks for it with every click. A strike never changes, so it is the
 * same; that it still follows from what the books hold is found out anew after a minute. Memory that is needed elsewhere is given
 * up before anything else.
 */
final class JustStruck {
    private static final long KEPT_NANOS = Duration.ofMinutes(1).toNanos();
    private static final int MOST = 32;

    private final LongSupplier nanos;

    private final Map<Long, Entry> kept = new LinkedHashMap<>(MOST, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Entry> eldest) {
            return size() > MOST;
        }
    };

    JustStruck(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** What a strike was made of, and what came of it. */
    record Restruck(NavInputs inputs, NavResult result) {}

    private record Entry(SoftReference<Restruck> restruck, long since) {}

    synchronized Optional<Restruck> find(long strike) {
        Entry entry = kept.get(strike);
        boolean isThere = entry != null && nanos.getAsLong() - entry.since() < KEPT_NANOS;
        return isThere ? Optional.ofNullable(entry.restruck().get()) : Optional.empty();
    }

    synchronized void keep(long strike, Restruck restruck) {
        kept.put(strike, new Entry(new SoftReference<>(restruck), nanos.getAsLong()));
    }
}
