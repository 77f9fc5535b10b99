package org.assay.batch.night;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.assay.db.BooksBusy;
import org.assay.db.BooksUnavailable;
import org.assay.db.OwedReport;
import org.assay.ejb.Night.Progress;
import org.assay.ejb.ReportRegister;
import org.assay.ejb.Reports;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.JobExecutionContext;

/** Makes the reports of the last NAV of each fund of a slice that has caught up, then those that are owed, by day. */
@Dependent
@DisallowConcurrentExecution
public class ReportSliceJob extends SliceJob {
    private static final Logger LOG = System.getLogger(ReportSliceJob.class.getName());

    @Inject
    private Reports reports;

    @Inject
    private ReportRegister register;

    @Override
    void work(Progress fund, JobExecutionContext context) {
        if (!fund.needsReports()) {
            return;
        }
        fund.last()
                .filter(head -> fund.lacksReports())
                .ifPresent(head -> register.everyNav().stream()
                        .filter(kind -> mayGoOn())
                        .forEach(kind -> reports.report(fund.fund().id(), head.date(), kind)));
        for (OwedReport next : reports.owed(fund.fund().id())) {
            if (!mayGoOn()) {
                return;
            }
            settle(next);
        }
    }

    /** One that cannot be made keeps no other waiting. */
    private void settle(OwedReport owed) {
        try {
            reports.settle(owed);
        } catch (BooksBusy | BooksUnavailable held) {
            throw held;
        } catch (RuntimeException e) {
            reports.failed(owed, e);
            LOG.log(Level.ERROR, "report %s of %s %s".formatted(owed.kind(), owed.fund(), owed.date()), e);
        }
    }
}
