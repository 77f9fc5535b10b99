package org.assay.batch.night;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.assay.ejb.Night.Progress;
import org.assay.ejb.Reports;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.JobExecutionContext;

/** Makes the reports of the last NAV of each fund of a slice that has caught up. */
@Dependent
@DisallowConcurrentExecution
public class ReportSliceJob extends SliceJob {
    @Inject
    private Reports reports;

    @Override
    void work(Progress fund, JobExecutionContext context) {
        if (!fund.needsReports()) {
            return;
        }
        fund.last()
                .ifPresent(head -> reports.kinds().stream()
                        .filter(kind -> mayGoOn())
                        .forEach(kind -> reports.report(fund.fund().id(), head.date(), kind)));
    }
}
