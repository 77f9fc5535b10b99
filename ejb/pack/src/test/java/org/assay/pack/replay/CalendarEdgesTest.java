package org.assay.pack.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.assay.kernel.fee.Accrual;
import org.assay.kernel.ledger.Account;
import org.assay.kernel.ledger.Entry;
import org.assay.kernel.nav.NavResult.ClassFee;
import org.assay.kernel.nav.NavResult.Status;
import org.assay.pack.Packs;
import org.assay.pack.fund.FundPack;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Fault row 8: a fund that strikes seven days a week, from before Christmas 2027 to after the clocks of 2028 went back, in
 * four zones, at three local times. It is closed on 25 and 26 December and on 1 January. Money moves every 15 minutes in
 * the days around each edge.
 *
 * <pre>
 *   28 February to 1 March 2028: 29 February is a day of its own
 *   02:15   is skipped in spring and comes twice in autumn, in Berlin, New York and on Lord Howe (whose clocks move 30 minutes)
 *   24:00   is the first instant of the next day
 * </pre>
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CalendarEdgesTest {
    private static final LocalDate FIRST = LocalDate.parse("2027-12-20");
    private static final LocalDate LAST = LocalDate.parse("2028-11-10");
    private static final List<LocalDate> CLOSED = Stream.of("2027-12-25", "2027-12-26", "2028-01-01")
            .map(LocalDate::parse)
            .toList();
    /** Holiday eve, year end, leap day, and the Sundays of Lord Howe, New York and Berlin. */
    private static final List<LocalDate> EDGES = Stream.of(
                    "2027-12-24",
                    "2027-12-31",
                    "2028-02-29",
                    "2028-03-12",
                    "2028-03-26",
                    "2028-04-02",
                    "2028-10-01",
                    "2028-10-29",
                    "2028-11-05")
            .map(LocalDate::parse)
            .toList();

    private int days;
    private int facts;
    private int accruals;

    @TempDir
    Path folder;

    static Stream<Arguments> funds() {
        return Stream.of("Europe/Berlin", "America/New_York", "Asia/Tokyo", "Australia/Lord_Howe")
                .flatMap(zone -> Stream.of("16:00", "02:15", "24:00").map(time -> Arguments.of(zone, time)));
    }

    @AfterAll
    void report() {
        System.out.printf(
                "row 8: %,d strike days in 4 zones, missed or twice 0; %,d facts taken once; %,d accruals, days wrong 0%n",
                days, facts, accruals);
    }

    @ParameterizedTest(name = "{0} at {1}")
    @MethodSource("funds")
    void every_business_date_is_struck_once_takes_its_facts_once_and_accrues_its_days(String zone, String time)
            throws IOException {
        SortedMap<String, Instant> moves = moves();
        FundPack pack = pack(zone, time, moves);
        List<Replay.Strike> strikes = new ArrayList<>();
        Replay.run(KnownFund.of(pack, Optional.empty()), pack.opening(), LAST, strikes::add);

        assertThat(strikes.stream().map(strike -> strike.result().date()))
                .containsExactlyElementsOf(FIRST.datesUntil(LAST.plusDays(1))
                        .filter(day -> !CLOSED.contains(day))
                        .toList());
        assertThat(strikes)
                .allSatisfy(strike -> assertThat(strike.result().status()).isEqualTo(Status.REVIEW));
        assertEveryFactIsTakenOnItsDay(strikes, moves, ZoneId.of(zone), time);
        assertEveryDayAccruesOnce(strikes);
        days += strikes.size();
    }

    /** The first strike day whose local hour is not before it, told by the clock on the wall. */
    private void assertEveryFactIsTakenOnItsDay(
            List<Replay.Strike> strikes, SortedMap<String, Instant> moves, ZoneId zone, String time) {
        SortedMap<String, LocalDate> taken = new TreeMap<>();
        for (Replay.Strike strike : strikes) {
            for (Entry entry : strike.result().entries()) {
                if (moves.containsKey(entry.fact())) {
                    assertThat(taken.put(entry.fact(), entry.date()))
                            .as(entry.fact())
                            .isNull();
                }
            }
        }
        SortedMap<String, LocalDate> expected = new TreeMap<>();
        moves.forEach((id, at) -> expected.put(id, dayOf(at, zone, time)));
        assertThat(taken).isEqualTo(expected);
        facts += taken.size();
    }

    private static LocalDate dayOf(Instant at, ZoneId zone, String time) {
        LocalDate day = at.atZone(zone).toLocalDate().minusDays(1);
        while (CLOSED.contains(day) || end(day, zone, time).isBefore(at)) {
            day = day.plusDays(1);
        }
        return day;
    }

    /** A skipped time is later by what was skipped, one that comes twice is the first of the two: as java.time says it. */
    private static Instant end(LocalDate day, ZoneId zone, String time) {
        return time.equals("24:00")
                ? day.plusDays(1).atStartOfDay(zone).toInstant()
                : ZonedDateTime.of(day, LocalTime.parse(time), zone).toInstant();
    }

    /** From the day after the first strike to the last, none left out and none twice; each is base x rate x days / 365. */
    private void assertEveryDayAccruesOnce(List<Replay.Strike> strikes) {
        List<LocalDate> accrued = new ArrayList<>();
        for (Replay.Strike strike : strikes) {
            for (ClassFee fee : strike.result().fees()) {
                Accrual accrual = fee.accrual();
                accrual.days().from().datesUntil(accrual.days().to()).forEach(accrued::add);
                BigDecimal amount = accrual.base()
                        .amount()
                        .multiply(new BigDecimal("0.015"))
                        .multiply(BigDecimal.valueOf(accrual.days().days()))
                        .divide(BigDecimal.valueOf(365), 2, RoundingMode.HALF_UP);
                assertThat(accrual.amount().amount()).isEqualByComparingTo(amount);
                accruals++;
            }
        }
        // Nobody owns anything before the second strike, which accrues from the day after the first.
        assertThat(accrued)
                .containsExactlyElementsOf(
                        FIRST.plusDays(1).datesUntil(LAST.plusDays(1)).toList());
        assertThat(Collections.frequency(accrued, LocalDate.parse("2028-02-29")))
                .isEqualTo(1);
        assertThat(accrued.stream().filter(day -> day.toString().startsWith("2028-02")))
                .hasSize(29);
        long feePostings = strikes.stream()
                .flatMap(strike -> strike.result().entries().stream())
                .flatMap(entry -> entry.lines().stream())
                .filter(line -> line.account() == Account.MANAGEMENT_FEE)
                .count();
        assertThat(feePostings)
                .isEqualTo(strikes.stream()
                        .mapToLong(strike -> strike.result().fees().size())
                        .sum());
    }

    /** Every 15 minutes of the three days around each edge, by UTC. */
    private static SortedMap<String, Instant> moves() {
        SortedMap<String, Instant> moves = new TreeMap<>();
        for (LocalDate edge : EDGES) {
            Instant from = Instant.parse(edge.minusDays(1) + "T00:00:00Z");
            for (int quarter = 0; quarter < 3 * 96; quarter++) {
                moves.put(
                        String.format(Locale.ROOT, "E-%s-%03d", edge, quarter),
                        from.plus(Duration.ofMinutes(15L * quarter)));
            }
        }
        return moves;
    }

    private FundPack pack(String zone, String time, SortedMap<String, Instant> moves) throws IOException {
        Files.createDirectories(folder.resolve("facts"));
        Files.writeString(folder.resolve("pack.json"), """
                {"format": 1, "fund": "ILL-EDGE", "illustrative": true, "known": "2028-12-01T00:00:00Z"}
                """);
        Files.writeString(folder.resolve("fund.json"), FUND.formatted(time, zone));
        Files.createDirectories(folder.resolve("reference"));
        Files.writeString(folder.resolve("reference/calendars.csv"), holidays());
        Files.writeString(folder.resolve("facts/capital.csv"), """
                id,effective,recorded,source,side,class,investor,amount,dealing_date,settle_date,account
                S-1,2027-12-19T00:00:00Z,2027-12-19T00:00:00Z,order,SUBSCRIPTION,A,INV-1,1000000.00,2027-12-20,2027-12-20,BANK
                """);
        StringBuilder cash = new StringBuilder("id,effective,recorded,source,kind,account,currency,amount\n");
        moves.forEach((id, at) -> cash.append("%s,%s,%s,bill,EXPENSE,BANK,USD,0.10\n".formatted(id, at, at)));
        Files.writeString(folder.resolve("facts/cash.csv"), cash);
        return Packs.read(folder);
    }

    private static String holidays() {
        StringBuilder rows = new StringBuilder("calendar,date,status,recorded,source\n");
        CLOSED.forEach(day -> rows.append("FUND,%s,CLOSED,2027-01-01T00:00:00Z,house\n".formatted(day)));
        return rows.toString();
    }

    private static final String FUND = """
            {
              "fund": "ILL-EDGE", "name": "Edges of the calendar", "illustrative": true, "regime": "none, for tests",
              "inception": "2027-12-20", "base_currency": "USD",
              "currencies": [{"code": "USD", "decimals": 2}],
              "rounding": "HALF_UP", "lot_relief": "FIFO", "commission": "COST",
              "valuation_point": [{"from": "2027-12-20", "time": "%s", "zone": "%s", "intake_hours": "6"}],
              "calendar": "FUND", "calendars": [{"id": "FUND"}],
              "places": [{"id": "BANK", "kind": "BANK"}],
              "classes": [{
                "code": "A", "launch": "2027-12-20", "currency": "USD", "initial_price": "100",
                "share_decimals": 4, "price_decimals": 4,
                "management_fee": [{"from": "2027-12-20", "rate_per_year": "0.015", "day_count": "ACT/365"}]
              }],
              "price_policy": {
                "token": {"move_band": "0.25", "stale_after_days": 3, "unchanged_after_days": 5, "missing": "CARRY"},
                "future": {"move_band": "0.25", "stale_after_days": 3, "unchanged_after_days": 5, "missing": "CARRY"},
                "bill": {"move_band": "0.05", "stale_after_days": 3, "unchanged_after_days": 5, "missing": "CARRY"}
              },
              "stale_block": "0.50", "expiry_warn_days": 5
            }
            """;
}
