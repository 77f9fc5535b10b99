package org.assay.db;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What a person may now.
 *
 * @param fund it is for; absent for all
 * @param until its last day; absent for no end
 */
public record Right(Person.Role role, Optional<String> fund, Optional<LocalDate> until) {
    /** Whether it is for this fund. */
    public boolean isFor(String id) {
        return fund.isEmpty() || fund.get().equals(id);
    }
}
