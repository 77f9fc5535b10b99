package org.assay.ejb.drill;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.assay.db.BroughtFund;
import org.assay.ejb.drill.Orders.Due;
import org.assay.pack.fund.FundPack;

/**
 * The books every seed begins with: the funds of the drill with their first days struck and published, and gates where
 * the database can make a strike stand still. A seed works on a copy, which is a database of its own.
 */
final class DrillBooks {
    private static final String APPROVER = "approver";
    private static final String GATES = """
            create schema gates;
            create table gates.target (fund text not null, date date not null);
            create function gates.at_head() returns trigger language plpgsql security definer as $$
            begin
                if exists (select from gates.target t where t.fund = new.fund and t.date = new.date) then
                    perform pg_advisory_xact_lock_shared(tg_argv[0]::bigint);
                end if;
                return null;
            end $$;
            create function gates.at_rows() returns trigger language plpgsql security definer as $$
            begin
                if exists (select from added a join assay.strike s on s.id = a.strike
                           join gates.target t on t.fund = s.fund and t.date = s.date) then
                    perform pg_advisory_xact_lock_shared(tg_argv[0]::bigint);
                end if;
                return null;
            end $$;
            create trigger gate after insert on assay.strike for each row execute function gates.at_head(%s);
            create trigger gate after insert on assay.journal referencing new table as added
                for each statement execute function gates.at_rows(%s);
            create constraint trigger gate_at_commit after insert on assay.strike
                deferrable initially deferred for each row execute function gates.at_head(%s)""".formatted(
                    Integer.toString(Point.HEAD.gate()),
                    Integer.toString(Point.JOURNAL.gate()),
                    Integer.toString(Point.COMMIT.gate()));

    private DrillBooks() {}

    static void make(DrillDatabase database, DrillFunds funds, StrikerProcess striker)
            throws SQLException, IOException {
        try (Connection connection = database.application(DrillDatabase.BOOKS)) {
            connection.setAutoCommit(false);
            for (FundPack pack : funds.packs()) {
                BroughtFund.bring(connection, pack, "operator");
            }
            connection.commit();
        }
        List<Due> published = funds.ids().stream()
                .flatMap(fund -> funds.published(fund).stream())
                .toList();
        striker.order(new Orders(database.port(), DrillDatabase.BOOKS, Optional.empty(), published));
        striker.await(said -> said.is("done"));
        approve(database);
        database.execute(DrillDatabase.BOOKS, GATES);
    }

    private static void approve(DrillDatabase database) throws SQLException {
        try (Connection connection = database.application(DrillDatabase.BOOKS);
                Statement sql = connection.createStatement()) {
            sql.execute("""
                    insert into assay.person (name, added_by) values ('%1$s', 'environment');
                    insert into assay.grant_asked (person, role, first_day, reason, asked_by)
                        values ('%1$s', 'APPROVER', '2026-01-01', 'of the drill', 'environment');
                    insert into assay.grant_decided (grant_id, act, decided_by, reason)
                        select id, 'APPROVE', 'environment', 'of the drill' from assay.grant_asked""".formatted(APPROVER));
            sql.execute("insert into assay.decision (strike, date, act, decided_by, reason)"
                    + " select id, date, 'APPROVE', '%s', 'seen' from assay.strike where version > 0"
                            .formatted(APPROVER));
        }
    }

    static void copy(DrillDatabase database, String name) throws SQLException {
        database.execute("postgres", "create database %s template %s".formatted(name, DrillDatabase.BOOKS));
    }

    /** Writes a checkpoint too, so that a recovery has the strikes of its seed to do and not the copying of books. */
    static void drop(DrillDatabase database, String name) throws SQLException {
        database.execute("postgres", "drop database %s with (force)".formatted(name));
    }

    /** A gate of a place in the database, closed for one strike until this is closed or the database dies. */
    static final class Gate implements AutoCloseable {
        private final Connection connection;
        private final int gate;

        private Gate(Connection connection, int gate) {
            this.connection = connection;
            this.gate = gate;
        }

        static Gate close(Connection connection, Orders.Stop stop) throws SQLException {
            try (Statement sql = connection.createStatement()) {
                sql.execute("insert into gates.target values ('%s', '%s')"
                        .formatted(stop.due().fund(), stop.due().date()));
                sql.execute("select pg_advisory_lock(%s)"
                        .formatted(Integer.toString(stop.at().gate())));
            }
            return new Gate(connection, stop.at().gate());
        }

        void awaitSomebody() throws SQLException {
            try (Statement sql = connection.createStatement()) {
                for (int tries = 0; tries < 12_000; tries++) {
                    try (ResultSet row = sql.executeQuery(
                            "select 1 from pg_locks where locktype = 'advisory' and not granted and objid = %s"
                                    .formatted(Integer.toString(gate)))) {
                        if (row.next()) {
                            return;
                        }
                    }
                    Pause.millis(5);
                }
            }
            throw new IllegalStateException("nobody came to gate " + gate);
        }

        @Override
        public void close() {
            try {
                connection.close();
            } catch (SQLException gone) {
                // With the database that was killed: the gate stands open then.
            }
        }
    }
}
