package org.assay.pack.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.assay.kernel.ErrorCode;
import org.assay.kernel.FundException;
import org.assay.kernel.ledger.Fact;
import org.assay.kernel.nav.Books;
import org.assay.kernel.nav.NavInputs;
import org.assay.kernel.pricing.Quote;
import org.assay.pack.Packs;
import org.assay.pack.fund.FundPack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** VP is 21:00Z and K is 03:00Z of the next day, in all of these. */
class KnownFundTest {
    private static final LocalDate THURSDAY = LocalDate.parse("2026-01-08");
    private static final LocalDate FRIDAY = LocalDate.parse("2026-01-09");
    private static final String BUY = ",2026-01-09,2026-01-09,ILL-RENDER,VAULT,BUY,1,4,,,";
    private static final String SALE =
            "%s,2026-01-0%sT18:00:00Z,%s,%s,desk,2026-01-08,2026-01-08,ILL-RENDER,VAULT,SELL,1,4.4,,,";

    @TempDir
    Path folder;

    private static NavInputs inputs(FundPack pack, LocalDate date, Books opening, String known) {
        return KnownFund.of(
                        pack, Optional.of(known).filter(text -> !text.isEmpty()).map(Instant::parse))
                .on(date, opening);
    }

    /** Books that a scheduled strike of Thursday closed. */
    private static Books closedOnThursday() {
        return closed(THURSDAY, "2026-01-08T21:00:00Z", "2026-01-09T03:00:00Z");
    }

    private static Books closed(LocalDate date, String at, String known) {
        Books none = Books.empty();
        return new Books(
                Optional.of(new Books.Struck(date, Instant.parse(at), Instant.parse(known))),
                none.balances(),
                none.lots(),
                none.classes(),
                none.orders(),
                none.deals(),
                none.dues(),
                none.marks(),
                none.marginRates(),
                none.margins(),
                none.rolls());
    }

    private static List<String> ids(NavInputs inputs) {
        return inputs.facts().stream().map(Fact::stamp).map(stamp -> stamp.id()).toList();
    }

    private Path smallWithTrade(String id, int day, String recorded, String corrects) throws IOException {
        return Packs.smallWith(folder, "facts/trades.csv", SALE.formatted(id, day, recorded, corrects));
    }

    @Test
    void a_day_takes_what_counts_on_it_and_is_known() {
        NavInputs friday = inputs(Packs.read(Packs.small()), FRIDAY, closedOnThursday(), "");
        assertThat(ids(friday)).containsExactly("M-3", "M-4", "X-1");
        assertThat(friday.valuationPoint()).isEqualTo(Instant.parse("2026-01-09T21:00:00Z"));
        assertThat(friday.known()).isEqualTo(Instant.parse("2026-01-10T03:00:00Z"));
    }

    /** Thursday was struck again on Monday, with a sale that was learned on Sunday. */
    @Test
    void what_a_strike_knew_the_next_one_knows_and_nothing_is_taken_twice() throws IOException {
        Packs.smallWith(
                folder,
                "facts/trades.csv",
                "E-1,2026-01-08T18:00:00Z,2026-01-11T09:00:00Z,,desk" + BUY,
                "E-2,2026-01-09T18:00:00Z,2026-01-11T09:00:00Z,,desk" + BUY);
        FundPack pack = Packs.read(folder);
        NavInputs friday = inputs(pack, FRIDAY, closed(THURSDAY, "2026-01-08T21:00:00Z", "2026-01-12T00:00:00Z"), "");
        assertThat(friday.known()).isEqualTo(Instant.parse("2026-01-12T00:00:00Z"));
        assertThat(ids(friday)).contains("E-2").doesNotContain("E-1");
        NavInputs monday = inputs(
                pack,
                FRIDAY.plusDays(3),
                closed(FRIDAY, "2026-01-09T21:00:00Z", friday.known().toString()),
                "");
        assertThat(ids(monday)).doesNotContain("E-1", "E-2");
    }

    @Test
    void the_valuation_point_itself_is_in_and_the_microsecond_after_it_is_not() throws IOException {
        Packs.smallWith(
                folder,
                "facts/trades.csv",
                "E-1,2026-01-09T21:00:00Z,2026-01-10T03:00:00Z,,desk" + BUY,
                "E-2,2026-01-09T21:00:00.000001Z,2026-01-10T03:00:00Z,,desk" + BUY,
                "E-3,2026-01-09T21:00:00Z,2026-01-10T03:00:00.000001Z,,desk" + BUY);
        assertThat(ids(inputs(Packs.read(folder), FRIDAY, closedOnThursday(), "")))
                .contains("E-1")
                .doesNotContain("E-2", "E-3");
    }

