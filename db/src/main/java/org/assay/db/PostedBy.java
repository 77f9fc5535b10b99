package org.assay.db;

import java.time.Instant;

/**
 * Who put a fact into the books.
 *
 * @param by a person
 * @param at by the clock of the database
 */
public record PostedBy(String by, Instant at) {}
