package org.assay.bench;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.assay.kernel.nav.Books;
import org.assay.kernel.nav.NavResult;

/** P9: a commit a fund, of about fifty postings, a status and a digest, against plain JDBC that writes just that. */
final class CommitGoal {
    private static final int POSTINGS = 50;
    private static final int BATCH = 250;
    /** With two trades, fees and the days' marks this fund posts fifty lines. */
    private static final int POSITIONS = 17;

    private final BenchDatabase database;
    private final int funds;

    CommitGoal(BenchDatabase database, int funds) {
        this.database = database;
        this.funds = funds;
    }

    List<Figure> measure() throws Exception {
        FundLoad.load(database, funds + BATCH, POSITIONS, 1);
        try (Desk desk = new Desk(database)) {
            Desk.Struck first = desk.struck(FundLoad.id(0));
            keep(desk, 0, BATCH);
            Duration ours = Duration.ZERO;
            for (int from = BATCH; from < funds + BATCH; from += BATCH) {
                ours = ours.plus(keep(desk, from, Math.min(from + BATCH, funds + BATCH)));
            }
            int lines = first.result().entries().stream()
                    .mapToInt(entry -> entry.lines().size())
                    .sum();
            int rows = lines + rowsBeside(first.result());
            String what = "%s commits of %s lines of journal, in all %s rows, against %s rows by plain JDBC";
            return List.of(
                    Figure.atLeast(
                            "P9",
                            what.formatted(funds, lines, rows, POSTINGS + 1),
                            rate(plain(POSTINGS)),
                            rate(ours),
                            " funds/s",
                            "0.7"),
                    Figure.atLeast(
                            "P9, same rows",
                            what.formatted(funds, lines, rows, rows),
                            rate(plain(rows - 1)),
                            rate(ours),
                            " funds/s",
                            "0.7"));
        }
    }

    /** Struck before, so that keeping alone is measured; a few at a time, so that they need not all be held. */
    private static Duration keep(Desk desk, int from, int to) throws Exception {
        List<Desk.Struck> struck = new ArrayList<>();
        for (int i = from; i < to; i++) {
            struck.add(desk.struck(FundLoad.id(i)));
        }
        return Watch.time(() -> {
            for (Desk.Struck one : struck) {
                desk.keep(one);
            }
        });
    }

    /** With the head; the closed books' own head too. */
    private static int rowsBeside(NavResult result) {
        Books closing = result.closing();
        return 2
                + result.classes().size()
                + result.movements().size()
                + result.controls().size()
                + result.findings().size()
                + closing.balances().size()
                + closing.lots().size()
                + closing.classes().size()
                + closing.dues().size()
                + closing.marks().size();
    }

    private long rate(Duration taken) {
        return funds * 1_000_000_000L / Math.max(1, taken.toNanos());
    }

    private Duration plain(int postings) throws Exception {
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
            plain(connection, postings, 0, BATCH);
            return Watch.time(() -> plain(connection, postings, BATCH, BATCH + funds));
        }
    }

    private static void plain(Connection connection, int postings, int from, int to) throws Exception {
        LocalDate day = BenchFund.STRUCK;
        try (PreparedStatement post = connection.prepareStatement("insert into bench.post values (?, ?, ?, ?, ?, ?)");
                PreparedStatement strike =
                        connection.prepareStatement("insert into bench.strike values (?, ?, ?, 'REVIEW', ?)")) {
            for (int fund = from; fund < to; fund++) {
                for (int i = 0; i < postings; i++) {
                    post.setLong(1, (long) fund * postings + i);
                    post.setInt(2, fund);
                    post.setLong(3, (long) fund * postings + i / 2);
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
