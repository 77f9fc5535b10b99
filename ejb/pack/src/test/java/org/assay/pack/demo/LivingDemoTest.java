package org.assay.pack.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.assay.kernel.Finding;
import org.assay.kernel.Parsed;
import org.assay.kernel.ledger.Fact;
import org.assay.kernel.ledger.Trade;
import org.assay.kernel.nav.NavResult;
import org.assay.pack.fund.FundPack;
import org.assay.pack.fund.FundTables;
import org.assay.pack.fund.PackReader;
import org.assay.pack.fund.PackSeal;
import org.assay.pack.fund.PackWriter;
import org.assay.pack.replay.Intake;
import org.assay.pack.replay.KnownFund;
import org.assay.pack.replay.Replay;
import org.assay.pack.table.Refusals;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Three funds, a year each: every strike ties, and nothing is found but what was built in. */
class LivingDemoTest {
    private static final Path ROOT = Path.of(System.getProperty("assay.root"));
    private static final Path SEALS = ROOT.resolve("ejb/pack/src/test/resources/demo/living-seals.txt");

    private static final SortedMap<String, byte[]> FILES = LivingDemo.files();
    private static final SortedMap<String, FundPack> PACKS = new TreeMap<>();
    private static final SortedMap<String, List<Replay.Strike>> STRIKES = new TreeMap<>();

    @BeforeAll
    static void live(@TempDir Path folder) throws IOException {
        PackWriter.toFolder(FILES, folder);
        for (String fund : List.of("ILL-TOKENS", "ILL-CETF", "ILL-BALANCED")) {
            Parsed<FundPack> read = PackReader.read(folder.resolve(fund.toLowerCase(Locale.ROOT)));
            assertThat(read.failures()).isEmpty();
            PACKS.put(fund, read.rows().get(0));
            STRIKES.put(fund, strikes(read.rows().get(0)));
        }
    }

