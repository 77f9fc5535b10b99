package org.assay.kernel.nav;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.assay.kernel.money.Currency;
import org.assay.kernel.money.Plain;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a digest is taken of, to the byte: another text would be another digest for every NAV ever struck. */
class CanonicalTextTest {
    private record Figures(List<BigDecimal> figures) {}

    private record Row(String name, Optional<Integer> count, Currency currency, Currency again) {}

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void a_number_counts_as_it_is_written_everywhere(long seed) {
        var random = new SplittableRandom(seed);
        List<BigDecimal> figures =
                random.longs(300).mapToObj(drawn -> figure(random, drawn)).toList();
        String written = String.join(";", figures.stream().map(Plain::text).toList());
        assertThat(Digest.of(new Figures(figures))).isEqualTo(sha256("Figures([%s;];)".formatted(written)));
    }

    @Test
    void text_has_its_length_before_it_and_a_currency_said_again_is_said_the_same() {
        Currency euro = new Currency("EUR", 2);
        assertThat(Digest.of(new Row("Zoë", Optional.of(-7), euro, new Currency("EUR", 2))))
                .isEqualTo(sha256("Row(3:Zoë;-7;Currency(3:EUR;2;);Currency(3:EUR;2;);)"));
    }

    @Test
    void long_text_counts_to_its_end() {
        String words = "ä".repeat(20_000);
        Currency euro = new Currency("EUR", 2);
        assertThat(Digest.of(new Row(words, Optional.empty(), euro, euro)))
                .isEqualTo(sha256("Row(20000:%s;-;Currency(3:EUR;2;);Currency(3:EUR;2;);)".formatted(words)));
    }

    @Test
    void one_walk_gives_the_digests_that_two_give() {
        NavResult result = RandomFund.of(3).strike(RandomFund.DAYS[0]).get(0);
        assertThat(result.digests())
                .isEqualTo(
                        new NavResult.Digests(result.digest(), result.closing().digest()));
    }

    private static BigDecimal figure(SplittableRandom random, long drawn) {
        BigInteger digits = BigInteger.valueOf(drawn >> random.nextInt(64));
        BigInteger wide = random.nextInt(3) == 0 ? digits.multiply(BigInteger.valueOf(random.nextLong())) : digits;
        BigInteger idle = BigInteger.TEN.pow(random.nextInt(12));
        return new BigDecimal(wide.multiply(idle), random.nextInt(-4, 30));
    }

    private static String sha256(String text) {
        try {
            byte[] sha = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(sha);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
