package org.assay.db;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.assay.db.Standing.Standings;
import org.assay.db.Standing.Unreadable;
import org.assay.db.StrikeHead.ClassLine;
import org.assay.kernel.FundException;
import org.assay.pack.fund.CalendarDay;

/**
 * Where funds stand, in four statements however many they are. Each finds the end of an index for each fund, so the cost
 * is that of what is open, never of history. The one exception: whether a NAV that was just approved is published depends
 * on all days before it, and is looked for until its reports are made.
 */
final class StandingRows {
    /** What a strike s on the line of a fund f needs to count at a moment m: see strikes_at, which says it of all days. */
    static final String COUNTING = """
            select s.*, coalesce(d.decided_by, w.decided_by) as approved_by,
                coalesce(d.decided_at, w.decided_at) as approved_at, coalesce(d.reason, w.reason) as approved_for,
                r.decided_by as returned_by, r.decided_at as returned_at, r.reason as returned_for
            from assay.strike s
            left join assay.branch_decision b on b.branch = s.branch and b.decided_at <= m.moment
            left join assay.decision d on d.strike = s.id and d.date = s.date and d.act = 'APPROVE' and d.decided_at <= m.moment
            left join assay.decision r on r.strike = s.id and r.date = s.date and r.act = 'SEND_BACK' and r.decided_at <= m.moment
            left join assay.branch_decision w on w.branch = s.branch and w.act = 'APPROVE' and w.decided_at <= m.moment
                and s.outcome <> 'HELD'
                and exists (select from assay.strike o join assay.decision e on e.strike = o.id and e.date = o.date
                        and e.act = 'APPROVE'
                    where o.fund = s.fund and o.date = s.date and o.version < s.version)
            where s.fund = f.id and s.version > 0 and s.struck_at <= m.moment and (s.branch is null or b.act = 'APPROVE')""";

    private static final String STANDINGS = """
            select f.id as fund_id, f.name, f.pack, f.known as pack_known, f.imported_by,
                coalesce((select max(version) from assay.terms where fund = f.id and agreed_at <= m.moment), 0) as terms_version,
                c.date as closed, r.date as refused, r.code, r.reason, s.*,
                array(select t.status || ' ' || t.kind from assay.report t
                      where t.strike = s.id and t.date = s.date and t.made_at <= m.moment) as reports,
                exists (select from derived.report_due t where t.fund = f.id and t.not_before <= clock_timestamp()) as owes,
                case
                    when s.outcome = 'HELD' then 'HELD'
                    when s.approved_by is null and s.returned_by is not null then 'SENT_BACK'
                    when s.approved_by is null then 'REVIEW'
                    -- Made of it when it was published, and that it stays.
                    when exists (select from assay.report t
                                 where t.strike = s.id and t.date = s.date and t.status = 'Published' and t.made_at <= m.moment)
                      or not exists (select from assay.strikes_at(m.moment) o
                                     where o.fund = s.fund and o.counts and o.approved_by is null) then 'PUBLISHED'
                    else 'APPROVED'
                end as status
            from (select ?::timestamptz as moment) m
            cross join assay.fund f
            left join lateral (select date from assay.strike where fund = f.id and branch is null and struck_at <= m.moment
                order by date desc limit 1) c on true
            left join lateral (select date, code, reason from assay.refusal
                where fund = f.id and date > coalesce(c.date, '-infinity') and refused_at <= m.moment order by date, id desc limit 1) r on true
            left join lateral (%s order by s.date desc, s.version desc, s.attempt desc limit 1) s on true
            where f.id = any(?) order by f.id""".formatted(COUNTING);

    /** Of what somebody must decide about. Days that are approved are left out first, whatever their number. */
    private static final String WAITING = """
            select s.*, case when s.outcome = 'HELD' then 'HELD' when s.returned_by is not null then 'SENT_BACK' else 'REVIEW'
                end as status
            from (select ?::timestamptz as moment) m
            cross join lateral (select distinct o.fund, o.date from assay.strike o
                where o.version > 0 and o.struck_at <= m.moment and not exists (select from assay.decision e
                    where e.strike = o.id and e.date = o.date and e.act = 'APPROVE' and e.decided_at <= m.moment)) c
            cross join lateral (select c.fund as id) f
            cross join lateral (%s and s.date = c.date order by s.version desc, s.attempt desc limit 1) s
            where s.approved_by is null order by s.fund, s.date""".formatted(COUNTING);

