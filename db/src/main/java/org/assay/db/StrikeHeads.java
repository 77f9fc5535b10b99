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
import java.util.stream.Stream;
import org.assay.db.StrikeHead.ClassLine;
import org.assay.db.StrikeHead.Word;

/** Reads heads of strikes: two statements for any number of them. */
final class StrikeHeads {
    private static final String HEADS =
            "select * from assay.strikes_at(?) where %s order by fund, date, version, attempt";
    private static final String CLASSES = """
            select n.* from assay.nav n
            join (select id, date from assay.strikes_at(?) where %s) s on s.id = n.strike and s.date = n.date
            order by n.strike, n.class""";

    private static final String LAST = """
            counts and fund = ? and date = (select max(date) from assay.strike
                where fund = ? and version > 0 and branch is null and struck_at <= ?)""";

    private final Connection connection;
    private final Instant moment;

    /** @param moment strikes and decisions as they stood then */
    StrikeHeads(Connection connection, Instant moment) {
        this.connection = connection;
        this.moment = moment;
    }

    /** The one that counts for the nearest day on one side of a date: {@code max(date)} of {@code date < ?}. */
    Optional<StrikeHead> beside(String fund, String nearest, String side, LocalDate date) throws SQLException {
        String condition = """
                counts and fund = ? and date =
                    (select %s from assay.strike where fund = ? and version > 0 and branch is null and %s)""".formatted(nearest, side);
        return read(condition, fund, fund, date).stream().findFirst();
    }

    /** @param condition over the columns of strikes_at */
    List<StrikeHead> read(String condition, Object... arguments) throws SQLException {
        Object[] all = Stream.concat(Stream.of(moment), Stream.of(arguments)).toArray();
        Map<Long, List<ClassLine>> classes = classes(connection, CLASSES.formatted(condition), all);
        try (PreparedStatement select = connection.prepareStatement(HEADS.formatted(condition))) {
            FileRows.bind(connection, select, all);
            try (ResultSet row = select.executeQuery()) {
                List<StrikeHead> heads = new ArrayList<>();
                while (row.next()) {
                    heads.add(head(row, classes.getOrDefault(row.getLong("id"), List.of())));
                }
                return heads;
            }
        }
    }

    /** Of the last day that was struck by the moment. */
    List<StrikeHead> last(String fund) throws SQLException {
        return read(LAST, fund, fund, moment);
    }

    /** @param sql gives rows of table nav, each strike's together */
    static Map<Long, List<ClassLine>> classes(Connection connection, String sql, Object... arguments)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
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

    /** @param row with the columns of strikes_at */
    static StrikeHead head(ResultSet row, List<ClassLine> classes) throws SQLException {
        return new StrikeHead(
                row.getLong("id"),
                new StrikeId(
                        row.getString("fund"),
                        row.getObject("date", LocalDate.class),
                        row.getInt("version"),
                        row.getInt("attempt")),
                Optional.ofNullable(row.getObject("branch", Long.class)),
                Optional.ofNullable(row.getObject("opening", Long.class)),
                instant(row, "valuation_point"),
                instant(row, "known"),
                row.getString("inputs"),
                row.getString("result"),
                StrikeHead.Status.valueOf(row.getString("status")),
                row.getString("outcome").equals("HELD"),
                number(row, "net_assets"),
                row.getString("currency"),
                row.getInt("controls_run"),
                row.getInt("controls_failed"),
                new AskedBy(
                        row.getString("struck_by"),
                        Optional.ofNullable(row.getString("fire_instance")),
                        row.getString("node")),
                instant(row, "struck_at"),
                word(row, "approved"),
                word(row, "returned"),
                classes);
    }

    private static Optional<Word> word(ResultSet row, String what) throws SQLException {
        String by = row.getString(what + "_by");
        return by == null
                ? Optional.empty()
                : Optional.of(new Word(by, instant(row, what + "_at"), row.getString(what + "_for")));
    }

    private static BigDecimal number(ResultSet row, String column) throws SQLException {
        return row.getBigDecimal(column).stripTrailingZeros();
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
