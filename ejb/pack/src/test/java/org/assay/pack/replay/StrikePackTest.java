package org.assay.pack.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.assay.kernel.ledger.Fact;
import org.assay.kernel.ledger.Stamp;
import org.assay.kernel.ledger.Trade;
import org.assay.kernel.nav.Books;
import org.assay.kernel.nav.Nav;
import org.assay.kernel.nav.NavInputs;
import org.assay.kernel.pricing.Quote;
import org.assay.pack.Packs;
import org.assay.pack.demo.LivingDemo;
import org.assay.pack.demo.SmallFund;
import org.assay.pack.fund.FundPack;
import org.assay.pack.fund.PackFiles;
import org.assay.pack.fund.PackReader;
import org.assay.pack.fund.SingleStrike;
import org.assay.pack.fund.StrikeRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A strike's own pack strikes to the same digests; as files, read again. {@code -Dassay.drill=evidence} tries every day of the
 * three funds of the living demo and of many small ones too.
 */
class StrikePackTest {
    private static final boolean IS_DRILL =
            System.getProperty("assay.drill", "").matches("evidence|all");
    private static final FundPack DEMO =
            Packs.read(Path.of(System.getProperty("assay.root"), "ejb/pack/demo/ill-compute"));

    static LongStream seeds() {
        return LongStream.range(0, IS_DRILL ? 100 : 5);
    }

    static Stream<String> funds() {
        return Stream.of("ill-tokens", "ill-cetf", "ill-balanced");
    }

    @Test
    void days_of_the_demo_strike_again_from_their_own_pack() {
        List<Replay.Strike> strikes = strikes(DEMO);
        assertThat(strikes.size()).isEqualTo(102);
        IntStream.range(0, strikes.size())
                .filter(day -> IS_DRILL || day % 6 == 0 || isCorrected(strikes.get(day)))
                .forEach(day -> assertTies(DEMO, strikes.get(day), 1));
    }

