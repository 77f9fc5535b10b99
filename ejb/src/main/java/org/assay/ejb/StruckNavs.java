package org.assay.ejb;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.assay.db.FundHead;
import org.assay.db.Snapshot;
import org.assay.db.StrikeHead;
import org.assay.kernel.money.Currency;
import org.assay.kernel.money.Money;
import org.assay.kernel.money.Price;
import org.assay.kernel.nav.Books;
import org.assay.kernel.nav.Nav;
import org.assay.kernel.nav.NavInputs;
import org.assay.kernel.nav.NavResult;
import org.assay.pack.replay.Knowledge;
import org.assay.pack.replay.KnownFund;
import org.assay.reports.PastNav;
import org.assay.reports.SignOff;
import org.assay.reports.StruckNav;

/**
 * A NAV with everything behind it. It is struck again from what the books hold and must have the digests it was kept
 * with, so nobody is ever shown a figure that cannot be re-performed.
 */
@ApplicationScoped
public class StruckNavs {
    private final JustStruck just = new JustStruck(System::nanoTime);

    /**
     * The NAV of one day.
     *
     * @throws IllegalStateException when striking again gives something else: the books were tampered with
     */
    public StruckNav restrike(Snapshot snapshot, StrikeHead head) {
        return restrike(snapshot, head, List.of());
    }

    /** The same with the NAVs of all days before it, for a chart. */
    public StruckNav withHistory(Snapshot snapshot, StrikeHead head) {
        return restrike(snapshot, head, snapshot.strikes(head.strike().fund(), LocalDate.EPOCH, head.date()));
    }

    private StruckNav restrike(Snapshot snapshot, StrikeHead head, List<StrikeHead> history) {
        FundHead fund = snapshot.fund(head.strike().fund()).orElseThrow();
        JustStruck.Restruck restruck = just.find(head.id()).orElseGet(() -> {
            JustStruck.Restruck anew = struck(snapshot, fund, head);
            just.keep(head.id(), anew);
            return anew;
        });
        return new StruckNav(
                fund.terms(),
                restruck.inputs(),
                restruck.result(),
                head.strike().version(),
                head.strike().attempt(),
                word(head.status()),
                head.approval().map(word -> new SignOff(word.by(), "Approved", word.at(), word.reason())).stream()
                        .toList(),
                past(history, fund.terms().base()));
    }

    private static JustStruck.Restruck struck(Snapshot snapshot, FundHead fund, StrikeHead head) {
        Knowledge knowledge = snapshot.knowledge(fund, head);
        return struck(knowledge, head, snapshot.opening(knowledge, head).books());
    }

    /** A day struck again from the books it opened with. */
    static JustStruck.Restruck struck(Knowledge knowledge, StrikeHead head, Books opening) {
        NavInputs inputs = KnownFund.of(knowledge, Optional.empty()).on(head.date(), head.known(), opening);
        NavResult result = Nav.strike(inputs);
        if (!result.inputs().equals(head.inputs()) || !result.digest().equals(head.result())) {
            throw new IllegalStateException("%s %s does not strike to the digest it was kept with: inputs %s, result %s"
                    .formatted(head.strike().fund(), head.date(), result.inputs(), result.digest()));
        }
        return new JustStruck.Restruck(inputs, result);
    }

    /** Held, Review, Approved, Published: the words of the desk. What was sent back is held, by a person. */
    public static String word(StrikeHead.Status status) {
        if (status == StrikeHead.Status.SENT_BACK) {
            return word(StrikeHead.Status.HELD);
        }
        String name = status.name();
        return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
    }

    private static List<PastNav> past(List<StrikeHead> history, Currency base) {
        return history.stream()
                .flatMap(past -> past.classes().stream()
                        .map(line -> new PastNav(
                                past.date(),
                                line.shareClass(),
                                new Money(line.netAssets(), base),
                                new Price(line.perShare(), base))))
                .toList();
    }
}
