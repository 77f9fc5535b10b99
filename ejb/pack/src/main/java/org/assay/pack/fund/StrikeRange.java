package org.assay.pack.fund;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Which strikes a pack's expected results are of.
 *
 * @param to last day, inclusive
 * @param known what every strike knew; absent when each knew what a scheduled one does
 */
public record StrikeRange(LocalDate from, LocalDate to, Optional<Instant> known) {}
