package org.assay.ejb;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.assay.db.Snapshot;
import org.assay.db.Snapshots;
import org.assay.db.chain.Root;
import org.assay.db.chain.RootFolder;

/**
 * Keeps the heads of the chains outside the database, in the folder ASSAY_ROOTS names: there is no such thing as a
 * chain that its database's owner cannot make anew, only one that others know the head of. Without the variable nothing
 * is kept.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ChainRoots {
    private static final String FOLDER = "ASSAY_ROOTS";

    @Inject
    private Clock clock;

    @Inject
    private Snapshots snapshots;

    /**
     * Writes a root when one is due: the first of a day, by the house clock in UTC, and another when something was
     * struck since the last.
     *
     * @param isQuiet nothing is being struck; only then strikes alone make a root due
     */
    public void keep(boolean isQuiet) {
        Optional<RootFolder> folder = Optional.ofNullable(System.getenv(FOLDER))
                .filter(text -> !text.isBlank())
                .map(text -> new RootFolder(Path.of(text)));
        if (folder.isEmpty()) {
            return;
        }
        try (Snapshot snapshot = snapshots.open()) {
            Instant now = clock.instant();
            LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
            Optional<Root> last = folder.get().last();
            boolean isFirstOfDay =
                    last.filter(root -> !root.date().isBefore(today)).isEmpty();
            if (isFirstOfDay || (isQuiet && last.get().state().lastStrike() != snapshot.lastStrikeSealed())) {
                folder.get().write(today, now, snapshot.chain());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("no root can be kept in the folder %s names".formatted(FOLDER), e);
        }
    }
}
