package org.assay.db;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assay.db.StrikeHead.Approval;
import org.assay.db.StrikeHead.ClassLine;

/** Reads heads of strikes: two statements for any number of them. */
final class StrikeHeads {
    private static final String HEADS = "select * from assay.strike_status where %s order by fund, date";
    private static final String CLASSES = """
            select n.* from assay.nav n join (select id from assay.strike_status where %s) s on s.id = n.strike
            order by n.strike, n.class""";

    private StrikeHeads() {}

    /** @param condition over the columns of view strike_status */
    static List<StrikeHead> read(Connection connection, String condition, Object... arguments) throws SQLException {
        Map<Long, List<ClassLine>> classes = classes(connection, condition, arguments);
        try (PreparedStatement select = connection.prepareStatement(HEADS.formatted(condition))) {
            FileRows.bind(connection, select, arguments);
            try (ResultSet row = select.executeQuery()) {
                List<StrikeHead> heads = new ArrayList<>();
                while (row.next()) {
                    heads.add(head(row, classes.getOrDefault(row.getLong("id"), List.of())));
                }
                return heads;
            }
        }
    }

    private static Map<Long, List<ClassLine>> classes(Connection connection, String condition, Object... arguments)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(CLASSES.formatted(condition))) {
            FileRows.bind(connection, select, arguments);
            Map<Long, List<ClassLine>> classes = new HashMap<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    classes.computeIfAbsent(row.getLong("strike"), id -> new ArrayList<>())
                            .add(new ClassLine(
                                    row.getString("class"),
                                    number(row, "net_assets"),
                                    number(row, "shares"),
                                    number(row, "nav_per_share")));
                }
            }
            return classes;
        }
    }

    private static StrikeHead head(ResultSet row, List<ClassLine> classes) throws SQLException {
        Optional<Approval> approval = row.getString("approved_by") == null
                ? Optional.empty()
                : Optional.of(new Approval(
                        row.getString("approved_by"), instant(row, "approved_at"), row.getString("approved_for")));
        return new StrikeHead(
                row.getLong("id"),
                new StrikeId(
                        row.getString("fund"),
                        row.getObject("date", LocalDate.class),
                        row.getInt("version"),
                        row.getInt("attempt")),
                instant(row, "valuation_point"),
                instant(row, "known"),
                row.getString("inputs"),
                row.getString("result"),
                StrikeHead.Status.valueOf(row.getString("status")),
                number(row, "net_assets"),
                row.getString("currency"),
                row.getInt("controls_run"),
                row.getInt("controls_failed"),
                new AskedBy(
                        row.getString("struck_by"),
                        Optional.ofNullable(row.getString("fire_instance")),
                        row.getString("node")),
                instant(row, "struck_at"),
                approval,
                classes);
    }

    private static BigDecimal number(ResultSet row, String column) throws SQLException {
        return row.getBigDecimal(column).stripTrailingZeros();
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
