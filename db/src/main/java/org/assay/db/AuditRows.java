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
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.StringJoiner;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who did what: told from the rows that were appended, never written for itself. */
final class AuditRows {
    private static final String EVENTS = """
            (
                select imported_at as at, imported_by as who, 'BROUGHT' as act, id as fund, null::date as day,
                    name as about, '' as before, 'pack ' || left(pack, 8) as after, '' as why from assay.fund
                union all
                select received_at, sent_by, 'SENT', fund, null, kind || ' ' || name, '',
                    lower(outcome) || case outcome when 'TAKEN' then ', ' || rows || ' rows' else '' end,
                    coalesce(reasons[1], '') from assay.file where kind <> 'pack'
                union all
                select struck_at, struck_by, 'STRUCK', fund, date, 'version ' || version || ', attempt ' || attempt, '',
                    initcap(outcome), case when node = '' then '' else 'on ' || node end from assay.strike where version > 0
                union all
                select refused_at, 'schedule', 'NOT_STRUCK', fund, date, code, '', 'not struck', reason from assay.refusal
                union all
                select d.decided_at, d.decided_by, case d.act when 'APPROVE' then 'APPROVED' else 'SENT_BACK' end, s.fund, s.date,
                    'version ' || s.version, 'Review', case d.act when 'APPROVE' then 'Approved' else 'Held' end, d.reason
                    from assay.decision d join assay.strike s on s.id = d.strike and s.date = d.date
                union all
                select proposed_at, proposed_by, 'PRICE_PROPOSED', fund, date, instrument, '',
                    trim_scale(price) || ' ' || currency, reason || '; ' || evidence from assay.price_proposal
                union all
                select d.decided_at, d.decided_by, 'PRICE_DECIDED', p.fund, p.date, p.instrument,
                    trim_scale(p.price) || ' ' || p.currency, case d.act when 'ACCEPT' then 'Accepted' else 'Rejected' end, d.reason
                    from assay.price_decision d join assay.price_proposal p on p.id = d.proposal
                union all
                select asked_at, asked_by, 'CHANGE_ASKED', fund, first_day, kind, '', 'Review', reason from assay.amendment
                union all
                select d.decided_at, d.decided_by, 'CHANGE_DECIDED', a.fund, a.first_day, a.kind, 'Review',
                    case d.act when 'AGREE' then 'Approved' else 'Rejected' end, d.reason
                    from assay.amendment_decision d join assay.amendment a on a.id = d.amendment
                union all
                select opened_at, opened_by, 'OPENED', fund, from_date, 'correction ' || id, '', 'Open', reason from assay.branch
                union all
                select d.decided_at, d.decided_by, 'DECIDED', b.fund, b.from_date, 'correction ' || b.id, 'Open',
                    case d.act when 'APPROVE' then 'Approved' else 'Abandoned' end, d.reason
                    from assay.branch_decision d join assay.branch b on b.id = d.branch
                union all
                select r.made_at, 'schedule', 'REPORTED', s.fund, s.date, r.file_name, '', r.status, ''
                    from assay.report r join assay.strike s on s.id = r.strike and s.date = r.date
                union all
                select asked_at, asked_by, 'REPORTS_ORDERED', fund, first, array_to_string(kinds, ', '), '', owed || ' to be made', 'to ' || last
                    from assay.report_order
                union all
                select dropped_at, 'owner', 'DROPPED', null, make_date(year, 1, 1), 'year ' || year, '',
                    strikes || ' strikes dropped', '' from assay.dropped_year
                union all
                select added_at, coalesce(added_by, 'environment'), 'PERSON_ADDED', null, null, name, '', 'may sign in', ''
                    from assay.person
                union all
                select set_at, set_by, 'PASSWORD_SET', null, null, person, '', '', '' from assay.password
                union all
                select asked_at, asked_by, 'RIGHT_ASKED', scope, first_day,
                    person || ', ' || lower(role) || ' of ' || coalesce(scope, 'all funds') || coalesce(' until ' || last_day, ''), '', 'Waiting', reason
                    from assay.grant_asked
                union all
                select d.decided_at, d.decided_by, 'RIGHT_DECIDED', a.scope, a.first_day, a.person || ', ' || lower(a.role) || ' of ' || coalesce(a.scope, 'all funds'),
                    'Waiting', case d.act when 'APPROVE' then 'Granted' else 'Refused' end, d.reason
                    from assay.grant_decided d join assay.grant_asked a on a.id = d.grant_id
                union all
                select e.ended_at, e.ended_by, 'RIGHT_ENDED', a.scope, a.first_day, a.person || ', ' || lower(a.role) || ' of ' || coalesce(a.scope, 'all funds'),
                    'Granted', 'Ended', e.reason from assay.grant_ended e join assay.grant_asked a on a.id = e.grant_id
                union all
                select made_at, person, 'TOKEN_MADE', null, null, 'token ' || name, '', 'for ' || days || ' days', '' from assay.token
                union all
                select r.revoked_at, r.revoked_by, 'TOKEN_REVOKED', null, null, 'token ' || t.name, '', 'Revoked', ''
                    from assay.token_revoked r join assay.token t on t.id = r.token) event
            where %s""";

