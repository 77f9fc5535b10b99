package org.assay.batch.night;

import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.assay.db.BooksBusy;
import org.assay.ejb.Night;
import org.assay.ejb.Night.Progress;
import org.quartz.InterruptableJob;
import org.quartz.JobExecutionContext;

/**
 * Work on the funds of a slice, one after the other, for at most a minute: what is left is found by the next look. A
 * fund that fails fails alone.
 */
abstract class SliceJob implements InterruptableJob {
    private static final Logger LOG = System.getLogger(SliceJob.class.getName());
    private static final long AT_MOST = TimeUnit.SECONDS.toNanos(45);

    @Inject
    private Night night;

    private volatile boolean isInterrupted;
    private long began;

    @Override
    public void execute(JobExecutionContext context) {
        began = System.nanoTime();
        List<String> ids = night.funds().stream().filter(Slice.of(context)::has).toList();
        for (Progress fund : night.round(ids, Optional.empty()).funds()) {
            if (mayGoOn()) {
                one(fund, context);
            }
        }
    }

    private void one(Progress fund, JobExecutionContext context) {
        try {
            work(fund, context);
        } catch (BooksBusy held) {
            LOG.log(
                    Level.INFO,
                    "{0} is held by somebody else; the next look asks again",
                    fund.fund().id());
        } catch (RuntimeException e) {
            LOG.log(
                    Level.ERROR,
                    "%s failed; the next look tries again".formatted(fund.fund().id()),
                    e);
        }
    }

    /** What is to be done for one fund; asks {@link #mayGoOn()} between its steps. */
    abstract void work(Progress fund, JobExecutionContext context);

    Night night() {
        return night;
    }

    /** False when the node stops, or the slice has had its time. */
    boolean mayGoOn() {
        return !isInterrupted && System.nanoTime() - began < AT_MOST;
    }

    @Override
    public void interrupt() {
        isInterrupted = true;
    }
}
