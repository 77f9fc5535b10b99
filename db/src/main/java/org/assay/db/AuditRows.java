package org.assay.db;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;

/** Who did what: told from the rows that were appended, never written for itself. */
final class AuditRows {
    private static final String EVENTS = """
            select * from (
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
                select opened_at, opened_by, 'OPENED', fund, from_date, 'correction ' || id, '', 'Open', reason from assay.branch
                union all
                select d.decided_at, d.decided_by, 'DECIDED', b.fund, b.from_date, 'correction ' || b.id, 'Open',
                    case d.act when 'APPROVE' then 'Approved' else 'Abandoned' end, d.reason
                    from assay.branch_decision d join assay.branch b on b.id = d.branch
                union all
                select r.made_at, 'schedule', 'REPORTED', s.fund, s.date, r.file_name, '', r.status, ''
                    from assay.report r join assay.strike s on s.id = r.strike and s.date = r.date
                union all
                select dropped_at, 'owner', 'DROPPED', null, make_date(year, 1, 1), 'year ' || year, '',
                    strikes || ' strikes dropped', '' from assay.dropped_year) event
            where %s order by at desc, act, fund, day desc limit ? offset ?""";

    private AuditRows() {}

    /** The last first. */
    static List<AuditEvent> read(Connection connection, AuditEvent.Wanted wanted, long skip, long limit)
            throws SQLException {
        StringJoiner conditions = new StringJoiner(" and ").add("true");
        List<Object> arguments = new ArrayList<>();
        add(conditions, arguments, "fund = ?", wanted.fund());
        add(conditions, arguments, "who = ?", wanted.who());
        add(conditions, arguments, "act = ?", wanted.act().map(Enum::name));
        add(conditions, arguments, "at >= ?", wanted.from());
        add(conditions, arguments, "at < ?", wanted.to());
        arguments.add(limit);
        arguments.add(skip);
        try (PreparedStatement select = connection.prepareStatement(EVENTS.formatted(conditions))) {
            FileRows.bind(connection, select, arguments.toArray());
            try (ResultSet row = select.executeQuery()) {
                List<AuditEvent> events = new ArrayList<>();
                while (row.next()) {
                    events.add(event(row));
                }
                return events;
            }
        }
    }

    private static void add(StringJoiner conditions, List<Object> arguments, String condition, Optional<?> argument) {
        argument.ifPresent(given -> {
            conditions.add(condition);
            arguments.add(given);
        });
    }

    private static AuditEvent event(ResultSet row) throws SQLException {
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
