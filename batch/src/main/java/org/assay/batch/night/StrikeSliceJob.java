package org.assay.batch.night;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Optional;
import org.assay.db.AskedBy;
import org.assay.db.BooksBusy;
import org.assay.db.StrikeId;
import org.assay.ejb.Night.Progress;
import org.assay.ejb.Node;
import org.assay.ejb.Strikes;
import org.assay.kernel.FundException;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.JobExecutionContext;

/** Strikes every due day of the funds of a slice, in order. */
@Dependent
@DisallowConcurrentExecution
public class StrikeSliceJob extends SliceJob {
    private static final String SCHEDULE = "schedule";

    @Inject
    private Strikes strikes;

    @Override
    void work(Progress fund, JobExecutionContext context) {
        AskedBy askedBy = new AskedBy(SCHEDULE, Optional.of(context.getFireInstanceId()), Node.name());
        for (LocalDate date : fund.due()) {
            StrikeId strike = StrikeId.scheduled(fund.fund().id(), date);
            if (!mayGoOn() || !struck(strike, askedBy)) {
                return;
            }
        }
    }

    private boolean struck(StrikeId strike, AskedBy askedBy) {
        try {
            return strikes.strike(strike, askedBy);
        } catch (FundException e) {
            // A rule said no: somebody must act, so it is kept where people look, once.
            night().refused(strike, e);
            return false;
        } catch (BooksBusy held) {
            // Nobody has to act, so it is not kept.
            throw held;
        } catch (RuntimeException e) {
            night().failed(strike, e);
            throw e;
        }
    }
}
