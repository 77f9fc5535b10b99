package org.assay.pack.fund;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What an instrument is called elsewhere. Information: it is kept and exported, no figure depends on it.
 *
 * @param from first day
 * @param to first day on which it no longer is
 */
public record Identifier(String instrument, Scheme scheme, String value, LocalDate from, Optional<LocalDate> to) {
    /** Who gives the name. */
    public enum Scheme {
        ISIN,
        FIGI,
        DTI,
        CAIP19,
        TICKER
    }
}
