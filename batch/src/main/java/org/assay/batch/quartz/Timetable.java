package org.assay.batch.quartz;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.assay.batch.night.AheadOfTime;
import org.assay.batch.night.LookJob;
import org.assay.batch.night.RootJob;
import org.quartz.Job;
import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.JobExecutionContext;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.SimpleScheduleBuilder;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.quartz.TriggerKey;
import org.quartz.impl.StdSchedulerFactory;

/** Starts the scheduler with the server, and stops it before the database goes. */
@Singleton
@Startup
@DependsOn("assay-ejb.jar#People")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Timetable {
    private static final String LOOK = "look";
    private static final String ROOT = "root";
    private static final String LOOK_EVERY = "ASSAY_LOOK_SECONDS";
    private static final int SECONDS = 5;
    private static final int WATCH_SECONDS = 15;
    private static final String NIGHT = "night";
    private static final Logger LOG = System.getLogger(Timetable.class.getName());
    private static final String QUARTZ_DS = "java:jboss/datasources/AssayQuartzDS";

    /** Not used here, but its being here keeps the data source up until the scheduler has stopped. */
    @Resource(lookup = QUARTZ_DS)
    @SuppressWarnings("UnusedVariable")
    private DataSource database;

    /** Injected, so that the threads stay until the scheduler has stopped. */
    @Resource(lookup = "java:jboss/ee/concurrency/executor/quartz")
    private ManagedExecutorService threads;

    /** It counts time and looks at no clock. */
    @Resource
    private ManagedScheduledExecutorService watch;

    @Inject
    @Any
    private Instance<Job> jobs;

    private Scheduler scheduler;
    private ScheduledFuture<?> watching;

    @PostConstruct
    void start() {
        try {
            ManagedThreads.runOn(threads);
            scheduler = new StdSchedulerFactory(properties()).getScheduler();
            scheduler.setJobFactory(new InjectedJobs(jobs));
            scheduler.scheduleJob(job(LookJob.class, LOOK), Set.of(everyFewSeconds(LOOK)), true);
            scheduler.scheduleJob(job(RootJob.class, ROOT), Set.of(everyFewSeconds(ROOT)), true);
            scheduler.start();
            watching = watch.scheduleWithFixedDelay(this::bringBack, WATCH_SECONDS, WATCH_SECONDS, TimeUnit.SECONDS);
        } catch (SchedulerException e) {
            throw new IllegalStateException("the scheduler does not start", e);
        }
    }

    /** Whoever looks asks for the slices; if the look itself waits for a day that was never there, nobody does. */
    private void bringBack() {
        try {
            AheadOfTime.bringBack(scheduler, TriggerKey.triggerKey(LOOK, NIGHT));
            AheadOfTime.bringBack(scheduler, TriggerKey.triggerKey(ROOT, NIGHT));
        } catch (SchedulerException e) {
            LOG.log(Level.WARNING, "the books do not answer; looked at again in a moment", e);
        }
    }

    @PreDestroy
    void stop() {
        try {
            watching.cancel(true);
            scheduler.standby();
            for (JobExecutionContext running : scheduler.getCurrentlyExecutingJobs()) {
                scheduler.interrupt(running.getFireInstanceId());
            }
            scheduler.shutdown(true);
        } catch (SchedulerException e) {
            throw new IllegalStateException("the scheduler does not stop", e);
        } finally {
            ManagedThreads.end();
        }
    }

    /** The trigger only says "look": what is due is computed then. */
    private static JobDetail job(Class<? extends Job> job, String name) {
        return JobBuilder.newJob(job).withIdentity(name, NIGHT).storeDurably().build();
    }

    private static Trigger everyFewSeconds(String name) {
        int seconds = Optional.ofNullable(System.getenv(LOOK_EVERY))
                .filter(text -> !text.isEmpty())
                .map(Integer::valueOf)
                .orElse(SECONDS);
        return TriggerBuilder.newTrigger()
                .withIdentity(name, NIGHT)
                .startNow()
                .withSchedule(SimpleScheduleBuilder.repeatSecondlyForever(seconds)
                        .withMisfireHandlingInstructionNextWithRemainingCount())
                .build();
    }

    private static Properties properties() {
        Properties quartz = new Properties();
        quartz.setProperty("org.quartz.scheduler.instanceName", "assay");
        quartz.setProperty("org.quartz.scheduler.instanceId", "AUTO");
        quartz.setProperty("org.quartz.scheduler.instanceIdGenerator.class", NodeId.class.getName());
        quartz.setProperty("org.quartz.threadPool.class", ManagedThreadPool.class.getName());
        quartz.setProperty("org.quartz.threadPool.threadCount", "4");
        quartz.setProperty("org.quartz.threadExecutor.class", ManagedThreads.class.getName());
        quartz.setProperty("org.quartz.jobStore.class", "org.quartz.impl.jdbcjobstore.JobStoreTX");
        quartz.setProperty(
                "org.quartz.jobStore.driverDelegateClass", "org.quartz.impl.jdbcjobstore.PostgreSQLDelegate");
        quartz.setProperty("org.quartz.jobStore.tablePrefix", "quartz.QRTZ_");
        quartz.setProperty("org.quartz.jobStore.useProperties", "true");
        quartz.setProperty("org.quartz.jobStore.isClustered", "true");
        quartz.setProperty("org.quartz.jobStore.acquireTriggersWithinLock", "true");
        quartz.setProperty("org.quartz.jobStore.clusterCheckinInterval", "5000");
        quartz.setProperty("org.quartz.jobStore.dataSource", "books");
        quartz.setProperty("org.quartz.dataSource.books.jndiURL", QUARTZ_DS);
        return quartz;
    }
}
