package org.assay.ejb.drill;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.assay.ejb.drill.Orders.Due;
import org.assay.kernel.nav.Books;
import org.assay.kernel.pricing.Quote;
import org.assay.pack.demo.IllustrativeFund;
import org.assay.pack.fund.FundFile;
import org.assay.pack.fund.FundPack;
import org.assay.pack.fund.FundTables;
import org.assay.pack.fund.FxQuote;
import org.assay.pack.fund.Manifest;
import org.assay.pack.replay.KnownFund;
import org.assay.pack.replay.Replay;

/**
 * The funds of the drill: the demo fund under other ids, each brought with the books of another of its days, so that
 * together they have all that happens in it: orders, rolls, a bill that matures, a fact learned late, one replaced.
 *
 * <pre>
 *   brought with the books of | first day | second | third | fourth |
 *                             |--- published ------|-- struck in the drill
 * </pre>
 */
final class DrillFunds {
    static final int FUNDS = 50;

    /** Struck and published before the drill begins. */
    static final int PUBLISHED = 2;

    /** Days of a fund in all, most of which the drill strikes. */
    static final int DAYS = 4;

    private static final int PRICES_AROUND = 15;

    private final List<FundPack> packs = new ArrayList<>();
    private final SortedMap<String, List<Due>> days = new TreeMap<>();
    private final SortedMap<String, String> digests = new TreeMap<>();

    /** @param seed of the days they are cut at */
    DrillFunds(long seed) {
        FundPack demo = IllustrativeFund.pack();
        List<Replay.Strike> whole =
                replay(demo, LocalDate.MAX.withYear(2026).withMonth(5).withDayOfMonth(29));
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < FUNDS; i++) {
            int cut = random.nextInt(whole.size() - DAYS);
            Books opening = whole.get(cut).result().closing();
            LocalDate last = whole.get(cut + DAYS).result().date();
            add(pack(demo, "DRILL-" + (100 + i), opening, last), last);
        }
    }

    private void add(FundPack pack, LocalDate last) {
        String fund = pack.fund().fund();
        packs.add(pack);
        List<Due> due = new ArrayList<>();
        for (Replay.Strike strike : replay(pack, last)) {
            Due day = new Due(fund, strike.result().date());
            due.add(day);
            digests.put(
                    day.toString(),
                    strike.result().inputs() + " " + strike.result().digest());
        }
        if (due.size() != DAYS) {
            throw new IllegalStateException("%s is held on %s".formatted(fund, due.get(due.size() - 1)));
        }
        days.put(fund, List.copyOf(due));
    }

    private static List<Replay.Strike> replay(FundPack pack, LocalDate to) {
        List<Replay.Strike> strikes = new ArrayList<>();
        Replay.run(KnownFund.of(pack, Optional.empty()), pack.opening(), to, strikes::add);
        return strikes;
    }

    /** Short: the prices around its few days only. */
    private static FundPack pack(FundPack demo, String id, Books opening, LocalDate last) {
        LocalDate from = opening.struck().orElseThrow().date().minusDays(PRICES_AROUND);
        List<Quote> quotes = demo.quotes().stream()
                .filter(quote -> !quote.date().isBefore(from) && !quote.date().isAfter(last))
                .toList();
        List<FxQuote> rates = demo.rates().stream()
                .filter(rate -> !rate.date().isBefore(from) && !rate.date().isAfter(last))
                .toList();
        return new FundPack(
                new Manifest(1, id, true, demo.manifest().known(), Optional.empty(), Optional.empty()),
                renamed(demo.fund(), id),
                demo.instruments(),
                demo.identifiers(),
                demo.calendarDays(),
                demo.facts(),
                quotes,
                rates,
                opening,
                Optional.empty(),
                demo.origins());
    }

    static FundFile renamed(FundFile fund, String id) {
        String terms = FundTables.json(fund);
        return FundTables.fund(terms.replace('"' + fund.fund() + '"', '"' + id + '"'));
    }

    List<FundPack> packs() {
        return packs;
    }

    /** Ids, sorted. */
    List<String> ids() {
        return List.copyOf(days.keySet());
    }

    /** The first days of a fund, struck and published before the drill. */
    List<Due> published(String fund) {
        return days.get(fund).subList(0, PUBLISHED);
    }

    /** The days after them. */
    List<Due> due(String fund) {
        return days.get(fund).subList(PUBLISHED, DAYS);
    }

    /** Of inputs and result, as the offline replay of the fund's pack gives them. */
    String offline(Due day) {
        return digests.get(day.toString());
    }
}
