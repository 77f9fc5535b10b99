/**
 * The audit workbook: the NAV worked again by formulas. Constants stand on input sheets, everything else leads from them
 * to the NAV per share, and a tie-out holds each figure against the one that was struck.
 *
 * <p>A spreadsheet calculates in binary floating point with some fifteen digits. Every amount is therefore rounded where
 * the kernel rounds it, and a quantity with more digits than that is shown, and counted, at fifteen.
 */
package org.assay.reports.workbook;
