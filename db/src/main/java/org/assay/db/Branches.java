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

/** Reads branches. */
final class Branches {
    private static final String BRANCHES = """
            select b.*, d.act, d.decided_by, d.decided_at, d.reason as word
            from assay.branch b left join assay.branch_decision d on d.branch = b.id and d.decided_at <= ?
            where b.opened_at <= ? and %s order by b.id""";

    private Branches() {}

    /**
     * As they stood at a moment.
     *
     * @param condition over a branch b and what was decided of it, d
     */
    static List<Branch> read(Connection connection, Instant moment, String condition, Object... arguments)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(BRANCHES.formatted(condition))) {
            FileRows.bind(connection, select, moment, moment);
            FileRows.bindFrom(3, connection, select, arguments);
            try (ResultSet row = select.executeQuery()) {
                List<Branch> branches = new ArrayList<>();
                while (row.next()) {
                    branches.add(branch(row));
                }
                return branches;
            }
        }
    }

    private static Branch branch(ResultSet row) throws SQLException {
        Optional<Branch.Word> word = row.getString("act") == null
                ? Optional.empty()
                : Optional.of(new Branch.Word(
                        Branch.Act.valueOf(row.getString("act")),
                        row.getString("decided_by"),
                        row.getObject("decided_at", OffsetDateTime.class).toInstant(),
                        row.getString("word")));
        return new Branch(
                row.getLong("id"),
                row.getString("fund"),
                row.getObject("from_date", LocalDate.class),
                row.getObject("known", OffsetDateTime.class).toInstant(),
                row.getString("reason"),
                row.getString("opened_by"),
                row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                row.getString("request"),
                word);
    }
}
