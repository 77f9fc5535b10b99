package org.assay.pack.replay;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.assay.kernel.ErrorCode;
import org.assay.kernel.FundException;
import org.assay.kernel.ledger.Balance;
import org.assay.kernel.ledger.Entry;
import org.assay.kernel.ledger.Line;
import org.assay.kernel.money.Money;
import org.assay.kernel.nav.NavTrail;
import org.assay.kernel.pricing.Quote;
import org.assay.kernel.trail.Trail;
import org.assay.pack.fund.FundPack;
import org.assay.pack.fund.StrikeRange;
import org.assay.pack.table.Origin;

/**
 * The trail of a figure, with the file and line of every fact and price it names. The balance of an account is
 * followed back to the books the pack opens with.
 */
public final class Explanation {
    private static final String FACT = "fact ";
    /** What may follow the id of a fact in a label. */
    private static final Pattern AFTER_FACT = Pattern.compile(", | at |$");

    private static final String ACCOUNT = "account:";

    private final FundPack pack;
    private final Replay.Strike strike;
    private final Trail trail;

    private Explanation(FundPack pack, Replay.Strike strike, Trail trail) {
        this.pack = pack;
        this.strike = strike;
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
        return new Explanation(
                pack, strike, figure.startsWith(ACCOUNT) ? opened(pack, figure, trail, postings) : trail);
    }

    /** One line a figure, its parts indented below it. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        print(trail, Optional.empty(), 0, lines);
        return lines;
    }

    private void print(Trail figure, Optional<Trail> of, int depth, List<String> lines) {
        String place =
                origin(figure, of).map(origin -> "   [%s]".formatted(origin)).orElse("");
        lines.add("%s%s: %s %s%s".formatted("  ".repeat(depth), figure.label(), figure.figure(), figure.unit(), place));
        figure.from().forEach(part -> print(part, Optional.of(figure), depth + 1, lines));
    }

    private Optional<Origin> origin(Trail figure, Optional<Trail> of) {
        int fact = figure.label().indexOf(FACT);
        if (fact >= 0) {
            return fact(figure.label().substring(fact + FACT.length()));
        }
        return figure.label().startsWith("price: ")
                ? of.flatMap(position -> price(figure, position))
                : Optional.empty();
    }

    /** An id may hold anything, so the first end that gives a known one is taken. */
    private Optional<Origin> fact(String text) {
        return AFTER_FACT
                .matcher(text)
                .results()
                .map(end -> pack.origins().find("fact", text.substring(0, end.start())))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** A price stands below the position it values, which begins with the instrument. */
    private Optional<Origin> price(Trail figure, Trail position) {
        return strike.inputs().quotes().stream()
                .filter(quote -> position.label().startsWith(quote.instrument() + " at ")
                        && quote.price().perUnit().compareTo(figure.value()) == 0)
                .findFirst()
                .flatMap(this::origin);
    }

    private Optional<Origin> origin(Quote quote) {
        return pack.origins()
                .find(
                        "quote",
                        quote.instrument(),
                        quote.time().toString(),
                        quote.kind().name(),
                        quote.source(),
                        quote.recorded().toString());
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
                "%s: %s, fact %s%s".formatted(entry.date(), entry.kind(), entry.fact(), about),
                line.base().amount(),
                line.base().currency().code());
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
        from.set(0, new Trail(before.label(), before.value(), before.unit(), made));
        return new Trail(account.label(), account.value(), account.unit(), from);
    }
}
