package org.assay.db.chain;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The years that were dropped, as the books say under seal.
 *
 * @param kept of each year, the strikes that stay: those whose books a later year opened with
 */
record DroppedYears(Map<Integer, Set<Long>> kept) {
    static final DroppedYears NONE = new DroppedYears(Map.of());

    /** Of a strike that stays there are its head and its approvals; all else of it went with the year. */
    private static final Set<String> STAY = Set.of("strike", "decision");

    DroppedYears {
        kept = Map.copyOf(kept);
    }

    /** Years dropped before this was sealed say of no strike that it stays. */
    static DroppedYears read(Connection connection) throws SQLException {
        try (Statement sql = connection.createStatement();
                ResultSet row = sql.executeQuery("select year, coalesce(kept, '{}') as kept from assay.dropped_year")) {
            Map<Integer, Set<Long>> kept = new HashMap<>();
            while (row.next()) {
                kept.put(row.getInt("year"), new HashSet<>(List.of((Long[])
                        row.getArray("kept").getArray())));
            }
            return new DroppedYears(kept);
        }
    }

    /** Whether the rows of a strike are gone because their year was dropped. */
    boolean took(SealedTable table, long strike, LocalDate day) {
        Set<Long> stay = kept.get(day.getYear());
        return stay != null && !(STAY.contains(table.name()) && stay.contains(strike));
    }
}
