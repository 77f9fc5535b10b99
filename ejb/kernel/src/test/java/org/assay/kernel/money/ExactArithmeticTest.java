package org.assay.kernel.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Fault row 22: what money does against the same in whole numbers, which have no scale to lose and no size to overflow.
 * Currencies have 0 decimals (JPY) to 8, quantities 0 to 18, amounts up to 30 digits, beyond what a long holds. A build draws 20 seeds of 1,000
 * operations; {@code -Dassay.drill=all} draws 1,000 seeds, a million operations.
 */
class ExactArithmeticTest {
    private static final int OPERATIONS = 1_000;
    private static final List<RoundingMode> MODES =
            List.of(RoundingMode.HALF_UP, RoundingMode.HALF_EVEN, RoundingMode.DOWN);

    private static long worked;
    private static long refused;
    private static long beyondLong;

    private SplittableRandom random;

    static LongStream seeds() {
        return LongStream.range(0, System.getProperty("assay.drill", "").equals("all") ? 1_000 : 20);
    }

    @AfterAll
    static void report() {
        System.out.printf(
                "row 22: %,d operations, %,d of them refused, %,d beyond a long, differences 0%n",
                worked, refused, beyondLong);
        assertThat(refused).isPositive();
        assertThat(beyondLong).isPositive();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void money_is_what_whole_numbers_say_or_is_refused(long seed) {
        random = new SplittableRandom(seed);
        for (int i = 0; i < OPERATIONS; i++) {
            worked++;
            switch (random.nextInt(7)) {
                case 0 -> addsAndSubtracts();
                case 1 -> prices();
                case 2 -> converts();
                case 3 -> shares();
                case 4 -> apportions();
                case 5 -> quantities();
                default -> refusesDigits();
            }
        }
    }

    private void addsAndSubtracts() {
        Currency currency = currency();
        Money one = money(currency);
        Money other = money(currency);
        same(one.plus(other), minor(one).add(minor(other)));
        same(one.minus(other), minor(one).subtract(minor(other)));
        same(one.negate(), minor(one).negate());
        same(one.abs(), minor(one).abs());
    }

    /** Price x quantity: 10 + 18 decimals, rounded once to the currency's. */
    private void prices() {
        Currency currency = currency();
        RoundingMode mode = mode();
        Price price = new Price(new BigDecimal(digits(20), Price.SCALE), currency);
        Quantity quantity = new Quantity(new BigDecimal(digits(28), Quantity.SCALE));
        Money value = Money.rounded(price.times(quantity), currency, mode);
        BigInteger product = price.perUnit()
                .setScale(Price.SCALE)
                .unscaledValue()
                .multiply(units(quantity))
                .multiply(ten(currency.decimals()));
        same(value, divided(product, ten(Price.SCALE + Quantity.SCALE), mode));
    }

    private void converts() {
        Currency from = currency();
        Currency to = new Currency("BASE", random.nextInt(9));
        RoundingMode mode = mode();
        Rate rate = new Rate(new BigDecimal(digits(18).abs().add(BigInteger.ONE), Rate.SCALE));
        Money local = money(from);
        BigInteger product =
                minor(local).multiply(rate.fraction().unscaledValue()).multiply(ten(to.decimals()));
        same(
                new FxRate(from, to, rate).convert(local, mode),
                divided(product, ten(Rate.SCALE + from.decimals()), mode));
    }

    /** A part of a whole takes its share; the whole takes all. */
    private void shares() {
        RoundingMode mode = mode();
        Money money = money(currency());
        BigInteger whole = digits(24).abs().add(BigInteger.ONE);
        BigInteger part = random.nextInt(10) == 0 ? whole : digits(24).abs().mod(whole);
        Money share = money.share(new BigDecimal(part, 18), new BigDecimal(whole, 18), mode);
        same(share, divided(minor(money).multiply(part), whole, mode));
    }

    /** Parts add up to the whole, and each is its exact share to less than one minor unit. */
    private void apportions() {
        Money total = money(currency());
        List<BigDecimal> weights = new ArrayList<>();
        BigInteger sum = BigInteger.ZERO;
        for (int i = random.nextInt(1, 9); i > 0; i--) {
            BigInteger weight = digits(18).abs();
            weights.add(new BigDecimal(weight, 2));
            sum = sum.add(weight);
        }
        List<Money> parts = Apportion.byWeight(total, weights);
        BigInteger added = parts.stream().map(ExactArithmeticTest::minor).reduce(BigInteger.ZERO, BigInteger::add);
        assertThat(added).isEqualTo(minor(total));
        for (int i = 0; i < parts.size() && sum.signum() > 0; i++) {
            BigInteger exact = minor(total).multiply(weights.get(i).unscaledValue());
            BigInteger off = minor(parts.get(i)).multiply(sum).subtract(exact).abs();
            assertThat(off).isLessThan(sum);
        }
    }

    /** At any scale up to 18; cut at an asset's own decimals, towards zero. */
    private void quantities() {
        Quantity one = new Quantity(new BigDecimal(digits(28), random.nextInt(19)));
        Quantity other = new Quantity(new BigDecimal(digits(28), random.nextInt(19)));
        assertThat(units(one.plus(other))).isEqualTo(units(one).add(units(other)));
        assertThat(units(one.minus(other))).isEqualTo(units(one).subtract(units(other)));
        int decimals = random.nextInt(19);
        BigInteger unit = ten(Quantity.SCALE - decimals);
        Quantity cut = Quantity.truncated(one.units(), decimals);
        assertThat(units(cut)).isEqualTo(units(one).divide(unit).multiply(unit));
        beyondLong += units(one).bitLength() > 63 ? 1 : 0;
    }

    /** A digit below the smallest unit is refused, never dropped; so is a currency with more decimals than there are. */
    private void refusesDigits() {
        Currency currency = currency();
        int tooMany = random.nextInt(9, 19);
        assertThatThrownBy(() -> new Currency("TOO", tooMany))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("currency TOO, decimals %s: expected 0 to 8".formatted(tooMany));
        BigDecimal finest = new BigDecimal(digits(20).multiply(BigInteger.TEN).add(BigInteger.ONE), Quantity.SCALE + 1);
        assertThatThrownBy(() -> new Quantity(finest)).isInstanceOf(ArithmeticException.class);
        BigDecimal fine =
                new BigDecimal(digits(20).multiply(BigInteger.TEN).add(BigInteger.ONE), currency.decimals() + 1);
        assertThatThrownBy(() -> new Money(fine, currency))
                .isInstanceOf(ArithmeticException.class)
                .hasMessageContaining("Rounding necessary");
        refused++;
    }

    private static void same(Money found, BigInteger expected) {
        assertThat(minor(found)).isEqualTo(expected);
        beyondLong += expected.bitLength() > 63 ? 1 : 0;
    }

    private static BigInteger minor(Money money) {
        return money.amount().unscaledValue();
    }

    private static BigInteger units(Quantity quantity) {
        return quantity.units().setScale(Quantity.SCALE).unscaledValue();
    }

    private static BigInteger ten(int power) {
        return BigInteger.TEN.pow(power);
    }

    /** Whole numbers alone: truncated, and one further from zero where the mode says so. */
    private static BigInteger divided(BigInteger product, BigInteger by, RoundingMode mode) {
        BigInteger[] parts = product.abs().divideAndRemainder(by);
        int half = parts[1].shiftLeft(1).compareTo(by);
        boolean up = mode == RoundingMode.HALF_UP
                ? half >= 0
                : mode == RoundingMode.HALF_EVEN && (half > 0 || (half == 0 && parts[0].testBit(0)));
        BigInteger rounded = up ? parts[0].add(BigInteger.ONE) : parts[0];
        return product.signum() < 0 ? rounded.negate() : rounded;
    }

    private Currency currency() {
        int decimals = random.nextInt(9);
        return decimals == 0 ? new Currency("JPY", 0) : new Currency("CUR" + decimals, decimals);
    }

    private Money money(Currency currency) {
        return new Money(new BigDecimal(digits(30), currency.decimals()), currency);
    }

    private RoundingMode mode() {
        return MODES.get(random.nextInt(MODES.size()));
    }

    /** Up to so many digits, of either sign; often few, and often a tie: ...5 and zeros. */
    private BigInteger digits(int most) {
        int length = random.nextInt(1, most + 1);
        StringBuilder text = new StringBuilder();
        int tail = random.nextInt(4) == 0 ? random.nextInt(length) : 0;
        for (int i = 0; i < length - tail; i++) {
            text.append(random.nextInt(10));
        }
        text.append(tail == 0 ? "" : "5" + "0".repeat(tail - 1));
        BigInteger digits = new BigInteger(text.toString());
        return random.nextBoolean() ? digits : digits.negate();
    }
}
