package org.assay.ejb;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.assay.db.FundStore;
import org.assay.db.OwedReport;
import org.assay.db.ReportFile;
import org.assay.db.ReportOrder;
import org.assay.db.ReportPage;
import org.assay.db.ReportStore;
import org.assay.db.ReportsWanted;
import org.assay.db.Snapshot;
import org.assay.db.Snapshots;
import org.assay.kernel.ErrorCode;
import org.assay.kernel.FundException;

/** The reports of a fund: which are kept, and orders for those of a range of days, which are made one after the other. */
@Stateless
@RolesAllowed({Roles.ADMINISTRATOR, Roles.APPROVER, Roles.AUDITOR, Roles.COMPLIANCE, Roles.OPERATOR})
public class ReportOrders {
    @Inject
    private Rights rights;

    @Inject
    private FundStore funds;

    @Inject
    private ReportStore store;

    @Inject
    private ReportRegister register;

    @Inject
    private OwedReports owed;

    @Inject
    private Snapshots snapshots;

    /**
     * Some of those that are kept, and how many there are.
     *
     * @param at as they were kept then; absent as they are now
     * @throws FundException NOT_THERE
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public ReportPage kept(String fund, ReportsWanted wanted, long skip, long limit, Optional<Instant> at) {
        rights.toRead(fund);
        try (Snapshot snapshot = snapshots.open(at)) {
            return snapshot.reports().kept(fund, wanted, skip, limit);
        }
    }

    /**
     * A report as it was made, whatever became of its NAV since.
     *
     * @param sha256 of its bytes, in hex
     * @throws FundException NOT_THERE
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public ReportFile file(String fund, String sha256) {
        rights.toReadPersonal("report " + sha256, fund);
        try (Snapshot snapshot = snapshots.open()) {
            return snapshot.reports()
                    .file(fund, sha256)
                    .orElseThrow(() -> new FundException(
                            ErrorCode.NOT_THERE, fund, "report", sha256, "SHA-256 of one that is kept"));
        }
    }

    /**
     * The orders, the last first; how far they have come is told of now.
     *
     * @throws FundException NOT_THERE
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public List<ReportOrder> orders(String fund, Optional<Instant> at) {
        rights.toRead(fund);
        try (Snapshot snapshot = snapshots.open(at)) {
            return snapshot.reports().orders(fund);
        }
    }

    /**
     * Those that are to be made, by day: of orders, and of NAVs that were published.
     *
     * @throws FundException NOT_THERE
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public List<OwedReport> owed(String fund) {
        rights.toRead(fund);
        try (Snapshot snapshot = snapshots.open()) {
            return snapshot.reports().owed(fund);
        }
    }

    /**
     * Orders reports of the days struck in a range, each in the status its NAV stands in. Those that are made already are not
     * made again; of a month or a year there is one for each that ends in the range. Sent twice it orders once.
     *
     * @param first with {@code last}, both ends inclusive
     * @param request made by who asks
     * @throws FundException NOT_THERE for a fund, a kind or days there are none of
     */
    public void order(String fund, LocalDate first, LocalDate last, List<String> kinds, String request) {
        rights.toReadPersonal("reports %s of %s to %s".formatted(String.join(", ", kinds), first, last), fund);
        for (String kind : kinds.isEmpty() ? List.of("") : kinds) {
            register.of(fund, kind);
        }
        funds.lock(fund);
        try (Snapshot snapshot = snapshots.open()) {
            List<OwedReport> wanted = owed.of(snapshot, fund, snapshot.strikes(fund, first, last), kinds);
            if (wanted.isEmpty()) {
                throw new FundException(
                        ErrorCode.NOT_THERE,
                        fund,
                        "days",
                        "%s to %s".formatted(first, last),
                        "days that are struck, and published where the report is of a published NAV, a month or a year");
            }
            store.order(fund, first, last, kinds, wanted, request, rights.person());
        }
    }
}
