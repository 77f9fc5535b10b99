package org.assay.reports.period;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.assay.kernel.ledger.Account;
import org.assay.reports.DemoBooks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Months and years of the demo funds: where a period begins, that all of it ties, and that one leads into the next. */
class PeriodTest {
    /** 1 March 2026 is a Sunday: what happened since Friday's strike is of March. */
    @Test
    void a_period_begins_the_day_after_the_last_strike_of_the_one_before() {
        Recorder month = Recorder.of(DemoBooks.demo("2026-03-31"), Span.MONTH);
        assertThat(month.figure("This report", "Period", "")).isEqualTo("Month 2026-03, 2026-02-28 to 2026-03-31");
        assertThat(month.figure("This report", "Opening books", ""))
                .isEqualTo("as the strike of 2026-02-27 closed them");
    }

    @Test
    void a_day_inside_a_month_is_told_as_month_to_date() {
        assertThat(Period.title(Span.MONTH, DemoBooks.demo("2026-03-13").nav())).isEqualTo("Month to date 2026-03-13");
        assertThat(Period.title(Span.YEAR, DemoBooks.demo("2026-03-13").nav())).isEqualTo("Year to date 2026-03-13");
        assertThat(Period.title(Span.MONTH, DemoBooks.demo("2026-05-29").nav())).isEqualTo("Month 2026-05");
        assertThat(Period.title(
                        Span.YEAR,
                        DemoBooks.living("ILL-BALANCED", "2025-12-31").nav()))
                .isEqualTo("Year 2025");
    }

