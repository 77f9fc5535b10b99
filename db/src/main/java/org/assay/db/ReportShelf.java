package org.assay.db;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which reports were made, are owed and were ordered by the moment of a snapshot; their bytes only when one is asked for. */
public final class ReportShelf {
    private static final String KEPT = """
            from assay.report r join assay.strike s on s.id = r.strike and s.date = r.date
            where s.fund = ? and r.made_at <= ? and (? = '' or r.kind = ?) and r.date between ? and ?""";

    private static final String READ = "select r.*, length(r.content) as size, s.version, s.inputs, s.result " + KEPT
            + " order by %s limit ? offset ?";

    private static final String PUBLISHED = """
            select distinct r.date || ' ' || r.kind from assay.report r join assay.strike s on s.id = r.strike and s.date = r.date
            where s.fund = ? and r.status = 'Published'""";

    private static final String FILE = """
            select r.* from assay.report r join assay.strike s on s.id = r.strike and s.date = r.date
            where r.sha256 = ? and s.fund = ? and r.made_at <= ? limit 1""";

    private static final String OWED = """
            select * from derived.report_due where fund = ? order by date, kind, status""";

    /** What is owed for the days and kinds of an order, whoever asked for it first. */
    private static final String ORDERS = """
            select o.*, d.remaining, d.failed from assay.report_order o
            cross join lateral (select count(*) as remaining, count(*) filter (where t.tries > 0) as failed from derived.report_due t
                where t.fund = o.fund and t.date between o.first and o.last and t.kind = any(o.kinds)) d
            where o.fund = ? and o.asked_at <= ? order by o.id desc""";

    private static final LocalDate FIRST = LocalDate.of(1, 1, 1);
    private static final LocalDate LAST = LocalDate.of(9999, 12, 31);

    private final Connection connection;
    private final Instant moment;

    /** @param moment what was made and asked for later is not told */
    ReportShelf(Connection connection, Instant moment) {
        this.connection = connection;
        this.moment = moment;
    }

    /** Some of those of a fund that are kept, and how many there are. */
    public ReportPage kept(String fund, ReportsWanted wanted, long skip, long limit) {
        return Question.ask(() -> read(fund, wanted, skip, limit));
    }

    /** Those of a fund that were made of published NAVs, each as its day and kind: {@code 2026-05-29 nav-pack}. */
    public Set<String> published(String fund) {
        return Question.ask(() -> {
            try (PreparedStatement select = connection.prepareStatement(PUBLISHED)) {
                FileRows.bind(connection, select, fund);
                try (ResultSet row = select.executeQuery()) {
                    Set<String> published = new HashSet<>();
                    while (row.next()) {
                        published.add(row.getString(1));
                    }
                    return published;
                }
            }
        });
    }

    /** The bytes of one of a fund that is kept, by their SHA-256 in hex. */
    public Optional<ReportFile> file(String fund, String sha256) {
        return Question.ask(() -> one(fund, sha256));
    }

    /** Those of a fund that are to be made, by day, kind and status. */
    public List<OwedReport> owed(String fund) {
        return Question.ask(() -> due(fund));
    }

    /** The orders of a fund, the last first. */
    public List<ReportOrder> orders(String fund) {
        return Question.ask(() -> ordered(fund));
    }

    private ReportPage read(String fund, ReportsWanted wanted, long skip, long limit) throws SQLException {
        String kind = wanted.kind().orElse("");
        Object[] arguments = {
            fund, moment, kind, kind, wanted.from().orElse(FIRST), wanted.to().orElse(LAST)
        };
        List<KeptReport> reports = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(READ.formatted(wanted.orderBy()))) {
            FileRows.bind(connection, select, arguments);
            FileRows.bindFrom(arguments.length + 1, connection, select, limit, skip);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    reports.add(report(row));
                }
            }
        }
        try (PreparedStatement count = connection.prepareStatement("select count(*) " + KEPT)) {
            FileRows.bind(connection, count, arguments);
            try (ResultSet row = count.executeQuery()) {
                row.next();
                return new ReportPage(reports, row.getLong(1));
            }
        }
    }

    private Optional<ReportFile> one(String fund, String sha256) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(FILE)) {
            FileRows.bind(connection, select, sha256, fund, moment);
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(new ReportFile(
                                row.getString("kind"),
                                row.getString("status"),
                                row.getString("file_name"),
                                row.getString("media_type"),
                                row.getString("sha256"),
                                row.getBytes("content")))
                        : Optional.empty();
            }
        }
    }

    private List<OwedReport> due(String fund) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(OWED)) {
            FileRows.bind(connection, select, fund);
            try (ResultSet row = select.executeQuery()) {
                List<OwedReport> owed = new ArrayList<>();
                while (row.next()) {
                    owed.add(new OwedReport(
                            row.getString("fund"),
                            row.getLong("strike"),
                            row.getObject("date", LocalDate.class),
                            row.getString("kind"),
                            row.getString("status"),
                            row.getInt("tries"),
                            Optional.ofNullable(row.getString("why")),
                            notBefore(row)));
                }
                return owed;
            }
        }
    }

    private List<ReportOrder> ordered(String fund) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(ORDERS)) {
            FileRows.bind(connection, select, fund, moment);
            try (ResultSet row = select.executeQuery()) {
                List<ReportOrder> orders = new ArrayList<>();
                while (row.next()) {
                    orders.add(new ReportOrder(
                            row.getLong("id"),
                            row.getString("fund"),
                            row.getObject("first", LocalDate.class),
                            row.getObject("last", LocalDate.class),
                            List.of((String[]) row.getArray("kinds").getArray()),
                            row.getInt("owed"),
                            row.getInt("remaining"),
                            row.getInt("failed"),
                            row.getString("request"),
                            row.getString("asked_by"),
                            instant(row, "asked_at")));
                }
                return orders;
            }
        }
    }

    private static KeptReport report(ResultSet row) throws SQLException {
        Optional<KeptReport.Provenance> provenance = row.getString("code") == null
                ? Optional.empty()
                : Optional.of(new KeptReport.Provenance(
                        instant(row, "known"), row.getString("code"), row.getString("rules"), row.getString("prices")));
        return new KeptReport(
                row.getObject("date", LocalDate.class),
                row.getInt("version"),
                row.getString("kind"),
                row.getString("status"),
                row.getString("file_name"),
                row.getString("media_type"),
                row.getString("sha256"),
                row.getInt("size"),
                instant(row, "made_at"),
                row.getString("inputs"),
                row.getString("result"),
                provenance);
    }

    /** The driver's word for what is always over is the first date-time there is. */
    private static Instant notBefore(ResultSet row) throws SQLException {
        OffsetDateTime at = row.getObject("not_before", OffsetDateTime.class);
        return at.equals(OffsetDateTime.MIN) ? Instant.EPOCH : at.toInstant();
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
