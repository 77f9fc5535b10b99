package org.assay.batch.night;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import org.assay.ejb.ChainRoots;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;
import org.quartz.JobExecutionException;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.impl.matchers.GroupMatcher;

/** Keeps a root of the chains outside the database, once a day and after each night. */
@Dependent
@DisallowConcurrentExecution
public class RootJob implements Job {
    @Inject
    private ChainRoots roots;

    @Override
    public void execute(JobExecutionContext context) throws JobExecutionException {
        try {
            roots.keep(isQuiet(context.getScheduler()));
        } catch (SchedulerException e) {
            throw new JobExecutionException(e);
        }
    }

    /** No slice is struck or waits to be. Between two slices it may look so: that makes a root more. */
    private static boolean isQuiet(Scheduler scheduler) throws SchedulerException {
        for (String kind : List.of("strike", "replay")) {
            if (!scheduler.getJobKeys(GroupMatcher.jobGroupEquals(kind)).isEmpty()) {
                return false;
            }
        }
        return true;
    }
}
