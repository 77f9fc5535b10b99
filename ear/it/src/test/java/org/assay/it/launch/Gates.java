package org.assay.it.launch;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;

/**
 * Places in the night where the test can make the server stand still, so that it is killed there and not somewhere
 * near. They are triggers in the test's database that wait for a lock only the test holds; the product knows nothing of
 * them, and its time-out for locks does not count there. A gate whose holder is gone stands open.
 */
final class Gates implements AutoCloseable {
    private static final String FUND_LOCK = "hashtextextended('fund ILL-COMPUTE', 0)";

    private final Connection connection;

    /** Where a strike can be stopped, in the order it passes them. */
    enum Gate {
        /** It asked for the fund's lock and has read nothing. */
        LOCK(FUND_LOCK),
        /** Its head is written, nothing of its books. */
        HEAD("1"),
        /** Half of its rows are written. */
        JOURNAL("2"),
        /** All is written, and the commit has begun. */
        COMMIT("3"),
        /** All is committed, and the scheduler has not heard of it. */
        RECEIPT("4");

        /** The lock that closes it. */
        private final String key;

        Gate(String key) {
            this.key = key;
        }
    }

    private Gates(Connection connection) {
        this.connection = connection;
    }

    /** As the database's superuser, as soon as it answers. */
    static Gates open(int port) throws InterruptedException {
        for (int tries = 0; ; tries++) {
            try {
                return new Gates(BooksAsked.connect(port));
            } catch (SQLException notYet) {
                if (tries > 1_200) {
                    throw new IllegalStateException("the database does not answer", notYet);
                }
                Thread.sleep(50);
            }
        }
    }

    /** Once the tables are there. */
    void build() throws SQLException {
        execute("""
                create schema gates;
                create table gates.target (gate text primary key, date date not null);
                insert into gates.target values ('1', 'infinity'), ('2', 'infinity'), ('3', 'infinity');
                create function gates.at_date() returns trigger
                    language plpgsql security definer set lock_timeout = 0 as $$
                begin
                    if new.date >= (select date from gates.target where gate = tg_argv[0]) then
                        perform pg_advisory_xact_lock_shared(tg_argv[0]::bigint);
                    end if;
                    return null;
                end $$;
                create function gates.at_strike_job() returns trigger
                    language plpgsql security definer set lock_timeout = 0 as $$
                begin
                    if old.job_group = 'strike' then
                        perform pg_advisory_xact_lock_shared(tg_argv[0]::bigint);
                    end if;
                    return null;
                end $$;
                create trigger gate after insert on assay.strike for each row execute function gates.at_date(1);
                create trigger gate after insert on assay.journal for each row execute function gates.at_date(2);
                create constraint trigger gate_at_commit after insert on assay.strike
                    deferrable initially deferred for each row execute function gates.at_date(3);
                create trigger gate after delete on quartz.qrtz_fired_triggers
                    for each row execute function gates.at_strike_job(4);
                """);
    }

    /** From this day on, the next strike to come by stands still there. */
    void close(Gate gate, LocalDate date) throws SQLException {
        execute("update gates.target set date = '%s' where gate = $key$%s$key$".formatted(date, gate.key));
        execute("select pg_advisory_lock(%s)".formatted(gate.key));
    }

    /** Who stands there goes on, and nobody stands there again: one who passed it must not be waited for at another. */
    void release(Gate gate) throws SQLException {
        execute("update gates.target set date = 'infinity' where gate = $key$%s$key$".formatted(gate.key));
        execute("select pg_advisory_unlock(%s)".formatted(gate.key));
    }

    /** So many strikes stand at a gate that has a trigger. */
    void await(Gate gate, int strikes) throws SQLException, InterruptedException {
        String standing = "select count(*) from pg_locks where locktype = 'advisory' and not granted and classid = 0"
                + " and objid = " + gate.key;
        for (int tries = 0; number(standing) < strikes; tries++) {
            if (tries > 6_000) {
                throw new IllegalStateException("not so many came to gate " + gate);
            }
            Thread.sleep(50);
        }
    }

    void awaitSomebodyAtIt() throws SQLException, InterruptedException {
        for (int tries = 0;
                number("select count(*) from pg_locks where locktype = 'advisory' and not granted") == 0;
                tries++) {
            if (tries > 6_000) {
                throw new IllegalStateException("nobody came to the gate");
            }
            Thread.sleep(50);
        }
    }

    /** @param before how many strikes there were */
    void awaitStrikeAfter(long before) throws SQLException, InterruptedException {
        for (int tries = 0; number("select count(*) from assay.strike") <= before; tries++) {
            if (tries > 60_000) {
                throw new IllegalStateException("nothing is struck");
            }
            Thread.sleep(5);
        }
    }

    long number(String sql) throws SQLException {
        return Long.parseLong(rows(sql).get(0));
    }

    /** The first column. */
    List<String> rows(String sql) throws SQLException {
        return BooksAsked.rows(connection, sql);
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException gone) {
            // With the database that was killed.
        }
    }
}
