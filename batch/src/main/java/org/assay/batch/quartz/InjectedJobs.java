package org.assay.batch.quartz;

import jakarta.enterprise.inject.Instance;
import org.quartz.InterruptableJob;
import org.quartz.Job;
import org.quartz.JobExecutionContext;
import org.quartz.JobExecutionException;
import org.quartz.Scheduler;
import org.quartz.UnableToInterruptJobException;
import org.quartz.spi.JobFactory;
import org.quartz.spi.TriggerFiredBundle;

/** Makes jobs as beans, and lets them go when they are done. */
final class InjectedJobs implements JobFactory {
    private final Instance<Job> jobs;

    InjectedJobs(Instance<Job> jobs) {
        this.jobs = jobs;
    }

    @Override
    public Job newJob(TriggerFiredBundle fired, Scheduler scheduler) {
        Instance.Handle<? extends Job> handle =
                jobs.select(fired.getJobDetail().getJobClass()).getHandle();
        return new Injected(handle);
    }

    private record Injected(Instance.Handle<? extends Job> handle) implements InterruptableJob {
        @Override
        public void execute(JobExecutionContext context) throws JobExecutionException {
            try (handle) {
                handle.get().execute(context);
            }
        }

        @Override
        public void interrupt() throws UnableToInterruptJobException {
            if (handle.get() instanceof InterruptableJob job) {
                job.interrupt();
            }
        }
    }
}
