package org.assay.pack.replay;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.assay.kernel.instrument.Future;
import org.assay.kernel.instrument.Instrument;
import org.assay.kernel.ledger.Fact;
import org.assay.kernel.ledger.MarginRate;
import org.assay.kernel.ledger.Trade;
import org.assay.kernel.nav.NavInputs;
import org.assay.pack.fund.CalendarDay;
import org.assay.pack.fund.FundPack;
import org.assay.pack.fund.Manifest;
import org.assay.pack.fund.SingleStrike;
import org.assay.pack.fund.StrikeRange;
import org.assay.pack.table.Origins;

/**
 * Makes the pack of one strike: the books it opened with and all that it asked of what is known, and nothing else. What
 * came in later is not in it, so it is the same whenever it is made.
 */
public final class StrikePack {
    private static final int FORMAT = 1;

    private final NavInputs inputs;
    private final Heard heard;
    private final KnownFund fund;

    private StrikePack(Knowledge knowledge, NavInputs inputs) {
        this.inputs = inputs;
        heard = new Heard(knowledge);
        fund = KnownFund.of(heard, Optional.empty());
    }

    /**
     * @param knowledge as the strike had it, with the terms that were agreed then
     * @param inputs of the strike
     * @param attempt at this version
     * @throws IllegalStateException when what is known now does not give these inputs
     */
    public static FundPack of(Knowledge knowledge, NavInputs inputs, int version, int attempt) {
        return new StrikePack(knowledge, inputs).pack(version, attempt);
    }

    private FundPack pack(int version, int attempt) {
        NavInputs again = fund.on(inputs.date(), inputs.known(), inputs.opening());
        if (!again.digest().equals(inputs.digest())) {
            throw new IllegalStateException("what is known of %s gives %s other inputs than it was struck from"
                    .formatted(inputs.terms().fund(), inputs.date()));
        }
        List<Fact> facts = facts();
        SortedMap<String, Instrument> instruments = instruments(facts);
        SingleStrike single = new SingleStrike(version, attempt, knew());
        return new FundPack(
                new Manifest(
                        FORMAT,
                        heard.fund().fund(),
                        heard.fund().illustrative(),
                        known(facts),
                        Optional.of(new StrikeRange(
                                inputs.date(), inputs.date(), Optional.of(inputs.known()), Optional.of(single))),
                        Optional.of(new TreeMap<>())),
                heard.fund(),
                instruments,
                List.of(),
                calendarDays(),
                facts,
                heard.quotes(),
                heard.rates(),
                inputs.opening(),
                Optional.empty(),
                Origins.none());
    }

    /** What the strike took, and what that replaces, step by step. */
    private List<Fact> facts() {
        SortedMap<String, Fact> facts = new TreeMap<>();
        List<Fact> found = inputs.facts();
        while (!found.isEmpty()) {
            found.forEach(fact -> facts.put(fact.stamp().id(), fact));
            SortedSet<String> replaced = new TreeSet<>();
            found.forEach(fact -> fact.stamp().corrects().ifPresent(replaced::add));
            replaced.removeAll(facts.keySet());
            found = heard.facts(replaced);
        }
        return List.copyOf(facts.values());
    }

    /** What the strike knew of, and what terms and facts name beside it: a pack that names what it has not is refused. */
    private SortedMap<String, Instrument> instruments(List<Fact> facts) {
        SortedSet<String> named = new TreeSet<>(inputs.instruments().keySet());
        heard.quotes().forEach(quote -> named.add(quote.instrument()));
        heard.fund()
                .proxies()
                .forEach(dated -> named.addAll(
                        List.of(dated.value().instrument(), dated.value().by())));
        for (Fact fact : facts) {
            if (fact instanceof Trade trade) {
                named.add(trade.instrument());
            }
        }
        SortedMap<String, Instrument> instruments = new TreeMap<>(heard.instruments());
        instruments.keySet().retainAll(named);
        Stream.concat(facts.stream(), inputs.opening().marginRates().stream())
                .filter(MarginRate.class::isInstance)
                .map(rate -> ((MarginRate) rate).scope())
                .flatMap(scope -> scoped(scope, instruments).stream())
                .toList()
                .forEach(contract -> instruments.put(contract.id(), contract));
        return instruments;
    }

    /** The contract a margin rate names, or one of the chain it names, unless one is there. */
    private Optional<Instrument> scoped(String scope, SortedMap<String, Instrument> there) {
        if (heard.instruments().containsKey(scope)) {
            return Optional.of(heard.instruments().get(scope));
        }
        boolean hasOne = futures(there).anyMatch(future -> future.root().equals(scope));
        return hasOne
                ? Optional.empty()
                : futures(heard.instruments())
                        .filter(future -> future.root().equals(scope))
                        .min(Comparator.comparing(Future::lastTrade).thenComparing(Future::id))
                        .map(future -> future);
    }

    private static Stream<Future> futures(SortedMap<String, Instrument> instruments) {
        return instruments.values().stream().filter(Future.class::isInstance).map(Future.class::cast);
    }

    private List<CalendarDay> calendarDays() {
        return heard.calendarDays().stream()
                .filter(day -> !day.recorded().isAfter(asked()))
                .toList();
    }

    /** Whether a day is a strike day is asked with what a scheduled strike of it knows, whatever this one does. */
    private Instant asked() {
        Instant scheduled = fund.schedule().known(inputs.date());
        return scheduled.isAfter(inputs.known()) ? scheduled : inputs.known();
    }

    /** Where an earlier strike knew what a scheduled one does, nothing need be said. */
    private List<SingleStrike.Knew> knew() {
        List<SingleStrike.Knew> otherwise = new ArrayList<>();
        heard.knew().forEach((date, known) -> {
            if (!known.equals(fund.schedule().known(date))) {
                otherwise.add(new SingleStrike.Knew(date, known));
            }
        });
        return otherwise;
    }

    private Instant known(List<Fact> facts) {
        return Stream.concat(
                        Stream.of(asked()),
                        facts.stream().map(fact -> fact.stamp().recorded()))
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }
}
