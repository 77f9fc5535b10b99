package org.assay.reports;

import java.time.Instant;

/**
 * Who put something into the books, and when.
 *
 * @param by a person's name, or the schedule
 * @param at by the clock of the database
 */
public record Posted(String by, Instant at) {}