    private static final SortedSet<String> OF_PEOPLE = Stream.of(AuditEvent.Act.values())
            .filter(AuditEvent.Act::isOfPeople)
            .map(Enum::name)
            .collect(Collectors.toCollection(TreeSet::new));

    private final Connection connection;
    private final AuditEvent.Wanted wanted;
    private final String from;
    private final List<Object> arguments;

    /**
     * @param moment what happened later is not told
     * @param told what who asks may be told
     */
    AuditRows(Connection connection, Instant moment, AuditEvent.Wanted wanted, AuditEvent.Told told) {
        this.connection = connection;
        this.wanted = wanted;
        StringJoiner conditions = new StringJoiner(" and ").add("at <= ?");
        arguments = new ArrayList<>(List.of(moment));
        add(conditions, arguments, "fund = ?", wanted.fund());
        add(conditions, arguments, "who = ?", wanted.who());
        add(conditions, arguments, "act = ?", wanted.act().map(Enum::name));
        add(conditions, arguments, "at >= ?", wanted.from());
        add(conditions, arguments, "at < ?", wanted.to());
        // Everything, or what is not of people; and of that everything, or some funds.
        String ofPeople = told.isOfPeople() ? "act = any(?)" : "act = any(?) and false";
        String ofFunds = told.scope().isAll() ? "act <> all(?)" : "act <> all(?) and fund = any(?)";
        conditions.add("(%s or %s)".formatted(ofPeople, ofFunds));
        arguments.add(OF_PEOPLE);
        arguments.add(OF_PEOPLE);
        if (!told.scope().isAll()) {
            arguments.add(told.scope().funds());
        }
        from = EVENTS.formatted(conditions);
    }

    /** Some of them, in the order that is wanted. */
    List<AuditEvent> read(long skip, long limit) throws SQLException {
        try (PreparedStatement select = select(" limit ? offset ?", limit, skip);
                ResultSet row = select.executeQuery()) {
            List<AuditEvent> events = new ArrayList<>();
            while (row.next()) {
                events.add(event(row));
            }
            return events;
        }
    }

    /** Gives all of them, in the order that is wanted; to be closed by who asks. */
    PreparedStatement all() throws SQLException {
        return select("");
    }

    long count() throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select count(*) from " + from)) {
            FileRows.bind(connection, select, arguments.toArray());
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private PreparedStatement select(String some, Object... more) throws SQLException {
        String order = "order by %s %s nulls last, at desc, act, fund, day desc"
                .formatted(wanted.order().name().toLowerCase(Locale.ROOT), wanted.isDescending() ? "desc" : "asc");
        PreparedStatement select = connection.prepareStatement("select * from %s %s%s".formatted(from, order, some));
        FileRows.bind(
                connection,
                select,
                Stream.concat(arguments.stream(), Stream.of(more)).toArray());
        return select;
    }

    private static void add(StringJoiner conditions, List<Object> arguments, String condition, Optional<?> argument) {
        argument.ifPresent(given -> {
            conditions.add(condition);
            arguments.add(given);
        });
    }

    static AuditEvent event(ResultSet row) throws SQLException {
        return new AuditEvent(
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("who"),
                AuditEvent.Act.valueOf(row.getString("act")),
                Optional.ofNullable(row.getString("fund")),
                Optional.ofNullable(row.getObject("day", LocalDate.class)),
                row.getString("about"),
                row.getString("before"),
                row.getString("after"),
                row.getString("why"));
    }
}
