package org.assay.pack.fund;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.assay.kernel.fee.Accrual;
import org.assay.kernel.money.Plain;
import org.assay.kernel.nav.Books;
import org.assay.kernel.nav.NavResult;
import org.assay.pack.demo.IllustrativeFund;
import org.assay.pack.fund.Amending.Amended;
import org.assay.pack.replay.KnownFund;
import org.assay.pack.replay.Replay;
import org.assay.pack.table.Refusals;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a fund stands on changes from a day on, and not a day before. */
class AmendingTest {
    private static final FundPack PACK = IllustrativeFund.pack();
    /** A Monday; Saturday is the last of a month. */
    private static final LocalDate FROM = LocalDate.parse("2026-03-02");

    /** After what the strike of Friday, 27 February may know. */
    private static final Instant AGREED = Instant.parse("2026-02-28T03:00:01Z");

    private static final List<NavResult> AS_IT_WAS = struck(standing(), FROM.minusDays(1));

    private static Standing standing() {
        return new Standing(PACK.fund(), PACK.instruments(), PACK.identifiers(), PACK.calendarDays());
    }

    static Stream<Arguments> changes() {
        return Stream.of(
                Arguments.of("management_fee", "class,from,rate_per_year,day_count\nA,2026-03-02,0.02,ACT/365\n"),
                Arguments.of("redemption_fee", "class,from,rate\nA,2026-03-02,0.01\n"),
                Arguments.of("cash_interest", """
                        place,currency,from,rate_per_year,day_count
                        BANK,USD,2026-03-02,0.03,ACT/360
                        BANK,EUR,2026-03-02,0.02,ACT/360
                        """),
                Arguments.of("valuation_point", "from,time,zone,intake_hours\n2026-03-02,15:00,America/New_York,4\n"),
                Arguments.of(
                        "price_policies",
                        "from,of,move_band,stale_after_days,unchanged_after_days,missing\n2026-03-02,TOKEN,0.1,1,3,HOLD\n"),
                Arguments.of(
                        "programmes",
                        "id,root,place,first_business_day,weights,designated,execution,hard_stop_days,commission_per_lot,"
                                + "commission_currency,from\nH100,ILL-H100,FCM,5,0.25 0.25 0.25 0.25,"
                                + "G H J K M N Q U V X Z F,SETTLEMENT,3,2,,2026-03-02\n"),
                Arguments.of("proxies", "from,instrument,proxy\n2026-03-02,AKT,TAO\n"),
                Arguments.of(
                        "classes", "code,launch,initial_price,share_decimals,price_decimals\nB,2026-03-02,100,4,4\n"),
                Arguments.of("places", "from,id,kind,settles_through,bill_haircut\n2026-03-02,WALLET,CUSTODY,BANK,\n"),
                Arguments.of("tokens", "id,name,currency,illustrative,decimals\nILL-NEW,New token,USD,true,18\n"),
                Arguments.of(
                        "bills",
                        "id,name,currency,illustrative,maturity\nILL-BILL-2026-10-01,Bill due 1 October 2026,USD,true,2026-10-01\n"),
                Arguments.of(
                        "contracts",
                        "id,name,currency,illustrative,root,contract_month,unit,multiplier,tick,calendar,first_notice,"
                                + "last_trade,settlement\nILL-H100-2026-10,H100 October,USD,true,ILL-H100,2026-10,GPU_HOUR,2000,"
                                + "0.001,ILLX,,2026-10-12,CASH\n"),
                Arguments.of("identifiers", "instrument,scheme,value,from,to\nAKT,TICKER,AKTX,2026-03-02,\n"),
                Arguments.of("calendars", "calendar,date,status,source\nFUND,2026-03-03,CLOSED,proclaimed\n"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("changes")
    void days_before_are_struck_as_they_were(String kind, String file) {
        Amended amended = amended(kind, file);
        assertThat(amended.after()).isNotEqualTo(standing());
        assertThat(struck(amended.after(), FROM.minusDays(1)))
                .extracting(NavResult::digest)
                .isEqualTo(AS_IT_WAS.stream().map(NavResult::digest).toList())
                .hasSize(38);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("changes")
    void a_fund_that_was_changed_is_written_and_read_again(String kind, String file) {
        FundFile terms = amended(kind, file).after().terms();
        assertThat(FundTables.fund(FundTables.json(terms))).isEqualTo(terms);
    }

    @Test
    void every_kind_is_tried_here() {
        assertThat(Amending.of(standing()).stream().map(Amending::kind))
                .containsExactlyInAnyOrderElementsOf(
                        changes().map(each -> (String) each.get()[0]).toList());
    }

    @Test
    void every_kind_is_described_with_its_columns() throws IOException {
        String described = Files.readString(Path.of(System.getProperty("assay.root"), "docs/terms.md"));
        for (Amending<?> kind : Amending.of(standing())) {
            String row = described
                    .lines()
                    .filter(line -> line.startsWith("| `%s` |".formatted(kind.kind())))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("a row about " + kind.kind()));
            if (!kind.kind().equals("programmes") && !kind.kind().equals("contracts")) {
                assertThat(row)
                        .contains(kind.blanks().stream()
                                .map(blank -> "`" + blank.name() + "`")
                                .toList());
            }
        }
    }

    /** Friday's books, then Saturday (a month of its own), Sunday, and Monday at the new rate. */
    @Test
    void a_fee_counts_from_its_day_in_the_middle_of_what_a_strike_accrues() {
        Amended amended = amended("management_fee", "class,from,rate_per_year,day_count\nA,2026-03-02,0.02,ACT/365\n");
        assertThat(amended.from()).contains(FROM);
        List<NavResult> days = struck(amended.after(), FROM);
        List<Accrual> fees = days.get(days.size() - 1).fees().stream()
                .filter(fee -> fee.shareClass().equals("A"))
                .map(fee -> fee.accrual())
                .toList();
        assertThat(fees)
                .extracting(fee -> Plain.text(fee.ratePerYear().fraction()))
                .containsExactly("0.015", "0.015", "0.02");
        assertThat(fees).extracting(fee -> fee.days().days()).containsExactly(1L, 1L, 1L);
    }

    @Test
    void a_coming_change_is_taken_back_by_another_of_its_day() {
        Amended first = amended("management_fee", "class,from,rate_per_year,day_count\nA,2026-03-02,0.02,ACT/365\n");
        Amended second = Amending.of(first.after(), "management_fee")
                .orElseThrow()
                .read(
                        first.after(),
                        bytes("class,from,rate_per_year,day_count\nA,2026-03-02,0.015,ACT/365\n"),
                        AGREED,
                        new Refusals())
                .orElseThrow();
        assertThat(second.after().terms().allClasses().get(0).managementFee().steps())
                .extracting(step ->
                        step.from() + " " + Plain.text(step.ratePerYear().fraction()))
                .containsExactly("2026-01-05 0.015", "2026-03-02 0.015");
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                Arguments.of(
                        "management_fee",
                        "class,from,rate_per_year,day_count\nZ,2026-03-02,2%,ACT/365\n",
                        List.of(
                                "terms/management_fee.csv, line 2, column class, value 'Z': expected a class of fund.json",
                                "terms/management_fee.csv, line 2, column rate_per_year, value '2%': expected a plain number"
                                        + " such as 1234.5, with at most 12 decimals")),
                Arguments.of(
                        "classes",
                        "code,launch,initial_price,share_decimals,price_decimals\nA,2026-03-02,100,4,4\n",
                        List.of(
                                "terms/classes.csv, line 2, column code, value 'A': expected a code no class of the fund has")),
                Arguments.of(
                        "places",
                        "from,id,kind,settles_through,bill_haircut\n,WALLET,CUSTODY,BANK,\n",
                        List.of(
                                "terms/places.csv, line 2, column from, value '': expected the first day of this place")),
                Arguments.of(
                        "tokens",
                        "id,name,currency,illustrative,decimals\nAKT,Akash,USD,true,6\n",
                        List.of(
                                "reference/tokens.csv, line 2, column id, value 'AKT': expected an id no instrument of the"
                                        + " fund has")),
                Arguments.of(
                        "contracts",
                        "id,name,currency,illustrative,root,contract_month,unit,multiplier,tick,calendar,first_notice,"
                                + "last_trade,settlement\nILL-H100-X,H100 March,USD,true,ILL-H100,2026-03,GPU_HOUR,1000,"
                                + "0.001,ILLX,,2026-03-10,CASH\n",
                        List.of(
                                "reference/contracts.csv, line 2, column contract_month, value '2026-03': expected a month of"
                                        + " its root that is not listed yet")),
                Arguments.of(
                        "proxies",
                        "from,instrument,proxy\n2026-03-02,AKT,NOBODY\n",
                        List.of(
                                "terms/proxies.csv, line 2, column instrument, value 'NOBODY': expected an instrument of this"
                                        + " fund")),
                Arguments.of(
                        "calendars",
                        "calendar,date,status,source\n",
                        List.of("reference/calendars.csv, line 0, column -, value '': expected a row at least")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mistakes")
    void what_is_wrong_is_said_by_line_and_column(String kind, String file, List<String> expected) {
        Refusals refusals = new Refusals();
        Optional<Amended> read =
                Amending.of(standing(), kind).orElseThrow().read(standing(), bytes(file), AGREED, refusals);
        assertThat(read).isEmpty();
        assertThat(refusals.sorted()).extracting(Object::toString).isEqualTo(expected);
    }

    private static Amended amended(String kind, String file) {
        Refusals refusals = new Refusals();
        Optional<Amended> read =
                Amending.of(standing(), kind).orElseThrow().read(standing(), bytes(file), AGREED, refusals);
        assertThat(refusals.sorted()).isEmpty();
        return read.orElseThrow();
    }

    private static byte[] bytes(String file) {
        return file.getBytes(StandardCharsets.UTF_8);
    }

    private static List<NavResult> struck(Standing standing, LocalDate to) {
        FundPack pack = new FundPack(
                PACK.manifest(),
                standing.terms(),
                standing.instruments(),
                standing.identifiers(),
                standing.calendarDays(),
                PACK.facts(),
                PACK.quotes(),
                PACK.rates(),
                PACK.opening(),
                PACK.readme(),
                PACK.origins());
        List<NavResult> days = new ArrayList<>();
        Replay.run(KnownFund.of(pack, Optional.empty()), Books.empty(), to, strike -> days.add(strike.result()));
        return days;
    }
}
