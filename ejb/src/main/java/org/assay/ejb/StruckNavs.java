package org.assay.ejb;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.assay.db.Snapshot;
import org.assay.db.StrikeHead;
import org.assay.kernel.money.Currency;
import org.assay.kernel.money.Money;
import org.assay.kernel.money.Price;
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

    private static StruckNav restrike(Snapshot snapshot, StrikeHead head, List<StrikeHead> history) {
        String fund = head.strike().fund();
        Knowledge knowledge = snapshot.knowledge(snapshot.fund(fund).orElseThrow(), head);
        KnownFund known = KnownFund.of(knowledge, Optional.empty());
        NavInputs inputs = known.on(
                head.date(), head.known(), snapshot.opening(knowledge, head).books());
        NavResult result = Nav.strike(inputs);
        if (!result.inputs().equals(head.inputs()) || !result.digest().equals(head.result())) {
            throw new IllegalStateException("%s %s does not strike to the digest it was kept with: inputs %s, result %s"
                    .formatted(fund, head.date(), result.inputs(), result.digest()));
        }
        return new StruckNav(
                knowledge.fund(),
                inputs,
                result,
                head.strike().version(),
                head.strike().attempt(),
                word(head.status()),
                head.approval().map(word -> new SignOff(word.by(), "Approved", word.at(), word.reason())).stream()
                        .toList(),
                past(history, knowledge.fund().base()));
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
