package org.assay.kernel.pricing;

import java.time.LocalDate;
import org.assay.kernel.money.FxRate;

/**
 * The newest exchange rate known.
 *
 * @param date it belongs to; older than the strike's when there was none of the day
 */
public record Spot(FxRate rate, LocalDate date) {}
