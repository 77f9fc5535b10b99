package org.assay.ejb;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.assay.db.FundHead;
import org.assay.db.FundStore;
import org.assay.db.Snapshot;
import org.assay.db.Snapshots;
import org.assay.db.Years;
import org.assay.kernel.ErrorCode;
import org.assay.kernel.FundException;
import org.assay.kernel.Parsed;
import org.assay.kernel.nav.Books;
import org.assay.pack.fund.FundPack;
import org.assay.pack.fund.PackLimits;
import org.assay.pack.fund.PackReader;
import org.assay.pack.fund.PackSeal;

/** Takes a fund in, as its pack describes it: all of the pack, or nothing. */
@Stateless
@RolesAllowed({Roles.ADMINISTRATOR, Roles.APPROVER, Roles.AUDITOR, Roles.COMPLIANCE, Roles.OPERATOR})
public class Onboarding {
    @Inject
    private Rights rights;

    @Inject
    private FundStore funds;

    @Inject
    private Snapshots snapshots;

    @Inject
    private Years years;

    /** @param isNew false when the same pack was taken in before: bringing it twice is bringing it once */
    public record Onboarded(String fund, boolean isNew) {}

    /**
     * @param pack a zip, or a folder
     * @throws PackRefused with every reason, when it cannot be read
     * @throws FundException NOT_ALLOWED; FUND_EXISTS, when the fund came in with another pack
     */
    public Onboarded onboard(Path pack) throws PackRefused, IOException {
        rights.toBring();
        Parsed<FundPack> parsed = PackReader.read(pack, PackLimits.UPLOADED);
        if (parsed.rows().isEmpty()) {
            throw new PackRefused(parsed.failures());
        }
        FundPack read = parsed.rows().get(0);
        rights.toBring(read.fund().fund());
        return onboard(read);
    }

    private Onboarded onboard(FundPack pack) {
        String id = pack.fund().fund();
        String sha256 = PackSeal.digest(pack);
        // Of the books it comes with, which are kept like a strike.
        pack.opening().struck().map(Books.Struck::date).ifPresent(years::open);
        funds.lock(id);
        Optional<FundHead> there = find(id);
        if (there.isPresent()) {
            checkSame(there.get(), sha256);
            return new Onboarded(id, false);
        }
        funds.append(new FundHead(pack.fund(), sha256, pack.manifest().known(), rights.person()), pack);
        return new Onboarded(id, true);
    }

    /** Read after the lock, so that it sees what the one before us brought. */
    private Optional<FundHead> find(String id) {
        try (Snapshot snapshot = snapshots.open()) {
            return snapshot.fund(id);
        }
    }

    private static void checkSame(FundHead there, String sha256) {
        if (!there.pack().equals(sha256)) {
            throw new FundException(
                    ErrorCode.FUND_EXISTS,
                    there.id(),
                    "pack",
                    sha256,
                    "the pack this fund came in with, %s; what is new about it comes as facts and prices"
                            .formatted(there.pack()));
        }
    }
}
