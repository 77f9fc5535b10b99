package org.assay.db;

import java.time.LocalDate;

/**
 * Which strike: firing it twice strikes once.
 *
 * @param version 1 is the scheduled one, n + 1 comes from an approved restatement
 * @param attempt counts strikes of an unpublished version, from 1
 */
public record StrikeId(String fund, LocalDate date, int version, int attempt) {
    /** The scheduled strike of a day. */
    public static StrikeId scheduled(String fund, LocalDate date) {
        return new StrikeId(fund, date, 1, 1);
    }
}
