package org.assay.db;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.assay.db.NightWork.Block;
import org.assay.db.NightWork.NodeWork;
import org.assay.db.NightWork.Running;
import org.assay.db.NightWork.StruckDay;

/** What was done in the night and is being done: for who watches it, not for who decides what is due. */
final class NightRows {
    private static final String DAYS = """
            select distinct on (f.id, s.date) f.id, s.date, s.approved_by is not null as approved,
                s.approved_by is null and s.returned_by is not null as returned,
                array(select distinct b.control from assay.findings b where s.outcome = 'HELD'
                      and b.strike = s.id and b.date = s.date and b.severity = 'BLOCK' order by b.control) as held_by
            from (select ?::timestamptz as moment) m
            cross join unnest(?::text[]) f(id)
            cross join lateral (%s and s.date >= ?) s
            order by f.id, s.date, s.version desc, s.attempt desc""".formatted(StandingRows.COUNTING);

    /** Each business day has one first attempt of its scheduled version. */
    private static final String COUNT =
            "select count(*) from assay.strike where version = 1 and attempt = 1 and branch is null and date >= ? and struck_at <= ?";

    private static final String COUNT_OF = COUNT + " and fund = any(?)";

    /** Ids grow with time, so the newest are at the end of an index. */
    private static final String NODES = """
            select node, max(struck_at) as last_struck,
                count(*) filter (where struck_at > clock_timestamp() - interval '1 minute') as last_minute
            from (select node, struck_at from assay.strike where version > 0 order by id desc limit 10000) s
            where struck_at > clock_timestamp() - interval '1 hour' group by node order by node""";

    private static final String REPORTS = """
            select count(*) from (select made_at from assay.report order by strike desc limit 10000) r
            where made_at > clock_timestamp() - interval '1 minute'""";

    private static final String RUNNING = """
            select instance_name, job_group, job_name, fired_time from quartz.qrtz_fired_triggers
            where state = 'EXECUTING' and job_group in ('strike', 'replay', 'report') order by fired_time, job_name""";

    private static final String BLOCKS = """
            select distinct on (strike, control) strike, control, subject, text,
                count(*) over (partition by strike, control) - 1 as others
            from assay.findings where strike = any(?) and date = any(?::date[]) and severity = 'BLOCK'
            order by strike, control, subject""";

    private final Connection connection;
    private final Optional<Instant> moment;

    /** @param moment as it stood then; absent as it stands now */
    NightRows(Connection connection, Optional<Instant> moment) {
        this.connection = connection;
        this.moment = moment;
    }

    List<StruckDay> days(Collection<String> funds, LocalDate from) throws SQLException {
        return rows(
                DAYS,
                row -> new StruckDay(
                        row.getString("id"),
                        row.getObject("date", LocalDate.class),
                        List.of((String[]) row.getArray("held_by").getArray()),
                        row.getBoolean("approved"),
                        row.getBoolean("returned")),
                moment.orElse(Line.ALWAYS),
                connection.createArrayOf("text", funds.toArray()),
                from);
    }

    /** Who works, and how fast, is told of now alone. */
    NightWork work(Scope scope, LocalDate since) throws SQLException {
        Instant until = moment.orElse(Line.ALWAYS);
        long struck = (scope.isAll()
                        ? rows(COUNT, row -> row.getLong(1), since, until)
                        : rows(COUNT_OF, row -> row.getLong(1), since, until, scope.funds()))
                .get(0);
        if (moment.isPresent()) {
            return new NightWork(struck, 0, List.of(), List.of());
        }
        return new NightWork(
                struck,
                rows(REPORTS, row -> row.getInt(1)).get(0),
                rows(
                        NODES,
                        row -> new NodeWork(
                                row.getString("node"),
                                row.getInt("last_minute"),
                                row.getObject("last_struck", OffsetDateTime.class)
                                        .toInstant())),
                rows(
                        RUNNING,
                        row -> new Running(
                                row.getString("instance_name"),
                                row.getString("job_group"),
                                row.getString("job_name"),
                                Instant.ofEpochMilli(row.getLong("fired_time")))));
    }

    /** What holds each of these strikes: the first blocking finding of each control, in the order findings are read. */
    List<Block> blocks(Collection<StrikeHead> held) throws SQLException {
        return held.isEmpty()
                ? List.of()
                : rows(
                        BLOCKS,
                        row -> new Block(
                                row.getLong("strike"),
                                row.getString("control"),
                                row.getString("subject"),
                                row.getString("text"),
                                row.getInt("others")),
                        connection.createArrayOf(
                                "bigint", held.stream().map(StrikeHead::id).toArray()),
                        connection.createArrayOf(
                                "text",
                                held.stream()
                                        .map(head -> head.date().toString())
                                        .distinct()
                                        .toArray()));
    }

    @FunctionalInterface
    private interface Of<T> {
        T row(ResultSet row) throws SQLException;
    }

    private <T> List<T> rows(String sql, Of<T> of, Object... arguments) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            FileRows.bind(connection, select, arguments);
            try (ResultSet row = select.executeQuery()) {
                List<T> rows = new ArrayList<>();
                while (row.next()) {
                    rows.add(of.row(row));
                }
                return rows;
            }
        }
    }
}
