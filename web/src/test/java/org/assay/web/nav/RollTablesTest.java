package org.assay.web.nav;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import org.assay.kernel.Finding;
import org.assay.kernel.nav.RollOutlook;
import org.assay.kernel.nav.RollOutlook.Urgency;
import org.assay.kernel.nav.RolledDay;
import org.assay.pack.replay.Replay;
import org.assay.web.nav.RollTables.PlanRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The demo's rolls: business days 8 to 12 of each month, a fifth of the position a day. */
class RollTablesTest {
    static Stream<Arguments> days() {
        return DemoStrikes.all().stream()
                .map(strike -> Arguments.of(strike.result().date(), strike));
    }

    /** Two ways to the same word: the outlook asks the calendar, control C38 looked on its own. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("days")
    void a_contract_ends_soon_on_the_days_the_control_says_so(LocalDate date, Replay.Strike strike) {
        List<String> reported = strike.result().findings().stream()
                .filter(finding -> finding.control().equals("C38"))
                .map(Finding::subject)
                .toList();
        assertThat(outlook(strike).contracts().stream()
                        .filter(contract -> contract.urgency() != Urgency.FAR)
                        .map(RollOutlook.Contract::id))
                .containsExactlyElementsOf(reported);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("days")
    void what_is_coming_comes_after_the_close_and_nothing_is_owed(LocalDate date, Replay.Strike strike) {
        RollOutlook outlook = outlook(strike);
        assertThat(outlook.coming())
                .allSatisfy(coming -> assertThat(coming.date()).isAfter(date));
        assertThat(outlook.plans())
                .allSatisfy(plan -> assertThat(plan.isBehind()).isFalse());
    }

    @Test
    void a_day_within_the_window_reads_as_the_desk_says_it() {
        PlanRow row = RollTables.of(outlook(on("2026-05-14"))).plans().get(0);
        assertThat(List.of(row.near(), row.far(), row.window(), row.chip()))
                .containsExactly("ILL-H100-2026-06", "ILL-H100-2026-07", "2026-05-12 to 2026-05-18", "Running");
        assertThat(Stream.of(
                                row.businessDay(),
                                row.due(),
                                row.target(),
                                row.done(),
                                row.owed(),
                                row.left(),
                                row.share())
                        .map(figure -> figure.text()))
                .containsExactly("10", "60.00", "1,500", "1,500", "–", "1,000", "60.00");
        assertThat(row.percent()).isEqualTo(60);
    }

    @Test
    void before_its_window_a_programme_waits_and_after_it_it_is_done() {
        assertThat(RollTables.of(outlook(on("2026-05-11"))).plans().get(0).chip())
                .isEqualTo("Waiting");
        assertThat(RollTables.of(outlook(on("2026-05-18"))).plans().get(0).chip())
                .isEqualTo("Done");
    }

    /** 500 lots a day, two legs at 1.25: 1,250.00; at settlement there is nothing else to pay. */
    @Test
    void every_day_of_a_window_moves_its_fifth_and_costs_its_commission() {
        List<RolledDay> may = DemoStrikes.all().stream()
                .filter(strike -> YearMonth.from(strike.result().date()).equals(YearMonth.of(2026, 5)))
                .flatMap(strike -> RolledDay.of(strike.inputs(), strike.result()).stream())
                .toList();
        assertThat(may)
                .extracting(day -> "%s %s %s %s %s"
                        .formatted(
                                day.date(),
                                day.moved(),
                                day.done(),
                                day.slippage().orElseThrow(),
                                day.commission().orElseThrow()))
                .containsExactly(
                        "2026-05-12 500 500 0.00 USD 1250.00 USD",
                        "2026-05-13 500 1000 0.00 USD 1250.00 USD",
                        "2026-05-14 500 1500 0.00 USD 1250.00 USD",
                        "2026-05-15 500 2000 0.00 USD 1250.00 USD",
                        "2026-05-18 500 2500 0.00 USD 1250.00 USD");
    }

    private static Replay.Strike on(String date) {
        return DemoStrikes.all().stream()
                .filter(strike -> strike.result().date().toString().equals(date))
                .findFirst()
                .orElseThrow();
    }

    private static RollOutlook outlook(Replay.Strike strike) {
        return RollOutlook.of(
                strike.inputs().terms(),
                strike.result().closing(),
                strike.inputs().instruments().values(),
                strike.inputs().calendars());
    }
}
