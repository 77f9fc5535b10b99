package org.assay.pack.fund;

import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * pack.json: what the pack is.
 *
 * @param format version of the format, 1
 * @param illustrative invented for demonstration
 * @param known nothing recorded after it is in the pack
 * @param strikes what the results in expected/ are of, when there are any
 * @param files SHA-256 in hex of every input file by name; absent when the pack is not sealed
 */
public record Manifest(
        int format,
        String fund,
        boolean illustrative,
        Instant known,
        Optional<StrikeRange> strikes,
        Optional<SortedMap<String, String>> files) {
    public Manifest {
        files = files.map(hashes -> Collections.unmodifiableSortedMap(new TreeMap<>(hashes)));
    }

    /** Its files are known by their SHA-256, so that a change shows. */
    public boolean isSealed() {
        return files.isPresent();
    }

    Manifest sealed(SortedMap<String, String> hashes) {
        return new Manifest(format, fund, illustrative, known, strikes, Optional.of(hashes));
    }

    /** The same pack, as evidence of these strikes. */
    public Manifest of(StrikeRange range) {
        return new Manifest(format, fund, illustrative, known, Optional.of(range), files);
    }
}
