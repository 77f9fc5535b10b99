package org.assay.ejb;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.assay.db.FundStore;
import org.assay.db.KeptReport;
import org.assay.db.OwedReport;
import org.assay.db.ReportFile;
import org.assay.db.ReportStore;
import org.assay.db.Snapshot;
import org.assay.db.Snapshots;
import org.assay.db.StrikeHead;
import org.assay.kernel.FundException;
import org.assay.kernel.nav.NavInputs;
import org.assay.pack.fund.PackFiles;
import org.assay.reports.Books;
import org.assay.reports.CodeVersion;
import org.assay.reports.Medium;
import org.assay.reports.Report;
import org.assay.reports.StruckNav;

/**
 * Makes each report of a NAV once for each status it stands in, and keeps it as it was made.
 *
 * <pre>
 *   publication, order   owe ---- derived.report_due ----.
 *   newest NAV           found to lack it ---------------+--> a slice of funds: make, keep, settle; each one transaction
 *   a person             asks for one -------------------'
 * </pre>
 */
@Stateless
@PermitAll
public class Reports {
    /** In doublings of a minute: a little more than four hours. */
    private static final int LONGEST_REST = 8;

    @Inject
    private ReportRegister register;

    @Inject
    private ReportStore store;

    @Inject
    private FundStore funds;

    @Inject
    private Snapshots snapshots;

    @Inject
    private StruckNavs struck;

    /**
     * A report there is.
     *
     * @param kind its name in addresses
     * @param title what people call it
     */
    public record Kind(String kind, String title, Medium medium) {}

    /** All there are, by kind. */
    public List<Kind> offered() {
        return register.all().stream()
                .map(report -> new Kind(report.kind(), report.title(), report.medium()))
                .toList();
    }

    /**
     * Made now, unless it was before.
     *
     * @throws FundException NOT_THERE, for a day that is not struck or a report there is none of
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public ReportFile report(String fund, LocalDate date, String kind) {
        Report report = register.of(fund, kind);
        // Two who ask at once: the second finds what the first made.
        funds.lock(fund);
        try (Snapshot snapshot = snapshots.open()) {
            StrikeHead head = snapshot.strike(fund, date).orElseThrow(() -> Desk.notStruck(fund, date));
            return made(report, snapshot, head);
        }
    }

    /** Makes what is owed, unless its strike no longer stands as it did: whatever changed that owes another. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void settle(OwedReport owed) {
        Report report = register.of(owed.fund(), owed.kind());
        funds.lock(owed.fund());
        try (Snapshot snapshot = snapshots.open()) {
            snapshot.strike(owed.fund(), owed.date())
                    .filter(head -> head.id() == owed.strike())
                    .filter(head -> StruckNavs.word(head.status()).equals(owed.status()))
                    .ifPresent(head -> made(report, snapshot, head));
            store.settle(owed);
        }
    }

    /** Keeps why it was not made, where people look; it is tried again, each time later. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void failed(OwedReport owed, RuntimeException why) {
        Duration rest = Duration.ofMinutes(1L << Math.min(owed.tries(), LONGEST_REST));
        String words = Optional.ofNullable(why.getMessage()).orElseGet(why::toString);
        store.failed(owed, words, rest);
    }

    /** What is to be made of a fund and may be tried now, by day. */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public List<OwedReport> owed(String fund) {
        try (Snapshot snapshot = snapshots.open()) {
            Instant now = snapshot.taken();
            return snapshot.reports().owed(fund).stream()
                    .filter(owed -> !owed.notBefore().isAfter(now))
                    .toList();
        }
    }

    private ReportFile made(Report report, Snapshot snapshot, StrikeHead head) {
        return found(report, head).orElseGet(() -> {
            StruckNav nav = struck.withHistory(snapshot, head);
            return make(
                    report,
                    head,
                    new ReportBooks(
                            snapshot,
                            head,
                            nav,
                            (other, books) -> found(other, head)
                                    .orElseGet(() -> make(other, head, books))
                                    .content()));
        });
    }

    private Optional<ReportFile> found(Report report, StrikeHead head) {
        return store.find(head.id(), report.kind(), StruckNavs.word(head.status()));
    }

    private static KeptReport.Provenance provenance(NavInputs inputs) {
        return new KeptReport.Provenance(
                inputs.known(), CodeVersion.text(), inputs.termsDigest(), inputs.marketDigest());
    }

    private ReportFile make(Report report, StrikeHead head, Books books) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            report.write(books, out);
        } catch (IOException e) {
            throw new UncheckedIOException("a report in memory that cannot be written", e);
        }
        StruckNav nav = books.nav();
        byte[] content = out.toByteArray();
        ReportFile file = new ReportFile(
                report.kind(),
                nav.status(),
                report.fileName(nav),
                report.medium().type(),
                PackFiles.sha256(content),
                content);
        store.append(head, file, provenance(nav.inputs()));
        return file;
    }
}
