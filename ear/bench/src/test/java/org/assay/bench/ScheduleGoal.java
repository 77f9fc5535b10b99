package org.assay.bench;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.quartz.Job;
import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.JobExecutionContext;
import org.quartz.JobExecutionException;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.quartz.impl.SchedulerRepository;
import org.quartz.impl.StdSchedulerFactory;

/**
 * P13: how work is handed out. An item is a fund's turn: one row under a key, committed, so that a second turn would show.
 * Ours is a recoverable job for each of 64 slices of the funds; the limit is a trigger for each fund, which takes as many at once
 * as it likes.
 */
final class ScheduleGoal {
    private static final int SLICES = 64;
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    /** Where the jobs, which Quartz makes by their class, find it. */
    private static BenchDatabase database;

    private static int items;

    private final int slicedItems;
    private final int triggers;

    ScheduleGoal(BenchDatabase database, int slicedItems, int triggers) {
        ScheduleGoal.database = database;
        this.slicedItems = slicedItems;
        this.triggers = triggers;
    }

    /** One fund's turn. */
    public static final class Turn implements Job {
        @Override
        public void execute(JobExecutionContext context) throws JobExecutionException {
            take(List.of(context.getMergedJobDataMap().getString("item")));
        }
    }

    /** The turns of a slice. */
    public static final class Slice implements Job {
        @Override
        public void execute(JobExecutionContext context) throws JobExecutionException {
            int slice = Integer.parseInt(context.getMergedJobDataMap().getString("item"));
            List<String> mine = new ArrayList<>();
            for (int item = slice; item < items; item += SLICES) {
                mine.add(Integer.toString(item));
            }
            take(mine);
        }
    }

    private static void take(List<String> mine) throws JobExecutionException {
        try (Connection connection = Connections.BOOKS.getConnection();
                PreparedStatement insert = connection.prepareStatement("insert into bench.turn values (?)")) {
            connection.setAutoCommit(true);
            for (String item : mine) {
                insert.setString(1, item);
                insert.executeUpdate();
            }
        } catch (SQLException e) {
            throw new JobExecutionException(e);
        }
    }

    List<Figure> measure() throws Exception {
        List<Figure> figures = new ArrayList<>();
        List<Long> rates = new ArrayList<>();
        for (int nodes = 1; nodes <= 2; nodes++) {
            long triggered = rate(Turn.class, nodes, triggers, triggers);
            long sliced = rate(Slice.class, nodes, SLICES, slicedItems);
            rates.add(sliced);
            String what =
                    "%s turns in 64 slices, %s nodes; a trigger each: %s turns".formatted(slicedItems, nodes, triggers);
            figures.add(Figure.atLeast("P13", what, triggered, sliced, " turns/s", "10"));
        }
        BigDecimal ratio = Figure.ratio(rates.get(1), rates.get(0));
        figures.add(new Figure(
                "P13",
                "slices, two nodes against one",
                rates.get(0) + " turns/s",
                rates.get(1) + " turns/s",
                ratio,
                ">= 1, not falling",
                ratio.compareTo(new BigDecimal("0.95")) >= 0));
        return figures;
    }

    private static long rate(Class<? extends Job> job, int nodes, int jobs, int turns) throws Exception {
        items = turns;
        Connections.BOOKS.initialize();
        List<Scheduler> schedulers = new ArrayList<>();
        try {
            clear();
            for (int node = 0; node < nodes; node++) {
                schedulers.add(scheduler(node, job == Turn.class));
            }
            Map<JobDetail, Set<? extends Trigger>> work = new HashMap<>();
            for (int i = 0; i < jobs; i++) {
                work.put(
                        JobBuilder.newJob(job)
                                .withIdentity("job-" + i)
                                .usingJobData("item", Integer.toString(i))
                                .requestRecovery(true)
                                .build(),
                        Set.of(TriggerBuilder.newTrigger()
                                .withIdentity("trigger-" + i)
                                .startNow()
                                .build()));
            }
            schedulers.get(0).scheduleJobs(work, true);
            Duration taken = Watch.time(() -> {
                for (Scheduler scheduler : schedulers) {
                    scheduler.start();
                }
                waitFor(turns);
            });
            return turns * 1_000_000_000L / taken.toNanos();
        } finally {
            for (Scheduler scheduler : schedulers) {
                scheduler.shutdown(true);
            }
            Connections.BOOKS.shutdown();
        }
    }