    private static final String BEFORE = """
            select f.id as fund, s.id, s.date from (select ?::timestamptz as moment) m
            cross join unnest(?::text[], ?::date[]) f(id, day)
            cross join lateral (%s and s.date < f.day order by s.date desc, s.version desc, s.attempt desc limit 1) s""".formatted(COUNTING);

    private static final String CLASSES = """
            select n.* from unnest(?::bigint[], ?::date[]) s(id, date)
            cross join lateral (select * from assay.nav where strike = s.id and date = s.date) n
            order by n.strike, n.class""";

    private static final String CALENDARS = """
            select d.* from unnest(?::text[], ?::text[], ?::date[]) n(fund, calendar, open)
            cross join lateral (select * from assay.calendar_day
                where fund = n.fund and calendar = n.calendar and date between n.open and ?) d
            order by d.fund, d.date, d.recorded""";

    private final Connection connection;
    private final Instant moment;

    /** @param moment as they stood then */
    StandingRows(Connection connection, Instant moment) {
        this.connection = connection;
        this.moment = moment;
    }

    /** What one row says; the terms and the lists come beside. */
    private record Row(
            String fund,
            String name,
            String pack,
            int version,
            Instant known,
            String importedBy,
            Optional<LocalDate> closed,
            Optional<StrikeHead> last,
            SortedSet<String> reports,
            boolean owesReports,
            Optional<Refusal> refusal) {
        Standing with(FundHead head, List<CalendarDay> days) {
            return new Standing(head, closed, last, reports, owesReports, refusal, days);
        }
    }

    /** @param calendarTo the last date anybody will ask the calendars for */
    Standings read(Collection<String> funds, LocalDate calendarTo) throws SQLException {
        List<Row> rows = rows(funds);
        Map<String, String> texts = terms(rows);
        List<Standing> readable = new ArrayList<>();
        List<Unreadable> unreadable = new ArrayList<>();
        for (Row row : rows) {
            try {
                FundHead head = new FundHead(
                        KeptTerms.of(row.fund(), row.pack(), row.version(), () -> texts.get(row.fund())),
                        row.version(),
                        row.pack(),
                        row.known(),
                        row.importedBy());
                readable.add(row.with(head, List.of()));
            } catch (FundException | IllegalArgumentException e) {
                unreadable.add(new Unreadable(row.fund(), row.name(), e.getMessage()));
            }
        }
        Map<String, List<CalendarDay>> days = calendarDays(readable, calendarTo);
        return new Standings(
                readable.stream()
                        .map(standing ->
                                standing.with(days.getOrDefault(standing.fund().id(), List.of())))
                        .toList(),
                unreadable);
    }