    @Test
    void what_is_learned_late_is_taken_by_the_first_strike_that_knows_it() throws IOException {
        FundPack pack = Packs.read(smallWithTrade("L-1", 8, "2026-01-09T09:00:00Z", ""));
        assertThat(ids(inputs(pack, THURSDAY, Books.empty(), ""))).doesNotContain("L-1");
        assertThat(ids(inputs(pack, FRIDAY, closedOnThursday(), ""))).contains("L-1");
    }

    @Test
    void a_replaced_fact_is_not_taken_once_its_replacement_is_known() throws IOException {
        FundPack pack = Packs.read(smallWithTrade("L-2", 8, "2026-01-12T12:00:00Z", "T-5"));
        assertThat(ids(inputs(pack, THURSDAY, Books.empty(), "2026-01-12T11:59:59Z")))
                .contains("T-5");
        assertThat(ids(inputs(pack, THURSDAY, Books.empty(), "2026-01-12T12:00:00Z")))
                .contains("L-2")
                .doesNotContain("T-5");
    }

    @Test
    void a_correction_known_in_time_replaces_a_fact_that_was_never_struck() {
        NavInputs thursday = inputs(
                Packs.read(Packs.small()),
                THURSDAY,
                closed(LocalDate.parse("2026-01-07"), "2026-01-07T21:00:00Z", "2026-01-08T03:00:00Z"),
                "");
        assertThat(ids(thursday)).contains("T-7").doesNotContain("T-6");
        assertThat(thursday.struckAlready()).isEmpty();
    }

    @Test
    void a_correction_of_what_was_struck_says_so() throws IOException {
        FundPack pack = Packs.read(smallWithTrade("L-3", 8, "2026-01-09T12:00:00Z", "T-7"));
        NavInputs friday = inputs(pack, FRIDAY, closedOnThursday(), "");
        assertThat(ids(friday)).contains("L-3");
        assertThat(friday.struckAlready()).containsExactly("T-7");
    }

    @Test
    void a_correction_that_counts_later_than_it_was_known_did_not_follow_a_strike() throws IOException {
        // L-4 moves T-5 from Wednesday to Friday and is known on Wednesday already: T-5 was never struck.
        FundPack pack = Packs.read(smallWithTrade("L-4", 9, "2026-01-07T20:00:00Z", "T-5"));
        NavInputs friday = inputs(pack, FRIDAY, closedOnThursday(), "");
        assertThat(ids(friday)).contains("L-4");
        assertThat(friday.struckAlready()).isEmpty();
    }

    @Test
    void the_newest_known_price_is_taken_and_of_two_versions_the_later() throws IOException {
        Packs.smallWith(
                folder,
                "market/prices.csv",
                "ILL-RENDER,2026-01-09,CLOSE,2026-01-09T21:00:00Z,4.39,USD,vendor,2026-01-09T23:00:00Z,,,",
                "ILL-RENDER,2026-01-09,CLOSE,2026-01-09T21:00:00Z,4.99,USD,vendor,2026-01-10T04:00:00Z,,,",
                "ILL-RENDER,2026-01-09,CLOSE,2026-01-09T21:00:01Z,5.55,USD,vendor,2026-01-09T22:00:00Z,,,");
        FundPack pack = Packs.read(folder);
        assertThat(price(inputs(pack, FRIDAY, closedOnThursday(), ""))).startsWith("4.39");
        assertThat(price(inputs(pack, FRIDAY, closedOnThursday(), "2026-01-11T00:00:00Z")))
                .startsWith("4.99");
    }

    /** The proxy's close of the 7th, 3.20, is corrected to 3.25 in the night of the 8th: who knows it estimates by it. */
    @Test
    void an_estimate_starts_from_the_proxys_earlier_price_as_it_is_known() throws IOException {
        Packs.copy(Packs.resource("golden/C36-price-estimated"), folder);
        Path prices = folder.resolve("market/prices.csv");
        Files.writeString(
                prices,
                Files.readString(prices)
                        + "AKT,2026-01-07,CLOSE,2026-01-07T21:00:00Z,3.25,USD,corrected,2026-01-09T12:00:00Z\n"
                        + "AKT,2026-01-07,CLOSE,2026-01-07T21:00:01Z,3.99,USD,after the close,2026-01-07T22:00:00Z\n");
        FundPack pack = Packs.read(folder);
        KnownFund fund = KnownFund.of(pack, Optional.empty());
        List<Books> books = new ArrayList<>();
        Replay.run(
                fund,
                pack.opening(),
                LocalDate.parse("2026-01-07"),
                strike -> books.add(strike.result().closing()));
        Books wednesday = books.get(books.size() - 1);
        assertThat(earlier(fund.on(THURSDAY, wednesday))).containsExactly("AKT 2026-01-07 3.2 USD");
        assertThat(earlier(fund.on(THURSDAY, Instant.parse("2026-01-09T12:00:00Z"), wednesday)))
                .containsExactly("AKT 2026-01-07 3.25 USD");
    }