    private static void clear() throws SQLException {
        try (Connection connection = database.superuser();
                Statement sql = connection.createStatement()) {
            sql.execute("drop schema if exists bench cascade");
            sql.execute("create schema bench");
            sql.execute("create table bench.turn (item text primary key)");
            sql.execute("grant usage on schema bench to " + BenchDatabase.APP);
            sql.execute("grant insert on bench.turn to " + BenchDatabase.APP);
            sql.execute("checkpoint");
        }
    }

    private static void waitFor(int turns) throws Exception {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        try (Connection connection = database.superuser();
                Statement sql = connection.createStatement()) {
            while (System.nanoTime() < deadline) {
                try (ResultSet row = sql.executeQuery("select count(*) from bench.turn")) {
                    row.next();
                    if (row.getInt(1) == turns) {
                        return;
                    }
                }
                Thread.sleep(20);
            }
        }
        throw new IllegalStateException("not all of %s turns were taken in %s".formatted(turns, PATIENCE));
    }

    /** As the server sets it up. */
    private static Scheduler scheduler(int node, boolean takesMany) throws SchedulerException {
        Properties quartz = new Properties();
        quartz.setProperty("org.quartz.scheduler.instanceName", "bench");
        quartz.setProperty("org.quartz.scheduler.instanceId", "node-" + node);
        quartz.setProperty("org.quartz.threadPool.threadCount", "4");
        quartz.setProperty("org.quartz.jobStore.class", "org.quartz.impl.jdbcjobstore.JobStoreTX");
        quartz.setProperty(
                "org.quartz.jobStore.driverDelegateClass", "org.quartz.impl.jdbcjobstore.PostgreSQLDelegate");
        quartz.setProperty("org.quartz.jobStore.tablePrefix", "quartz.QRTZ_");
        quartz.setProperty("org.quartz.jobStore.useProperties", "true");
        quartz.setProperty("org.quartz.jobStore.isClustered", "true");
        quartz.setProperty("org.quartz.jobStore.acquireTriggersWithinLock", "true");
        quartz.setProperty("org.quartz.jobStore.clusterCheckinInterval", "5000");
        quartz.setProperty("org.quartz.jobStore.dataSource", "books");
        quartz.setProperty("org.quartz.dataSource.books.connectionProvider.class", Connections.class.getName());
        if (takesMany) {
            quartz.setProperty("org.quartz.scheduler.batchTriggerAcquisitionMaxCount", "20");
        }
        // One of a name is all that a process may have, unless it forgets it.
        SchedulerRepository.getInstance().remove("bench");
        Scheduler scheduler = new StdSchedulerFactory(quartz).getScheduler();
        SchedulerRepository.getInstance().remove("bench");
        return scheduler;
    }

    /** A pool of a dozen. */
    public static final class Connections implements org.quartz.utils.ConnectionProvider {
        private static final int SIZE = 24;
        private static final Connections BOOKS = new Connections();
        private static final BlockingQueue<Connection> FREE = new ArrayBlockingQueue<>(SIZE);

        @Override
        public void initialize() {
            try {
                while (FREE.remainingCapacity() > 0) {
                    FREE.add(database.app());
                }
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public Connection getConnection() throws SQLException {
            try {
                Connection taken = FREE.take();
                return Desk.kept(taken, () -> FREE.add(taken));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new SQLException(e);
            }
        }

        @Override
        public void shutdown() throws SQLException {
            for (Connection connection = FREE.poll(); connection != null; connection = FREE.poll()) {
                connection.close();
            }
        }
    }
}
