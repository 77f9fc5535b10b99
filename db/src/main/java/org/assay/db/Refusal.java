package org.assay.db;

import java.time.LocalDate;

/**
 * Why the strike of a day could not be made, as last found.
 *
 * @param code of the register of refusals, or {@link #FAILED}
 * @param reason in words, with who must act
 */
public record Refusal(LocalDate date, String code, String reason) {
    /** Nothing of the register: something broke, and the developers must act. */
    public static final String FAILED = "FAILED";
}
