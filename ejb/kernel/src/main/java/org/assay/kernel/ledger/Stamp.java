package org.assay.kernel.ledger;

import java.time.Instant;
import java.util.Optional;

/**
 * The head of every fact.
 *
 * @param id unique in the fund; the idempotency key
 * @param effective when it counts
 * @param recorded when we learned it
 * @param corrects the fact it replaces
 * @param source where it came from, in words
 */
public record Stamp(String id, Instant effective, Instant recorded, Optional<String> corrects, String source) {}
