package org.assay.batch.night;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.assay.db.Scope;
import org.assay.ejb.Corrections;
import org.assay.ejb.Night;
import org.assay.ejb.Night.Progress;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.JobExecutionContext;
import org.quartz.JobExecutionException;
import org.quartz.JobKey;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.Trigger;
import org.quartz.Trigger.TriggerState;
import org.quartz.TriggerBuilder;
import org.quartz.TriggerKey;

/** Looks what is due and asks for the slices that have some of it. Does no work itself. */
@Dependent
@DisallowConcurrentExecution
public class LookJob implements Job {
    @Inject
    private Night night;

    @Inject
    private Corrections corrections;

    @Override
    public void execute(JobExecutionContext context) throws JobExecutionException {
        try {
            night.freeFunds();
            List<Progress> funds = night.round(Scope.ALL, Optional.empty()).funds();
            ask(context.getScheduler(), StrikeSliceJob.class, "strike", funds, Progress::isDue);
            Set<String> behind = corrections.fundsBehind();
            ask(
                    context.getScheduler(),
                    ReplaySliceJob.class,
                    "replay",
                    funds,
                    fund -> behind.contains(fund.fund().id()));
            ask(context.getScheduler(), ReportSliceJob.class, "report", funds, Progress::needsReports);
            night.openYearAhead();
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
            ask(scheduler, job, kind, slice);
        }
    }

    /**
     * Asks for a slice, unless it is asked for. Quartz gives up on a job it could once not make, and lets its trigger
     * stand with nothing left to fire; what is due is due still, so such a job is asked for anew.
     */
    static void ask(Scheduler scheduler, Class<? extends Job> job, String kind, Slice slice) throws SchedulerException {
        JobKey key = slice.key(kind);
        if (scheduler.getTriggerState(TriggerKey.triggerKey(key.getName(), kind)) == TriggerState.ERROR) {
            scheduler.deleteJob(key);
        }
        if (scheduler.checkExists(key)) {
            AheadOfTime.bringBack(scheduler, TriggerKey.triggerKey(key.getName(), kind));
        } else {
            scheduler.scheduleJob(job(job, slice, key), now(key, kind));
        }
    }

    private static JobDetail job(Class<? extends Job> job, Slice slice, JobKey key) {
        return JobBuilder.newJob(job)
                .withIdentity(key)
                .usingJobData(slice.data())
                // A node that dies leaves it to another.
                .requestRecovery(true)
                .build();
    }

    private static Trigger now(JobKey key, String kind) {
        return TriggerBuilder.newTrigger()
                .withIdentity(key.getName(), kind)
                .startNow()
                .build();
    }
}
