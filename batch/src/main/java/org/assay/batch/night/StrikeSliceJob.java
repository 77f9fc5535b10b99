package org.assay.batch.night;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;
import org.assay.db.AskedBy;
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
        Optional<StrikeId> next = night().next(fund.fund().id());
        while (next.isPresent() && mayGoOn()) {
            try {
                strikes.strike(next.get(), askedBy);
            } catch (FundException e) {
                // A rule said no: somebody must act, so it is kept where people look, once.
                night().refused(next.get(), e);
                return;
            }
            next = night().next(fund.fund().id());
        }
    }
}
