package org.assay.web.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KnownSwitchTest {
    @Test
    void a_local_time_becomes_the_moment_it_was() {
        assertThat(KnownSwitch.known("2026-05-05", "16:00", "America/New_York")).isEqualTo("2026-05-05T20:00:00Z");
        assertThat(KnownSwitch.known("2026-01-05", "16:00", "America/New_York")).isEqualTo("2026-01-05T21:00:00Z");
    }

    /** Clocks in New York went from 02:00 to 03:00 on 2026-03-08, and from 02:00 back to 01:00 on 2026-11-01. */
    @Test
    void an_hour_that_was_left_out_is_no_moment_and_of_a_double_one_the_first_counts() {
        assertThat(KnownSwitch.known("2026-03-08", "02:30", "America/New_York"))
                .isEqualTo("2026-03-08+02%3A30+America%2FNew_York");
        assertThat(KnownSwitch.known("2026-11-01", "01:30", "America/New_York")).isEqualTo("2026-11-01T05:30:00Z");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-02-30, 20:00, UTC",
        "2026-05-05, 25:00, UTC",
        "yesterday, 20:00, UTC",
        "2026-05-05, 20:00, Atlantis"
    })
    void what_is_no_moment_stays_as_it_was_typed(String date, String time, String zone) {
        assertThat(KnownSwitch.known(date, time, zone))
                .isEqualTo("%s+%s+%s".formatted(date, time.replace(":", "%3A"), zone));
    }
}
