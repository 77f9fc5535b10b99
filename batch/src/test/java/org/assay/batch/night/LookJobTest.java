package org.assay.batch.night;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Properties;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quartz.DateBuilder;
import org.quartz.DateBuilder.IntervalUnit;
import org.quartz.Job;
import org.quartz.JobBuilder;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.Trigger.TriggerState;
import org.quartz.TriggerBuilder;
import org.quartz.TriggerKey;
import org.quartz.impl.StdSchedulerFactory;

/** What a look asks the scheduler for. The scheduler is a real one that keeps its jobs in memory. */
class LookJobTest {
    private static final Slice SEVENTH = new Slice(7);
    private static final TriggerKey TRIGGER = TriggerKey.triggerKey("slice-7", "strike");

    private final AtomicInteger made = new AtomicInteger();
    private final Semaphore ran = new Semaphore(0);
    private final Semaphore mayEnd = new Semaphore(0);
    private Scheduler scheduler;

    @BeforeEach
    void start() throws SchedulerException {
        Properties quartz = new Properties();
        quartz.setProperty("org.quartz.scheduler.instanceName", "look-job-test");
        quartz.setProperty("org.quartz.threadPool.class", "org.quartz.simpl.SimpleThreadPool");
        quartz.setProperty("org.quartz.threadPool.threadCount", "2");
        quartz.setProperty("org.quartz.jobStore.class", "org.quartz.simpl.RAMJobStore");
        scheduler = new StdSchedulerFactory(quartz).getScheduler();
    }

    @AfterEach
    void stop() throws SchedulerException {
        mayEnd.release(100);
        scheduler.shutdown(true);
    }

    @Test
    void a_slice_the_scheduler_gave_up_on_is_asked_for_anew() throws SchedulerException, InterruptedException {
        scheduler.setJobFactory((fired, on) -> {
            if (made.getAndIncrement() == 0) {
                throw new SchedulerException("it cannot be made this once");
            }
            return job();
        });
        scheduler.start();
        LookJob.ask(scheduler, Job.class, "strike", SEVENTH);
        for (int tries = 0; scheduler.getTriggerState(TRIGGER) != TriggerState.ERROR; tries++) {
            assertThat(tries).as("tries until the trigger is in error").isLessThan(500);
            Thread.sleep(20);
        }
        assertThat(ran.availablePermits()).isZero();

        LookJob.ask(scheduler, Job.class, "strike", SEVENTH);
        assertThat(ran.tryAcquire(30, TimeUnit.SECONDS)).as("the slice ran").isTrue();
        assertThat(made).hasValue(2);
    }

    @Test
    void a_slice_that_is_asked_for_is_not_asked_for_twice() throws SchedulerException, InterruptedException {
        scheduler.setJobFactory((fired, on) -> {
            made.incrementAndGet();
            return job();
        });
        scheduler.start();
        LookJob.ask(scheduler, Job.class, "strike", SEVENTH);
        assertThat(ran.tryAcquire(30, TimeUnit.SECONDS)).isTrue();
        LookJob.ask(scheduler, Job.class, "strike", SEVENTH);
        LookJob.ask(scheduler, Job.class, "report", SEVENTH);
        assertThat(ran.tryAcquire(30, TimeUnit.SECONDS))
                .as("another kind of the same slice")
                .isTrue();
        assertThat(made).hasValue(2);
    }

    /** The clock stood a day ahead when it was asked for, and was put right before it ran. */
    @Test
    void a_slice_that_waits_for_a_time_the_clock_has_left_runs_now() throws SchedulerException, InterruptedException {
        scheduler.setJobFactory((fired, on) -> job());
        scheduler.start();
        scheduler.scheduleJob(
                JobBuilder.newJob(Job.class).withIdentity("slice-7", "strike").build(),
                TriggerBuilder.newTrigger()
                        .withIdentity(TRIGGER)
                        .startAt(DateBuilder.futureDate(1, IntervalUnit.DAY))
                        .build());
        LookJob.ask(scheduler, Job.class, "strike", SEVENTH);
        assertThat(ran.tryAcquire(30, TimeUnit.SECONDS)).isTrue();
    }

    private Job job() {
        return context -> {
            ran.release();
            mayEnd.acquireUninterruptibly();
        };
    }
}
