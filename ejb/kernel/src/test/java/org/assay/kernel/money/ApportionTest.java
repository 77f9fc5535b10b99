package org.assay.kernel.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ApportionTest {
    private static final Currency USD = new Currency("USD", 2);

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @Test
    void a_spare_cent_goes_to_the_largest_remainder() {
        // 100.00 over 1:1:1 is 33.333... each; one cent is spare and the three remainders tie: the first takes it.
        assertThat(divide("100.00", "1", "1", "1")).containsExactly("33.34", "33.33", "33.33");
        // 0.05 over 3:2:5 is 0.015, 0.010, 0.025: truncated 0.01, 0.01, 0.02, the spare cent to .5 against .5: the
        // first.
        assertThat(divide("0.05", "3", "2", "5")).containsExactly("0.02", "0.01", "0.02");
    }

    @Test
    void a_loss_is_divided_like_a_gain() {
        assertThat(divide("-100.01", "1", "1")).containsExactly("-50.01", "-50.00");
    }

    @Test
    void without_any_weight_all_are_equal_and_nothing_is_lost() {
        assertThat(divide("0.03", "0", "0")).containsExactly("0.02", "0.01");
        assertThatThrownBy(() -> divide("1.00", "1", "-1")).hasMessageContaining("none below zero");
        assertThatThrownBy(() -> divide("1.00")).hasMessageContaining("nobody");
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void parts_add_up_and_stay_within_a_cent_of_their_share(long seed) {
        var random = new SplittableRandom(seed);
        Money total = new Money(BigDecimal.valueOf(random.nextLong(-1_000_000, 1_000_000), 2), USD);
        List<BigDecimal> weights = IntStream.range(0, random.nextInt(1, 9))
                .mapToObj(i -> BigDecimal.valueOf(random.nextLong(1, 1_000_000), 4))
                .toList();
        List<Money> parts = Apportion.byWeight(total, weights);
        assertThat(parts.stream().reduce(Money.zero(USD), Money::plus)).isEqualTo(total);
        BigDecimal sum = weights.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        for (int i = 0; i < parts.size(); i++) {
            BigDecimal off = parts.get(i)
                    .amount()
                    .multiply(sum)
                    .subtract(total.amount().multiply(weights.get(i)))
                    .abs();
            assertThat(off).isLessThan(new BigDecimal("0.01").multiply(sum));
        }
    }

    private static List<String> divide(String total, String... weights) {
        return Apportion.byWeight(
                        new Money(new BigDecimal(total), USD),
                        List.of(weights).stream().map(BigDecimal::new).toList())
                .stream()
                .map(part -> part.amount().toPlainString())
                .toList();
    }
}