    private static boolean isCorrected(Replay.Strike strike) {
        return strike.inputs().facts().stream()
                .anyMatch(fact -> fact.stamp().corrects().isPresent());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void so_do_all_days_of_small_funds_in_any_zone(long seed) {
        FundPack pack = SmallFund.of(seed).pack();
        strikes(pack).forEach(strike -> assertTies(pack, strike, 1));
    }

    /**
     * A trade is corrected four days later by one that counts a day later. On the branch neither strike has taken the trade,
     * which only who knows what the branch knew can tell.
     */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void so_do_days_that_a_branch_replays_with_what_came_late(long seed) {
        FundPack pack = SmallFund.of(seed).pack();
        Trade trade = (Trade) pack.facts().stream()
                .filter(Trade.class::isInstance)
                .findFirst()
                .orElseThrow();
        FundPack late = with(pack, corrected(trade, Duration.ofDays(1), Duration.ofDays(4)));
        List<Replay.Strike> own = strikes(late);
        assertThat(own.get(own.size() - 1).isHeld()).isTrue();
        Branch branch = new Branch(late);
        List<Replay.Strike> replayed = branch.replay();
        assertThat(replayed.size()).isGreaterThan(own.size());
        assertThat(replayed.stream().filter(Replay.Strike::isHeld).count()).isZero();
        List<SingleStrike.Knew> knew = new ArrayList<>();
        replayed.forEach(strike -> {
            FundPack single = StrikePack.of(branch, strike.inputs(), 2, 1);
            assertTies(single, strike);
            knew.addAll(single.manifest()
                    .strikes()
                    .flatMap(StrikeRange::single)
                    .orElseThrow()
                    .knew());
        });
        assertThat(knew)
                .isNotEmpty()
                .allSatisfy(each ->
                        assertThat(each.known()).isEqualTo(late.manifest().known()));
    }

    private static Trade corrected(Trade trade, Duration counts, Duration learned) {
        Stamp stamp = trade.stamp();
        return new Trade(
                new Stamp(
                        stamp.id() + "-again",
                        stamp.effective().plus(counts),
                        stamp.recorded().plus(learned),
                        Optional.of(stamp.id()),
                        "found in a second file"),
                trade.tradeDate(),
                trade.settleDate(),
                trade.instrument(),
                trade.location(),
                trade.quantity(),
                trade.price(),
                trade.commission(),
                trade.feeInKind(),
                trade.programme());
    }

    /** A line on which every strike knows all that ever came, and remembers that it did. */
    private static final class Branch extends Heard {
        private final FundPack pack;
        private final Map<LocalDate, Instant> knew = new HashMap<>();

        Branch(FundPack pack) {
            super(new PackKnowledge(pack));
            this.pack = pack;
        }

        List<Replay.Strike> replay() {
            List<Replay.Strike> strikes = new ArrayList<>();
            Books books = pack.opening();
            Instant all = pack.manifest().known();
            KnownFund fund = KnownFund.of(this, Optional.empty());
            LocalDate last = lastPrice(pack);
            Optional<LocalDate> date = fund.schedule().first(pack.fund().inception(), last);
            while (date.isPresent()) {
                NavInputs inputs = fund.on(date.get(), all, books);
                Replay.Strike strike = new Replay.Strike(inputs, Nav.strike(inputs));
                strikes.add(strike);
                knew.put(date.get(), all);
                books = strike.result().closing();
                date = fund.schedule().first(date.get().plusDays(1), last);
            }
            return strikes;
        }

        @Override
        public Optional<Instant> knew(LocalDate date) {
            return Optional.ofNullable(knew.get(date));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("funds")
    @EnabledIfSystemProperty(named = "assay.drill", matches = "evidence|all")
    void so_does_every_day_of_the_living_demo(String fund) {
        FundPack pack = PackReader.read(PackFiles.of(LivingDemo.files()).in(fund + "/"))
                .rows()
                .get(0);
        List<Replay.Strike> strikes = strikes(pack);
        assertThat(strikes.size()).isGreaterThan(200);
        strikes.forEach(strike -> assertTies(pack, strike, 1));
        Branch branch = new Branch(pack);
        branch.replay().forEach(strike -> assertTies(StrikePack.of(branch, strike.inputs(), 2, 1), strike));
    }

    /** What came in later is not in it: so it is the same whenever it is made. */
    @Test
    void it_holds_the_facts_it_took_those_they_replace_and_no_other() {
        Replay.Strike strike = strikes(DEMO).stream()
                .filter(StrikePackTest::isCorrected)
                .findFirst()
                .orElseThrow();
        FundPack single = StrikePack.of(new PackKnowledge(DEMO), strike.inputs(), 1, 1);
        List<String> replaced = strike.inputs().facts().stream()
                .flatMap(fact -> fact.stamp().corrects().stream())
                .toList();
        assertThat(single.facts().stream().map(fact -> fact.stamp().id()))
                .hasSize(strike.inputs().facts().size() + replaced.size())
                .containsAll(replaced);
        assertThat(single.facts())
                .allSatisfy(fact -> assertThat(fact.stamp().recorded())
                        .isBeforeOrEqualTo(strike.inputs().known()));
        assertThat(single.quotes())
                .allSatisfy(quote -> assertThat(quote.recorded())
                        .isBeforeOrEqualTo(strike.inputs().known()));
    }

    @Test
    void what_no_longer_gives_the_inputs_of_the_strike_makes_no_pack() {
        NavInputs inputs = strikes(DEMO).stream()
                .map(Replay.Strike::inputs)
                .filter(each -> !each.facts().isEmpty())
                .findFirst()
                .orElseThrow();
        Knowledge less = new PackKnowledge(without(DEMO, inputs.facts().get(0)));
        assertThatThrownBy(() -> StrikePack.of(less, inputs, 1, 1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("what is known of ILL-COMPUTE gives %s other inputs than it was struck from"
                        .formatted(inputs.date()));
    }

    @Test
    void its_results_bear_the_version_and_only_the_findings_of_the_strike() {
        Replay.Strike strike = strikes(DEMO).get(9);
        SortedMap<String, byte[]> files = Evidence.files(StrikePack.of(new PackKnowledge(DEMO), strike.inputs(), 3, 2));
        assertThat(text(files, "expected/nav.csv"))
                .contains("ILL-COMPUTE,%s,3,A,USD,".formatted(strike.result().date()));
        assertThat(text(files, "expected/digest.txt"))
                .isEqualTo("%s 3 inputs %s result %s\n"
                        .formatted(
                                strike.result().date(),
                                strike.result().inputs(),
                                strike.result().digest()));
        assertThat(text(files, "expected/findings.csv").lines())
                .hasSize(1 + strike.result().findings().size());
        assertThat(text(files, "pack.json")).contains("\"version\": 3", "\"attempt\": 2");
    }

    private static String text(SortedMap<String, byte[]> files, String name) {
        return new String(files.get(name), StandardCharsets.UTF_8);
    }

    private static FundPack without(FundPack pack, Fact gone) {
        List<Fact> facts = new ArrayList<>(pack.facts());
        facts.remove(gone);
        return with(pack, facts);
    }

    private static FundPack with(FundPack pack, Fact more) {
        List<Fact> facts = new ArrayList<>(pack.facts());
        facts.add(more);
        return with(pack, facts);
    }

    private static FundPack with(FundPack pack, List<Fact> facts) {
        return new FundPack(
                pack.manifest(),
                pack.fund(),
                pack.instruments(),
                pack.identifiers(),
                pack.calendarDays(),
                facts,
                pack.quotes(),
                pack.rates(),
                pack.opening(),
                pack.readme(),
                pack.origins());
    }

    private static void assertTies(FundPack whole, Replay.Strike strike, int version) {
        assertTies(StrikePack.of(new PackKnowledge(whole), strike.inputs(), version, 1), strike);
    }

    private static void assertTies(FundPack single, Replay.Strike strike) {
        String day = strike.result().fund() + " " + strike.result().date();
        SortedMap<String, byte[]> files = Evidence.files(single);
        PackFiles read = PackFiles.of(files);
        var parsed = PackReader.read(read);
        assertThat(parsed.failures()).as(day).isEmpty();
        FundPack pack = parsed.rows().get(0);
        StrikeRange range = pack.manifest().strikes().orElseThrow();
        List<Replay.Strike> again = new ArrayList<>();
        assertThat(Evidence.verify(read, Run.of(pack, range), (struck, findings) -> again.add(struck)))
                .as(day)
                .isEmpty();
        assertThat(again).as(day).singleElement().satisfies(struck -> {
            assertThat(struck.result().inputs()).isEqualTo(strike.result().inputs());
            assertThat(struck.result().digest()).isEqualTo(strike.result().digest());
        });
    }

    private static List<Replay.Strike> strikes(FundPack pack) {
        List<Replay.Strike> strikes = new ArrayList<>();
        Replay.run(KnownFund.of(pack, Optional.empty()), pack.opening(), lastPrice(pack), strikes::add);
        return strikes;
    }

    private static LocalDate lastPrice(FundPack pack) {
        return pack.quotes().stream().map(Quote::date).max(LocalDate::compareTo).orElseThrow();
    }
}
