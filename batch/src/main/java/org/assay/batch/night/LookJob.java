package org.assay.batch.night;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.Predicate;
import org.assay.ejb.Night;
import org.assay.ejb.Night.Progress;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobBuilder;
import org.quartz.JobExecutionContext;
import org.quartz.JobExecutionException;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.TriggerBuilder;

/** Looks what is due and asks for the slices that have some of it. Does no work itself. */
@Dependent
@DisallowConcurrentExecution
public class LookJob implements Job {
    @Inject
    private Night night;

    @Override
    public void execute(JobExecutionContext context) throws JobExecutionException {
        try {
            List<Progress> funds = night.progress();
            ask(context.getScheduler(), StrikeSliceJob.class, "strike", funds, Progress::isDue);
            ask(context.getScheduler(), ReportSliceJob.class, "report", funds, night::needsReports);
        } catch (SchedulerException e) {
            throw new JobExecutionException(e);
        }
    }

    private static void ask(
            Scheduler scheduler,
            Class<? extends Job> job,
            String kind,
            List<Progress> funds,
            Predicate<Progress> needsIt)
            throws SchedulerException {
        for (Slice slice :
                funds.stream().filter(needsIt).map(Slice::of).distinct().toList()) {
            if (!scheduler.checkExists(slice.key(kind))) {
                scheduler.scheduleJob(
                        JobBuilder.newJob(job)
                                .withIdentity(slice.key(kind))
                                .usingJobData(slice.data())
                                // A node that dies leaves it to another.
                                .requestRecovery(true)
                                .build(),
                        TriggerBuilder.newTrigger()
                                .withIdentity(slice.key(kind).getName(), kind)
                                .startNow()
                                .build());
            }
        }
    }
}