    /** The NAVs that are held, were sent back or wait for a second person, by fund and day. */
    List<StrikeHead> waiting() throws SQLException {
        List<StrikeHead> heads = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(WAITING)) {
            FileRows.bind(connection, select, moment);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    heads.add(StrikeHeads.head(row, List.of()));
                }
            }
            Map<Long, List<ClassLine>> classes = classes(heads);
            return heads.stream()
                    .map(head -> head.with(classes.getOrDefault(head.id(), List.of())))
                    .toList();
        }
    }

    /** The classes of the NAV that counts for the day before each of these, by fund; a fund's first has none. */
    Map<String, List<ClassLine>> before(Collection<StrikeHead> heads) throws SQLException {
        Map<String, Long> before = new LinkedHashMap<>();
        List<LocalDate> days = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(BEFORE)) {
            FileRows.bind(
                    connection,
                    select,
                    moment,
                    texts(heads.stream().map(head -> head.strike().fund()).toList()),
                    dates(heads.stream().map(StrikeHead::date).toList()));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    before.put(row.getString("fund"), row.getLong("id"));
                    days.add(row.getObject("date", LocalDate.class));
                }
            }
        }
        Map<Long, List<ClassLine>> classes = StrikeHeads.classes(
                connection,
                CLASSES,
                connection.createArrayOf("bigint", before.values().toArray()),
                dates(days));
        Map<String, List<ClassLine>> byFund = new HashMap<>();
        before.forEach((fund, strike) -> byFund.put(fund, classes.getOrDefault(strike, List.of())));
        return byFund;
    }

    private List<Row> rows(Collection<String> funds) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(STANDINGS)) {
            FileRows.bind(connection, select, moment, texts(funds));
            List<Row> rows = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    rows.add(row(row));
                }
            }
            Map<Long, List<ClassLine>> classes =
                    classes(rows.stream().flatMap(row -> row.last().stream()).toList());
            return rows.stream().map(row -> withClasses(row, classes)).toList();
        }
    }

    private static Row row(ResultSet row) throws SQLException {
        SortedSet<String> reports =
                new TreeSet<>(List.of((String[]) row.getArray("reports").getArray()));
        return new Row(
                row.getString("fund_id"),
                row.getString("name"),
                row.getString("pack"),
                row.getInt("terms_version"),
                row.getObject("pack_known", OffsetDateTime.class).toInstant(),
                row.getString("imported_by"),
                Optional.ofNullable(row.getObject("closed", LocalDate.class)),
                row.getString("fund") == null ? Optional.empty() : Optional.of(StrikeHeads.head(row, List.of())),
                reports,
                row.getBoolean("owes"),
                row.getString("code") == null
                        ? Optional.empty()
                        : Optional.of(new Refusal(
                                row.getObject("refused", LocalDate.class),
                                row.getString("code"),
                                row.getString("reason"))));
    }

    private static Row withClasses(Row row, Map<Long, List<ClassLine>> classes) {
        return new Row(
                row.fund(),
                row.name(),
                row.pack(),
                row.version(),
                row.known(),
                row.importedBy(),
                row.closed(),
                row.last().map(head -> head.with(classes.getOrDefault(head.id(), List.of()))),
                row.reports(),
                row.owesReports(),
                row.refusal());
    }

    private Map<Long, List<ClassLine>> classes(List<StrikeHead> heads) throws SQLException {
        return StrikeHeads.classes(
                connection,
                CLASSES,
                connection.createArrayOf(
                        "bigint", heads.stream().map(StrikeHead::id).toArray()),
                dates(heads.stream().map(StrikeHead::date).toList()));
    }

    /** fund.json of the funds whose terms are not kept yet. */
    private Map<String, String> terms(List<Row> rows) throws SQLException {
        List<Row> unknown = rows.stream()
                .filter(row -> !KeptTerms.has(row.fund(), row.pack(), row.version()))
                .toList();
        Map<String, String> terms = new HashMap<>();
        if (unknown.isEmpty()) {
            return terms;
        }
        try (PreparedStatement select = connection.prepareStatement("""
                        select f.id, coalesce(t.terms, f.terms) from unnest(?::text[], ?::int[]) n(fund, version)
                        join assay.fund f on f.id = n.fund
                        left join assay.terms t on t.fund = n.fund and t.version = n.version""")) {
            FileRows.bind(
                    connection,
                    select,
                    texts(unknown.stream().map(Row::fund).toList()),
                    connection.createArrayOf(
                            "int", unknown.stream().map(Row::version).toArray()));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    terms.put(row.getString(1), row.getString(2));
                }
            }
        }
        return terms;
    }

    private Map<String, List<CalendarDay>> calendarDays(List<Standing> funds, LocalDate to) throws SQLException {
        Array ids = texts(funds.stream().map(each -> each.fund().id()).toList());
        Array calendars =
                texts(funds.stream().map(each -> each.fund().terms().calendar()).toList());
        Array open = dates(funds.stream().map(Standing::open).toList());
        Map<String, List<CalendarDay>> days = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(CALENDARS)) {
            FileRows.bind(connection, select, ids, calendars, open, to);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    days.computeIfAbsent(row.getString("fund"), fund -> new ArrayList<>())
                            .add(new CalendarDay(
                                    row.getString("calendar"),
                                    row.getObject("date", LocalDate.class),
                                    CalendarDay.Status.valueOf(row.getString("status")),
                                    row.getObject("recorded", OffsetDateTime.class)
                                            .toInstant(),
                                    row.getString("source")));
                }
            }
        }
        return days;
    }

    private Array texts(Collection<String> texts) throws SQLException {
        return connection.createArrayOf("text", texts.toArray());
    }

    private Array dates(List<LocalDate> dates) throws SQLException {
        return connection.createArrayOf(
                "date", dates.stream().map(LocalDate::toString).toArray());
    }
}
