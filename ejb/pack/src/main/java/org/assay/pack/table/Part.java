package org.assay.pack.table;

import java.util.List;
import java.util.Optional;

/** How one value stands in a JSON file: a leaf, a list, an object. Reading and writing are inverse. */
public interface Part<V> {
    /** @return empty when it was refused */
    Optional<V> read(Json json, String file, Refusals refusals);

    Json write(V value);

    /** A list of these. */
    default Part<List<V>> list() {
        return new JsonList<>(this);
    }
}
