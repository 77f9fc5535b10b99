package org.assay.bench;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.assay.kernel.nav.NavResult;

/** P9: a commit a fund, of about fifty postings, a status and a digest, against plain JDBC that writes just that. */
final class CommitGoal {
    private static final int POSTINGS = 50;
    /** With two trades, fees and the days' marks this fund posts fifty lines. */
    private static final int POSITIONS = 17;

    private final BenchDatabase database;
    private final int funds;

    CommitGoal(BenchDatabase database, int funds) {
        this.database = database;
        this.funds = funds;
    }

    List<Figure> measure() throws Exception {
        FundLoad.load(database, funds, POSITIONS, 1);
        Duration plain = plain();
        try (Desk desk = new Desk(database)) {
            List<Desk.Struck> struck = new ArrayList<>();
            for (int i = 0; i < funds; i++) {
                struck.add(desk.struck(FundLoad.id(i)));
            }
            NavResult first = struck.get(0).result();
            long lines = first.entries().stream()
                    .mapToLong(entry -> entry.lines().size())
                    .sum();
            Duration ours = Watch.time(() -> {
                for (Desk.Struck one : struck) {
                    desk.keep(one);
                }
            });
            String what = "%s commits of %s lines of journal, head, digests and closed books".formatted(funds, lines);
            return List.of(Figure.atLeast("P9", what, rate(plain), rate(ours), " funds/s", "0.7"));
        }
    }

    private long rate(Duration taken) {
        return funds * 1_000_000_000L / Math.max(1, taken.toNanos());
    }

    private Duration plain() throws Exception {
        try (Connection connection = database.superuser();
                Statement sql = connection.createStatement()) {
            sql.execute("drop schema if exists bench cascade");
            sql.execute("create schema bench");
            sql.execute("create table bench.post (id bigint primary key, fund int, entry bigint, account int,"
                    + " amount numeric(28, 8), d date)");
            sql.execute("create index on bench.post (fund, d)");
            sql.execute("create table bench.strike (fund int, d date, nav numeric(28, 8), status text, hash bytea,"
                    + " primary key (fund, d))");
            connection.setAutoCommit(false);
            plain(connection, 0, funds / 4);
            return Watch.time(() -> plain(connection, funds / 4, funds / 4 + funds));
        }
    }

    private static void plain(Connection connection, int from, int to) throws Exception {
        LocalDate day = BenchFund.STRUCK;
        try (PreparedStatement post = connection.prepareStatement("insert into bench.post values (?, ?, ?, ?, ?, ?)");
                PreparedStatement strike =
                        connection.prepareStatement("insert into bench.strike values (?, ?, ?, 'REVIEW', ?)")) {
            for (int fund = from; fund < to; fund++) {
                for (int i = 0; i < POSTINGS; i++) {
                    post.setLong(1, (long) fund * POSTINGS + i);
                    post.setInt(2, fund);
                    post.setLong(3, (long) fund * POSTINGS + i / 2);
                    post.setInt(4, i);
                    post.setBigDecimal(5, BigDecimal.valueOf(fund * 31L + i, 4));
                    post.setObject(6, day);
                    post.addBatch();
                }
                post.executeBatch();
                strike.setInt(1, fund);
                strike.setObject(2, day);
                strike.setBigDecimal(3, BigDecimal.ONE);
                strike.setBytes(4, new byte[32]);
                strike.executeUpdate();
                connection.commit();
            }
        }
    }
}
