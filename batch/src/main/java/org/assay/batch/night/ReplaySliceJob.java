package org.assay.batch.night;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Optional;
import org.assay.db.AskedBy;
import org.assay.ejb.Corrections;
import org.assay.ejb.Corrections.Behind;
import org.assay.ejb.Night.Progress;
import org.assay.ejb.Node;
import org.assay.ejb.Strikes;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.JobExecutionContext;

/** Strikes the days that open branches of a slice's funds lack, in order. */
@Dependent
@DisallowConcurrentExecution
public class ReplaySliceJob extends SliceJob {
    private static final String SCHEDULE = "schedule";

    @Inject
    private Corrections corrections;

    @Inject
    private Strikes strikes;

    @Override
    void work(Progress fund, JobExecutionContext context) {
        AskedBy askedBy = new AskedBy(SCHEDULE, Optional.of(context.getFireInstanceId()), Node.name());
        corrections.behind(fund.fund().id()).ifPresent(behind -> replay(behind, askedBy));
    }

    private void replay(Behind behind, AskedBy askedBy) {
        for (LocalDate date : behind.days()) {
            if (!mayGoOn() || !strikes.replay(behind.branch(), date, askedBy)) {
                return;
            }
        }
    }
}
