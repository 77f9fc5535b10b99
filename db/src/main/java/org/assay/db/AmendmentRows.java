package org.assay.db;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads amendments, decided or not, as they stood at a moment. */
final class AmendmentRows {
    private static final String AMENDMENTS = """
            select a.*, d.act, d.decided_by, d.decided_at, d.reason as word
            from assay.amendment a
            left join assay.amendment_decision d on d.amendment = a.id and d.decided_at <= ?
            where a.asked_at <= ? and %s order by a.id""";

    private AmendmentRows() {}

    /** @param condition over an amendment a and what was decided of it, d */
    static List<Amendment> read(Connection connection, Instant moment, String condition, Object... arguments)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(AMENDMENTS.formatted(condition))) {
            FileRows.bind(connection, select, moment, moment);
            FileRows.bindFrom(3, connection, select, arguments);
            try (ResultSet row = select.executeQuery()) {
                List<Amendment> amendments = new ArrayList<>();
                while (row.next()) {
                    amendments.add(amendment(row));
                }
                return amendments;
            }
        }
    }

    private static Amendment amendment(ResultSet row) throws SQLException {
        Optional<Amendment.Word> word = row.getString("act") == null
                ? Optional.empty()
                : Optional.of(new Amendment.Word(
                        Amendment.Act.valueOf(row.getString("act")),
                        row.getString("decided_by"),
                        instant(row, "decided_at"),
                        row.getString("word")));
        return new Amendment(
                row.getLong("id"),
                row.getString("fund"),
                row.getString("kind"),
                row.getString("content"),
                Optional.ofNullable(row.getObject("first_day", LocalDate.class)),
                row.getString("reason"),
                row.getString("request"),
                row.getString("asked_by"),
                instant(row, "asked_at"),
                word);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