    /** One line a fund. Another digest is another demo: the pictures of the README then show other figures. */
    @Test
    void the_packs_are_the_same_bytes_on_every_machine() throws IOException {
        StringBuilder seals = new StringBuilder();
        PACKS.forEach((fund, pack) -> seals.append("%s %s%n".formatted(fund, PackSeal.digest(pack))));
        String made = seals.toString().replace(System.lineSeparator(), "\n");
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(SEALS, made);
        }
        assertThat(made).isEqualTo(Files.readString(SEALS));
    }

    /** 365 days; and the 261 weekdays from 1 July 2025 to 30 June 2026 but nine holidays. */
    @ParameterizedTest
    @CsvSource({"ILL-TOKENS, 365", "ILL-CETF, 252", "ILL-BALANCED, 252"})
    void a_year_is_struck(String fund, int days) {
        List<Replay.Strike> strikes = STRIKES.get(fund);
        assertThat(strikes).hasSize(days);
        assertThat(strikes.get(days - 1).result().date()).isEqualTo(LivingTerms.LAST);
    }

    @Test
    void the_findings_are_the_ones_that_were_built_in() {
        assertThat(findings("ILL-TOKENS"))
                .containsExactly(
                        "2025-11-08 C20 INFO ILL-LODE",
                        "2025-11-08 C20 INFO ILL-QUERN",
                        "2025-11-08 C20 INFO ILL-SKEIN",
                        "2025-11-08 C20 INFO ILL-WICK",
                        "2026-06-30 C36 BLOCK ILL-WICK");
        assertThat(findings("ILL-CETF")).containsExactly("2026-06-30 C20 REVIEW ILL-CX-2026-08");
        assertThat(findings("ILL-BALANCED"))
                .containsExactly(
                        "2025-11-10 C20 INFO ILL-LODE",
                        "2025-11-10 C20 INFO ILL-QUERN",
                        "2025-11-10 C20 INFO ILL-SKEIN",
                        "2026-06-30 C21 REVIEW ILL-LODE");
    }

    /** Held on the last day of the token fund and on no other, by one control. */
    @Test
    void only_the_missing_price_holds() {
        STRIKES.forEach((fund, strikes) -> assertThat(strikes.stream()
                        .filter(Replay.Strike::isHeld)
                        .map(strike -> fund + " " + strike.result().date()))
                .isSubsetOf("ILL-TOKENS 2026-06-30"));
        assertThat(STRIKES.get("ILL-TOKENS").get(364).isHeld()).isTrue();
    }

    @Test
    void prices_came_in_without_a_gap_or_a_slip() {
        PACKS.forEach((fund, pack) ->
                assertThat(Intake.check(pack, pack.manifest().known())).as(fund).isEmpty());
    }

    /** What is there to look at, in the last books of each. */
    @Test
    void a_year_leaves_lots_rolls_and_money_in_euro() {
        assertThat(last("ILL-TOKENS").closing().lots()).hasSizeGreaterThan(10);
        assertThat(STRIKES.get("ILL-TOKENS"))
                .anyMatch(strike -> strike.result().date().getDayOfWeek() == DayOfWeek.SUNDAY);
        assertThat(STRIKES.get("ILL-CETF").stream()
                        .filter(strike -> !strike.result().rolls().isEmpty())
                        .map(strike -> strike.result().date().getMonth())
                        .distinct())
                .hasSize(12);
        assertThat(last("ILL-BALANCED").closing().balances())
                .anyMatch(balance -> balance.key().currency().equals(LivingTerms.EUR));
    }

    /** With the purchase of 25 June in time, that day and those after it are others, and nothing new is found. */
    @Test
    void the_late_trade_changes_the_days_since_and_the_bank_can_pay_for_it() {
        FundPack pack = PACKS.get("ILL-BALANCED");
        Refusals refusals = new Refusals();
        List<Trade> late = FundTables.of(pack.fund(), pack.instruments())
                .trades()
                .read(FILES.get("late-trades.csv"), pack.facts().get(0).stamp().recorded(), refusals)
                .values();
        assertThat(refusals.sorted()).isEmpty();
        List<Fact> facts = new ArrayList<>(pack.facts());
        facts.addAll(late);
        List<Replay.Strike> inTime = strikes(new FundPack(
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
                pack.origins()));
        List<LocalDate> changed = new ArrayList<>();
        for (int day = 0; day < inTime.size(); day++) {
            NavResult was = STRIKES.get("ILL-BALANCED").get(day).result();
            NavResult is = inTime.get(day).result();
            if (!was.classes().get(0).perShare().equals(is.classes().get(0).perShare())) {
                changed.add(is.date());
            }
        }
        assertThat(changed)
                .containsExactly(
                        LivingDemo.LATE_TRADE, LocalDate.of(2026, 6, 26), LocalDate.of(2026, 6, 29), LivingTerms.LAST);
        assertThat(findings(inTime)).isEqualTo(findings("ILL-BALANCED"));
    }

    /** The page tells the model; what it tells is what is drawn. */
    @Test
    void the_page_tells_the_parameters() throws IOException {
        String page = Files.readString(ROOT.resolve("docs/demo.md"));
        assertThat(page).contains(Long.toString(LivingDemo.SEED), LivingMarket.FALL.toString());
        for (LivingMarket.Moves moves : List.of(LivingMarket.SECTOR, LivingMarket.OWN, LivingMarket.INDEX)) {
            assertThat(page)
                    .contains("| %s | %s | %s | %s to %s |"
                            .formatted(
                                    moves.step(),
                                    moves.weekendStep(),
                                    moves.jumpsPerThousandDays(),
                                    moves.leastJump(),
                                    moves.largestJump()));
        }
    }

    private static NavResult last(String fund) {
        List<Replay.Strike> strikes = STRIKES.get(fund);
        return strikes.get(strikes.size() - 1).result();
    }

    private static List<Replay.Strike> strikes(FundPack pack) {
        List<Replay.Strike> strikes = new ArrayList<>();
        Replay.run(KnownFund.of(pack, Optional.empty()), pack.opening(), LivingTerms.LAST, strikes::add);
        return strikes;
    }

    private static List<String> findings(String fund) {
        return findings(STRIKES.get(fund));
    }

    private static List<String> findings(List<Replay.Strike> strikes) {
        return strikes.stream()
                .flatMap(strike -> strike.result().findings().stream())
                .map(LivingDemoTest::text)
                .toList();
    }

    private static String text(Finding finding) {
        return "%s %s %s %s".formatted(finding.date(), finding.control(), finding.severity(), finding.subject());
    }
}
