package org.assay.pack.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormatsTest {
    private static final Format<BigDecimal> PRICES = Formats.decimal(10);
    private static final DateTimeFormatter SIX_DECIMALS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT);

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-37.63", "0.9932", "1234567.0123456789", "-0.0000000001"})
    void a_number_is_written_as_it_was_read(String text) {
        assertThat(PRICES.read(text).map(PRICES::text)).contains(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NaN",
                "Infinity",
                "1e3",
                "1E-3",
                "+1",
                "1,000",
                "01",
                ".5",
                "5.",
                "-",
                "",
                "1.-5",
                "1234567890123456789012345",
                " 1",
                "1 ",
                "--1",
                "0x1"
            })
    void what_is_no_plain_number_is_refused(String text) {
        assertThat(PRICES.read(text)).isEmpty();
    }

    @Test
    void idle_zeros_do_no_harm_and_digits_do() {
        assertThat(PRICES.read("1.500000000000").map(PRICES::text)).contains("1.5");
        assertThat(PRICES.read("-100.000000000000").map(PRICES::text)).contains("-100");
        assertThat(PRICES.read("0.00")).contains(BigDecimal.ZERO);
        assertThat(PRICES.read("1.50000000001")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2026-02-30", "2026-13-01", "2025-02-29", "26-01-05", "2026-1-5", "20260105", "2026-01-05T00:00"
            })
    void a_date_that_does_not_exist_is_refused(String text) {
        assertThat(Formats.DATES.read(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-01-05T21:00:00",
                "2026-01-05T21:00:00+00:00",
                "2026-01-05T21:00Z",
                "2026-01-05 21:00:00Z",
                "2026-02-30T21:00:00Z",
                "2026-01-05T24:00:00Z",
                "2026-01-05T23:59:60Z"
            })
    void an_instant_says_its_zone_and_is_on_the_clock(String text) {
        assertThat(Formats.INSTANTS.read(text)).isEmpty();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void dates_and_instants_are_read_as_the_jdk_reads_them(long seed) {
        var random = new SplittableRandom(seed);
        Instant micros = Instant.EPOCH.plus(random.nextLong(-1L << 53, 1L << 53), ChronoUnit.MICROS);
        Instant shown = random.nextInt(3) == 0 ? micros.truncatedTo(ChronoUnit.SECONDS) : micros;
        String six = SIX_DECIMALS.format(shown.atOffset(ZoneOffset.UTC));
        assertThat(Formats.INSTANTS.read(shown.toString())).contains(shown);
        assertThat(Formats.INSTANTS.read(six)).contains(shown);
        LocalDate date = LocalDate.ofInstant(shown, ZoneOffset.UTC);
        assertThat(Formats.DATES.read(date.toString())).contains(date);
        // One sign of it spoilt: whatever the JDK makes of that.
        char[] spoilt = six.toCharArray();
        spoilt[random.nextInt(spoilt.length - 1)] = "-:T. 9Z".charAt(random.nextInt(7));
        String text = new String(spoilt);
        assertThat(Formats.INSTANTS.read(text)).isEqualTo(byTheJdk(text));
    }

    private static Optional<Instant> byTheJdk(String text) {
        boolean isLeap = text.startsWith("60", 17) || text.startsWith("24", 11);
        boolean hasShape = text.charAt(10) == 'T' && text.charAt(16) == ':' && !isLeap;
        try {
            return hasShape ? Optional.of(Instant.parse(text)) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    @Test
    void a_zone_is_a_name_and_no_offset() {
        assertThat(Formats.ZONES.read("America/New_York")).isPresent();
        assertThat(Formats.ZONES.read("-05:00")).isEmpty();
    }

    @Test
    void text_has_no_blanks_around_it() {
        assertThat(Formats.TEXT.read("two words")).contains("two words");
        assertThat(Formats.TEXT.read(" padded")).isEmpty();
    }
}
