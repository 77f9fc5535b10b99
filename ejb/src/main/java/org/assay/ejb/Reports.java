package org.assay.ejb;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import org.assay.db.FundStore;
import org.assay.db.ReportFile;
import org.assay.db.ReportStore;
import org.assay.db.Snapshot;
import org.assay.db.Snapshots;
import org.assay.db.StrikeHead;
import org.assay.kernel.ErrorCode;
import org.assay.kernel.FundException;
import org.assay.pack.fund.PackFiles;
import org.assay.reports.Books;
import org.assay.reports.Report;
import org.assay.reports.StruckNav;

/** Makes each report of a NAV once for each status it stands in, and keeps it as it was made. */
@Stateless
@PermitAll
public class Reports {
    @Inject
    @Any
    private Instance<Report> reports;

    @Inject
    private ReportStore store;

    @Inject
    private FundStore funds;

    @Inject
    private Snapshots snapshots;

    @Inject
    private StruckNavs struck;

    /** The names reports are asked for by. */
    public List<String> kinds() {
        return reports.stream().map(Report::kind).sorted().toList();
    }

    /**
     * Made now, unless it was before.
     *
     * @throws FundException NOT_THERE, for a day that is not struck or a report there is none of
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public ReportFile report(String fund, LocalDate date, String kind) {
        Report report = reports.stream()
                .filter(each -> each.kind().equals(kind))
                .findFirst()
                .orElseThrow(() -> new FundException(
                        ErrorCode.NOT_THERE, fund, "report", kind, "one of " + String.join(", ", kinds())));
        // Two who ask at once: the second finds what the first made.
        funds.lock(fund);
        try (Snapshot snapshot = snapshots.open()) {
            StrikeHead head = snapshot.strike(fund, date).orElseThrow(() -> Desk.notStruck(fund, date));
            String status = StruckNavs.word(head.status());
            return store.find(head.id(), kind, status).orElseGet(() -> {
                ReportFile file = make(report, new ReportBooks(snapshot, head, struck.withHistory(snapshot, head)));
                store.append(head, file);
                return file;
            });
        }
    }

    private static ReportFile make(Report report, Books books) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            report.write(books, out);
        } catch (IOException e) {
            throw new UncheckedIOException("a report in memory that cannot be written", e);
        }
        StruckNav nav = books.nav();
        return new ReportFile(
                report.kind(),
                nav.status(),
                report.fileName(nav),
                report.mediaType(),
                PackFiles.sha256(out.toByteArray()),
                out.toByteArray());
    }
}