    @Test
    void the_first_month_of_a_fund_begins_with_its_first_strike() {
        Recorder month = Recorder.of(DemoBooks.demo("2026-01-30"), Span.MONTH);
        assertThat(month.figure("This report", "Period", "")).startsWith("Month 2026-01, 2026-01-05 to ");
        assertThat(month.figure("This report", "Opening books", "")).startsWith("none");
        assertThat(month.figure("Classes", "A", "NAV per share at the start")).isEqualTo("100.0000");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-05",
        "2026-01-30",
        "2026-02-27",
        "2026-03-13",
        "2026-03-31",
        "2026-04-30",
        "2026-05-18",
        "2026-05-29"
    })
    void everything_of_a_month_and_of_its_year_ties(String date) {
        assertThat(Recorder.of(DemoBooks.demo(date), Span.MONTH).checks())
                .isNotEmpty()
                .allMatch(Check::passes);
        assertThat(Recorder.of(DemoBooks.demo(date), Span.YEAR).checks())
                .isNotEmpty()
                .allMatch(Check::passes);
    }

    @ParameterizedTest
    @CsvSource({"2025-07-31", "2025-12-31", "2026-01-30", "2026-06-30"})
    void everything_of_a_fund_with_euro_bills_and_futures_ties(String date) {
        DemoBooks books = DemoBooks.living("ILL-BALANCED", date);
        assertThat(Recorder.of(books, Span.MONTH).checks()).isNotEmpty().allMatch(Check::passes);
        assertThat(Recorder.of(books, Span.YEAR).checks()).isNotEmpty().allMatch(Check::passes);
    }

    /** What the ledger never closes, the report does: the first year is brought forward, the second is this year's. */
    @Test
    void the_second_year_of_a_fund_closes_its_own_result_and_brings_the_first_forward() {
        Recorder first = Recorder.of(DemoBooks.living("ILL-BALANCED", "2025-12-31"), Span.YEAR);
        Recorder second = Recorder.of(DemoBooks.living("ILL-BALANCED", "2026-06-30"), Span.YEAR);
        String close = "Closing entries of the year";
        String after = "Trial balance after the close";
        String forward = Account.RESULT_BROUGHT_FORWARD.code();
        assertThat(first.figure(close, "Total", "Of earlier years")).isEqualTo("0.00");
        assertThat(second.figure(close, "Total", "Of earlier years"))
                .isEqualTo(first.figure(close, "Total", "In the ledger"))
                .isEqualTo(first.figure(close, "Total", "Of this year"))
                .isEqualTo("2804864.41");
        assertThat(first.figure(after, forward, "Debit")).isEqualTo("2804864.41");
        assertThat(second.figure(close, "Total", "Of this year")).isEqualTo("-16030181.73");
        assertThat(second.figure(close, forward, "Closing credit")).isEqualTo("16030181.73");
        // 16,030,181.73 - 2,804,864.41
        assertThat(second.figure(after, forward, "Credit")).isEqualTo("13225317.32");
    }

    @Test
    void a_month_begins_with_what_the_month_before_ended_with() {
        Recorder february = Recorder.of(DemoBooks.demo("2026-02-27"), Span.MONTH);
        Recorder march = Recorder.of(DemoBooks.demo("2026-03-31"), Span.MONTH);
        for (String shareClass : new String[] {"A", "I"}) {
            assertThat(march.figure("Classes", shareClass, "Net assets at the start"))
                    .isEqualTo(february.figure("Classes", shareClass, "Net assets at the end"));
            assertThat(march.figure("Classes", shareClass, "NAV per share at the start"))
                    .isEqualTo(february.figure("Classes", shareClass, "NAV per share at the end"));
        }
        assertThat(march.figure("Holdings: fair value", "TAO", "Opening fair value"))
                .isEqualTo(february.figure("Holdings: fair value", "TAO", "Closing fair value"));
        assertThat(march.figure("Futures: margin", "ILL-H100-2026-04", "Unrealised at the start"))
                .isEqualTo(february.figure("Futures: margin", "ILL-H100-2026-04", "Unrealised at the end"));
    }

    @Test
    void months_of_a_year_add_up_to_the_year() {
        BigDecimal sum = BigDecimal.ZERO;
        for (String end : new String[] {"2026-01-30", "2026-02-27", "2026-03-31", "2026-04-30", "2026-05-29"}) {
            sum = sum.add(operations(Recorder.of(DemoBooks.demo(end), Span.MONTH)));
        }
        assertThat(sum).isEqualTo(operations(Recorder.of(DemoBooks.demo("2026-05-29"), Span.YEAR)));
    }

    @Test
    void a_roll_is_told_as_what_went_out_of_one_contract_and_into_the_next() {
        Recorder march = Recorder.of(DemoBooks.demo("2026-03-31"), Span.MONTH);
        assertThat(march.figure("Futures: lots", "ILL-H100-2026-04", "Rolled out"))
                .isEqualTo("2857");
        assertThat(march.figure("Futures: lots", "ILL-H100-2026-05", "Rolled in"))
                .isEqualTo("2857");
    }

    @Test
    void who_posted_stands_behind_every_line() {
        Recorder march = Recorder.of(DemoBooks.demo("2026-03-31"), Span.MONTH);
        assertThat(march.figure("Who put what into the books", "ada", "Trades")).isEqualTo("2");
        assertThat(march.figure("Who put what into the books", "schedule", "Strikes"))
                .isEqualTo("22");
        assertThat(march.figure("General ledger", "T-020", "Posted by")).isEqualTo("ada");
        assertThat(march.figure("General ledger", "T-020", "Posted at, UTC")).isEqualTo("2026-03-24 17:00");
        assertThat(march.figure("General ledger", "MARK:TAO:2026-03-31", "Posted by"))
                .isEqualTo("schedule");
    }

    @Test
    void a_fiscal_year_is_the_calendar_year() {
        assertThat(Span.YEAR.first(LocalDate.of(2026, 6, 30))).isEqualTo(LocalDate.of(2026, 1, 1));
    }

    private static BigDecimal operations(Recorder period) {
        return new BigDecimal(period.figure("Statement of operations", "Change in net assets from operations", "Fund"));
    }
}
