package org.assay.ejb;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import org.assay.db.FundHead;
import org.assay.db.OwedReport;
import org.assay.db.ReportStore;
import org.assay.db.Snapshot;
import org.assay.db.StrikeHead;
import org.assay.pack.replay.Schedule;

/**
 * What reports a NAV is owed. Its publication puts them into the books in its own transaction, so they are made though the
 * server ends with that very word. Of history that is signed late, when a fund comes with a year of it, they are made when
 * somebody orders them.
 */
@ApplicationScoped
public class OwedReports {
    /** A NAV that is published later after its valuation point is history. */
    private static final Duration HISTORY = Duration.ofDays(10);

    @Inject
    private Clock clock;

    @Inject
    private ReportRegister register;

    @Inject
    private ReportStore store;

    /**
     * A day is signed. It is published when all days before it are, and then so are signed days right behind it.
     *
     * @param before the books without that signature
     */
    public void signed(Snapshot before, StrikeHead signed) {
        String fund = signed.strike().fund();
        boolean waits = before.strikeBefore(fund, signed.date())
                .filter(last -> last.status() != StrikeHead.Status.PUBLISHED)
                .isPresent();
        if (waits) {
            return;
        }
        List<StrikeHead> published = new ArrayList<>(List.of(signed));
        for (Optional<StrikeHead> next = before.strikeAfter(fund, signed.date());
                next.filter(head -> head.status() == StrikeHead.Status.APPROVED).isPresent();
                next = before.strikeAfter(fund, next.get().date())) {
            published.add(next.get());
        }
        Instant history = clock.instant().minus(HISTORY);
        published.removeIf(head -> !head.valuationPoint().isAfter(history));
        owe(before, fund, published, (day, kind) -> true);
    }

    /**
     * Strikes of a branch take the place of published ones: what was reported of those is reported again.
     *
     * @param before the books without the word about the branch
     */
    public void restated(Snapshot before, String fund, List<StrikeHead> branch) {
        Set<String> reported = before.reports().published(fund);
        owe(before, fund, branch, (day, kind) -> reported.contains("%s %s".formatted(day, kind)));
    }

    private void owe(Snapshot before, String fund, List<StrikeHead> heads, BiPredicate<LocalDate, String> isWanted) {
        if (heads.isEmpty()) {
            return;
        }
        String status = StruckNavs.word(StrikeHead.Status.PUBLISHED);
        Schedule schedule = schedule(before, fund);
        store.owe(heads.stream()
                .flatMap(head -> register.ofPublished(head.date(), schedule)
                        .filter(kind -> isWanted.test(head.date(), kind))
                        .map(kind -> OwedReport.of(head, kind, status)))
                .toList());
    }

    /** Of these kinds those that strikes are owed in the status they stand in; some only once they are published. */
    public List<OwedReport> of(Snapshot snapshot, String fund, Collection<StrikeHead> heads, Collection<String> kinds) {
        Schedule schedule = schedule(snapshot, fund);
        List<String> everyNav = register.everyNav();
        List<OwedReport> owed = new ArrayList<>();
        for (StrikeHead head : heads) {
            boolean isPublished = head.status() == StrikeHead.Status.PUBLISHED;
            register.ofPublished(head.date(), schedule)
                    .filter(kinds::contains)
                    .filter(kind -> isPublished || everyNav.contains(kind))
                    .forEach(kind -> owed.add(OwedReport.of(head, kind, StruckNavs.word(head.status()))));
        }
        return owed;
    }

    private static Schedule schedule(Snapshot snapshot, String fund) {
        FundHead head = snapshot.fund(fund).orElseThrow(() -> Desk.noFund(fund));
        return Schedule.of(head.terms(), snapshot.knowledge(head).calendarDays());
    }
}
