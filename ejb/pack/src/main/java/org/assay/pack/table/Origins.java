package org.assay.pack.table;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Which file and line everything came from, and the SHA-256 of each file. */
public final class Origins {
    /** Stands in no name: names are on one line. */
    private static final String BETWEEN = "\u001f";

    private final Map<String, Origin> rows = new HashMap<>();
    private final SortedMap<String, String> hashes = new TreeMap<>();

    /** Where nothing was read from a file. */
    public static Origins none() {
        return new Origins();
    }

    /**
     * @param kind of row: fact, quote, instrument
     * @param identity the values that tell it from others of its kind
     */
    public Optional<Origin> find(String kind, String... identity) {
        return Optional.ofNullable(rows.get(key(kind, String.join(BETWEEN, identity))));
    }

    /** SHA-256 in hex of each file that was read, by its name. */
    public SortedMap<String, String> hashes() {
        return Collections.unmodifiableSortedMap(hashes);
    }

    /** @return where the same was claimed before; empty when it is new, and from now on claimed */
    public Optional<Origin> claim(Origin origin, String kind, String... identity) {
        return Optional.ofNullable(rows.putIfAbsent(key(kind, String.join(BETWEEN, identity)), origin));
    }

    public void hashed(String file, String sha256) {
        hashes.put(file, sha256);
    }

    private static String key(String kind, String identity) {
        return kind + BETWEEN + identity;
    }
}
