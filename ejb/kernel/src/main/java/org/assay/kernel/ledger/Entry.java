package org.assay.kernel.ledger;

import java.time.LocalDate;
import java.util.List;

/**
 * A balanced entry.
 *
 * @param id day and number, in the order of posting
 * @param kind what happened, in the words of the desk
 * @param fact the fact that caused it, or the derived event: {@code MARGIN:FCM:2026-03-02}
 */
public record Entry(String id, LocalDate date, String kind, String fact, List<Line> lines) {
    public Entry {
        lines = List.copyOf(lines);
    }
}
