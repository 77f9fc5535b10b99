package org.assay.db;

import java.util.Optional;

/**
 * Who asked for a strike.
 *
 * @param who a person, or the schedule
 * @param fireInstance of the scheduler's trigger
 * @param node that struck
 */
public record AskedBy(String who, Optional<String> fireInstance, String node) {}
