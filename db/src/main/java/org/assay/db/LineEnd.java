package org.assay.db;

import java.time.LocalDate;

/**
 * The last day of a fund whose books are closed, by a strike that counts or before the fund came in.
 *
 * @param isHeld a hard control failed: the fund stops there
 */
public record LineEnd(LocalDate date, boolean isHeld) {}
