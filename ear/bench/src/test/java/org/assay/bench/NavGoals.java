package org.assay.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * P7, P8 and P11: the NAV of many funds, against what one statement of SQL takes for the arithmetic of it. The statement reads
 * lean rows, knows no currency, posts nothing, checks nothing and digests nothing; the strike does.
 */
final class NavGoals {
    private static final int WORKERS = 2;
    private static final String NAV = """
            select count(*), sum(mv) from (select fund, sum(qty * price) mv, sum(qty * (price - unit_cost)) ug
            from bench.pos join bench.price using (security) group by fund) x""";

    private final BenchDatabase database;
    private final int funds;
    private final int positions;
    private final int lotsPerPosition;

    NavGoals(BenchDatabase database, int funds, int positions, int lotsPerPosition) {
        this.database = database;
        this.funds = funds;
        this.positions = positions;
        this.lotsPerPosition = lotsPerPosition;
    }

    List<Figure> measure() throws Exception {
        String size = "%s funds of %s positions of %s lots".formatted(funds, positions, lotsPerPosition);
        Duration groupBy = limitOfValuing();
        Duration insertSelect = limitOfKeeping();
        FundLoad.load(database, funds + warm(), positions, lotsPerPosition);
        List<Figure> figures = new ArrayList<>();
        List<Desk> desks = new ArrayList<>();
        try {
            for (int i = 0; i < WORKERS; i++) {
                desks.add(new Desk(database));
            }
            List<Watch.Item> value = desks.stream()
                    .<Watch.Item>map(desk -> item -> desk.value(FundLoad.id(item)))
                    .toList();
            List<Watch.Item> strike = desks.stream()
                    .<Watch.Item>map(desk -> item -> desk.strike(FundLoad.id(item)))
                    .toList();
            Watch.share(funds, funds + warm(), value);
            Watch.Taken valued = Watch.share(0, funds, value);
            figures.add(Figure.atMost("P7", "NAV, nothing kept, " + size, groupBy, valued.wall(), "3"));
            Watch.share(funds, funds + warm(), strike);
            Watch.Taken tenth = Watch.share(0, funds / 10, strike);
            Watch.Taken rest = Watch.share(funds / 10, funds, strike);
            Duration kept = tenth.wall().plus(rest.wall());
            figures.add(Figure.atMost("P8", "NAV, everything kept, " + size, insertSelect, kept, "2"));
            figures.add(heap(tenth, rest, size));
            System.out.printf(
                    "%s: CPU of our threads, valued %s, kept %s%n",
                    size,
                    Figure.seconds(valued.processor()),
                    Figure.seconds(tenth.processor().plus(rest.processor())));
        } finally {
            for (Desk desk : desks) {
                desk.close();
            }
        }
        return figures;
    }

    private static Figure heap(Watch.Taken tenth, Watch.Taken rest, String size) {
        long most = Math.max(tenth.heapMegabytes(), rest.heapMegabytes());
        return new Figure(
                "P11",
                "heap used at most, a tenth of the funds against the rest, " + size,
                tenth.heapMegabytes() + " MB",
                rest.heapMegabytes() + " MB",
                Figure.ratio(rest.heapMegabytes(), tenth.heapMegabytes()),
                "<= 1024 MB, flat",
                most <= 1_024);
    }

    private int warm() {
        return Math.max(40, 4_000 / positions);
    }

    private Duration limitOfValuing() throws Exception {
        long lots = (long) funds * positions * lotsPerPosition;
        try (Connection connection = database.superuser();
                Statement sql = connection.createStatement()) {
            sql.execute("drop schema if exists bench cascade");
            sql.execute("create schema bench");
            sql.execute("create table bench.price (security int primary key, price numeric(20, 8))");
            sql.execute("insert into bench.price select s, round((1 + random() * 500)::numeric, 2)"
                    + " from generate_series(0, 19999) s");
            sql.execute(
                    "create table bench.pos as select (i / %s)::int as fund, ((i::bigint * 7919) %% 20000)::int as security,"
                                    .formatted(positions * lotsPerPosition)
                            + " round((1 + random() * 10000)::numeric, 4)::numeric(28, 8) as qty,"
                            + " round((1 + random() * 500)::numeric, 2)::numeric(20, 8) as unit_cost"
                            + " from generate_series(0, %s) i".formatted(lots - 1));
            sql.execute("vacuum analyze bench.pos");
            sql.execute("analyze bench.price");
            sql.execute(NAV);
            return Watch.median(() -> {}, () -> sql.execute(NAV));
        }
    }

    /** Into a new partition of a day, whose key is built when it is full. */
    private Duration limitOfKeeping() throws Exception {
        try (Connection connection = database.superuser();
                Statement sql = connection.createStatement()) {
            sql.execute("create table bench.valued (d date, fund int, security int, qty numeric(28, 8),"
                    + " price numeric(20, 8), mv numeric(28, 8), ug numeric(28, 8)) partition by list (d)");
            Duration median = Watch.median(() -> fresh(sql), () -> {
                sql.execute("create table bench.day (like bench.valued)");
                sql.execute("insert into bench.day select date '2026-03-06', fund, security, qty, price, qty * price,"
                        + " qty * (price - unit_cost) from bench.pos join bench.price using (security)");
                sql.execute("create index on bench.day (fund, security, d)");
                sql.execute("alter table bench.valued attach partition bench.day for values in ('2026-03-06')");
            });
            sql.execute("drop schema bench cascade");
            return median;
        }
    }

    private static void fresh(Statement sql) throws SQLException {
        sql.execute("drop table if exists bench.day");
        sql.execute("checkpoint");
    }
}