    private static List<String> earlier(NavInputs inputs) {
        return inputs.earlierQuotes().stream()
                .map(quote -> "%s %s %s".formatted(quote.instrument(), quote.date(), quote.price()))
                .toList();
    }

    private static String price(NavInputs inputs) {
        return inputs.quotes().stream()
                .filter(quote -> quote.instrument().equals("ILL-RENDER"))
                .map(quote -> quote.price().toString())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_holiday_proclaimed_late_does_not_undo_a_strike_day() throws IOException {
        Packs.smallWith(
                folder, "reference/calendars.csv", "FUND,2026-01-09,CLOSED,2026-01-12T00:00:00Z,proclaimed late");
        FundPack pack = Packs.read(folder);
        assertThat(KnownFund.of(pack, Optional.empty()).schedule().isStrikeDay(FRIDAY))
                .isTrue();
        assertThat(KnownFund.of(pack, Optional.of(Instant.parse("2026-01-12T00:00:00Z")))
                        .schedule()
                        .isStrikeDay(FRIDAY))
                .isFalse();
    }

    @Test
    void a_contract_listed_later_does_not_change_the_inputs_of_today() throws IOException {
        FundPack before = Packs.read(Packs.small());
        Packs.smallWith(folder, "reference/instruments.csv", "ILL-H100-2026-04,FUTURE,H100 hour April,USD,,,true");
        Packs.smallWith(
                folder,
                "reference/contracts.csv",
                "ILL-H100-2026-04,ILL-H100,2026-04,GPU_HOUR,1000,0.001,ILL-X,,2026-04-10,CASH");
        Packs.smallWith(
                folder,
                "market/prices.csv",
                "ILL-H100-2026-04,2026-01-12,SETTLEMENT,2026-01-12T19:30:00Z,2.5,USD,exchange,2026-01-12T22:00:00Z,,,");
        FundPack after = Packs.read(folder);
        assertThat(inputs(after, FRIDAY, closedOnThursday(), "").digest())
                .isEqualTo(inputs(before, FRIDAY, closedOnThursday(), "").digest());
        assertThat(inputs(after, LocalDate.parse("2026-01-12"), closedOnThursday(), "")
                        .instruments())
                .containsKey("ILL-H100-2026-04");
    }

    @Test
    void a_final_price_comes_beside_the_last_settlement() throws IOException {
        Packs.smallWith(
                folder,
                "market/prices.csv",
                "ILL-H100-2026-02,2026-01-09,FINAL,2026-01-09T20:00:00Z,2.4,USD,exchange,2026-01-09T22:00:00Z,,,");
        assertThat(inputs(Packs.read(folder), FRIDAY, closedOnThursday(), "").quotes())
                .filteredOn(quote -> quote.instrument().equals("ILL-H100-2026-02"))
                .extracting(Quote::kind)
                .containsExactlyInAnyOrder(Quote.Kind.SETTLEMENT, Quote.Kind.FINAL);
    }

    @Test
    void a_weekend_is_no_strike_day_and_a_struck_day_is_not_struck_again() {
        FundPack pack = Packs.read(Packs.small());
        for (String date : List.of("2026-01-10", "2026-01-08", "2026-01-02")) {
            assertThatThrownBy(() -> inputs(pack, LocalDate.parse(date), closedOnThursday(), ""))
                    .isInstanceOfSatisfying(
                            FundException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.NOT_A_STRIKE_DAY));
        }
    }

    @Test
    void the_instant_of_a_local_hour_moves_with_the_clocks() throws IOException {
        Packs.smallBut(folder, "pack.json", text -> text.replace("2026-01-13", "2026-12-31"));
        Schedule schedule = KnownFund.of(Packs.read(folder), Optional.empty()).schedule();
        assertThat(schedule.valuationPoint(LocalDate.parse("2026-03-06"))).hasToString("2026-03-06T21:00:00Z");
        assertThat(schedule.valuationPoint(LocalDate.parse("2026-03-09"))).hasToString("2026-03-09T20:00:00Z");
    }
}
