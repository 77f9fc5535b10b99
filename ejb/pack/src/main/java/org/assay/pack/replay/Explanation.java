package org.assay.pack.replay;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.assay.kernel.ErrorCode;
import org.assay.kernel.FundException;
import org.assay.kernel.ledger.Balance;
import org.assay.kernel.ledger.Entry;
import org.assay.kernel.ledger.Line;
import org.assay.kernel.money.Money;
import org.assay.kernel.nav.NavTrail;
import org.assay.kernel.trail.Trail;
import org.assay.kernel.trail.Trail.Source;
import org.assay.pack.fund.FundPack;
import org.assay.pack.fund.StrikeRange;

/**
 * The trail of a figure, with the file and line of every fact and price it names. The balance of an account is
 * followed back to the books the pack opens with.
 */
public final class Explanation {
    private static final String ACCOUNT = "account:";

    private final FundPack pack;
    private final Trail trail;

    private Explanation(FundPack pack, Trail trail) {
        this.pack = pack;
        this.trail = trail;
    }

    /** @throws FundException for a day the fund does not strike, or a figure that day does not have */
    public static Explanation of(FundPack pack, LocalDate date, Optional<Instant> known, String figure) {
        Run.of(pack, new StrikeRange(date, date, known)).checkStrikes(date);
        List<Trail> postings = new ArrayList<>();
        List<Replay.Strike> last = new ArrayList<>();
        Replay.run(KnownFund.of(pack, known), pack.opening(), date, strike -> {
            if (strike.result().date().isBefore(date)) {
                strike.result()
                        .entries()
                        .forEach(entry -> postings(entry, figure).forEach(postings::add));
            } else {
                last.add(strike);
            }
        });
        Replay.Strike strike = last.stream()
                .findFirst()
                .orElseThrow(() -> new FundException(
                        ErrorCode.NOT_A_STRIKE_DAY,
                        pack.fund().fund(),
                        "date",
                        date.toString(),
                        "a day the fund reaches; it is held before"));
        Trail trail = NavTrail.of(strike.inputs(), strike.result(), figure);
        return new Explanation(pack, figure.startsWith(ACCOUNT) ? opened(pack, figure, trail, postings) : trail);
    }

    /** One line a figure, its parts indented below it. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        print(trail, 0, lines);
        return lines;
    }

    private void print(Trail figure, int depth, List<String> lines) {
        String place = figure.source()
                .flatMap(row -> pack.origins().find(row.kind(), row.identity().toArray(String[]::new)))
                .map("   [%s]"::formatted)
                .orElse("");
        lines.add("%s%s: %s %s%s".formatted("  ".repeat(depth), figure.label(), figure.figure(), figure.unit(), place));
        figure.from().forEach(part -> print(part, depth + 1, lines));
    }

    private static List<Trail> postings(Entry entry, String figure) {
        return entry.lines().stream()
                .filter(line -> figure.equals(ACCOUNT + line.account().code()))
                .map(line -> posting(entry, line))
                .toList();
    }

    private static Trail posting(Entry entry, Line line) {
        String about = line.tag().instrument().map(id -> ", " + id).orElse("")
                + line.tag().location().map(at -> " at " + at).orElse("");
        return Trail.leaf(
                        "%s: %s %s%s".formatted(entry.date(), entry.kind(), entry.fact(), about),
                        line.base().amount(),
                        line.base().currency().code())
                .citing(Source.fact(entry.fact()));
    }

    /** The balance at the last close, as the postings that made it. */
    private static Trail opened(FundPack pack, String figure, Trail account, List<Trail> postings) {
        Trail before = account.from().get(0);
        Money start = pack.opening().balances().stream()
                .filter(balance ->
                        figure.equals(ACCOUNT + balance.key().account().code()))
                .map(Balance::base)
                .reduce(Money.zero(pack.fund().base()), Money::plus);
        List<Trail> made = new ArrayList<>();
        if (!start.isZero()) {
            made.add(Trail.leaf("in the books the pack opens with", start.amount(), before.unit()));
        }
        made.addAll(postings);
        List<Trail> from = new ArrayList<>(account.from());
        from.set(0, Trail.of(before.label(), before.value(), before.unit(), made));
        return Trail.of(account.label(), account.value(), account.unit(), from);
    }
}
