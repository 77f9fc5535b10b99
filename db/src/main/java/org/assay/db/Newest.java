package org.assay.db;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The values asked for last, for who comes back to the same ones soon: a slice of funds that catches up, day after day.
 * What is kept must follow from its key alone, so that nobody can tell whether it was kept.
 */
final class Newest<K, V> {
    /** Beyond the threads of a node, each at one fund; and little beside the books of a large fund. */
    private static final int MOST = 64;

    private final Map<K, V> kept = new LinkedHashMap<>(MOST, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > MOST;
        }
    };

    synchronized Optional<V> find(K key) {
        return Optional.ofNullable(kept.get(key));
    }

    synchronized V keep(K key, V value) {
        kept.put(key, value);
        return value;
    }
}
