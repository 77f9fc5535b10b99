package org.assay.db;

import java.time.Instant;
import java.util.Optional;

/**
 * A file as it arrived.
 *
 * @param kind of its rows: trades, prices
 * @param name as its sender calls it
 * @param recorded of its rows; absent for a pack, whose rows have their own
 */
public record Arrival(
        String fund, String kind, String name, String sha256, Optional<Instant> recorded, String sentBy) {}
