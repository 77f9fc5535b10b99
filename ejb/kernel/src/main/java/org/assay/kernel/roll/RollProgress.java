package org.assay.kernel.roll;

import java.time.YearMonth;
import org.assay.kernel.money.Quantity;

/**
 * How far a window has come.
 *
 * @param month the calendar month of the window
 * @param done lots moved so far, signed like the position
 */
public record RollProgress(String programme, YearMonth month, Quantity done) {}
