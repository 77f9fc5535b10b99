/**
 * The day of a fund desk without the desk: files come in, the valuation point passes, the NAVs that are due are struck.
 *
 * <p>A trigger only says "look". What is due follows from the calendars and the clock, so a missed night is not a case
 * of its own, and firing twice strikes once. Every file of a custodian, broker or price vendor gets an answer: its
 * rows and its failures, never half of it.
 *
 * <p>Here live the cycle of the day, the file intake, and the formats custodians send; adding a format is adding its
 * bean.
 */
package org.assay.batch;
