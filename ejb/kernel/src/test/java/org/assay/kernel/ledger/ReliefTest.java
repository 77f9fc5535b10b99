package org.assay.kernel.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.assay.kernel.money.Currency;
import org.assay.kernel.money.Money;
import org.assay.kernel.money.Price;
import org.assay.kernel.money.Quantity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReliefTest {
    private static final Currency USD = new Currency("USD", 2);

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @Test
    void the_oldest_lots_go_first_and_the_cut_one_gives_its_share() {
        // Three RENDER lots, 25,000 sold: lot 1 whole, 5,000 of lot 2 at 82,082.00 x 5/10 = 41,041.00; 191,191.00
        // relieved.
        List<Lot> lots = List.of(
                lot("1", 1, "20000", "150150.00"), lot("2", 2, "10000", "82082.00"), lot("3", 3, "10000", "69069.00"));
        Relief relief = Relief.fifo(lots, Quantity.of(25_000), RoundingMode.HALF_UP);
        assertThat(relief.taken()).extracting(Lot::id).containsExactly("1", "2");
        assertThat(cost(relief.taken())).hasToString("191191.00 USD");
        assertThat(cost(relief.left())).hasToString("110110.00 USD");
        assertThat(relief.missing()).isEqualTo(Quantity.ZERO);
    }

    @Test
    void what_is_not_there_is_missing_and_said_so() {
        Relief relief = Relief.fifo(List.of(lot("1", 1, "2", "3.00")), Quantity.of(5), RoundingMode.HALF_UP);
        assertThat(relief.missing()).isEqualTo(Quantity.of(3));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void selling_in_pieces_conserves_quantity_and_cost(long seed) {
        var random = new SplittableRandom(seed);
        List<Lot> lots = new ArrayList<>();
        for (int i = 1; i <= random.nextInt(1, 12); i++) {
            String quantity = new BigDecimal(random.nextLong(1, Long.MAX_VALUE))
                    .movePointLeft(18)
                    .toPlainString();
            lots.add(lot(
                    "" + i,
                    i,
                    quantity,
                    BigDecimal.valueOf(random.nextLong(100_000_000), 2).toPlainString()));
        }
        List<Lot> taken = new ArrayList<>();
        List<Lot> left = lots;
        while (!left.isEmpty()) {
            BigDecimal part = quantity(left).units().multiply(BigDecimal.valueOf(random.nextLong(1, 1000), 3));
            Quantity sold = random.nextInt(4) == 0 ? quantity(left) : Quantity.truncated(part, 18);
            Relief relief = Relief.fifo(left, sold, RoundingMode.HALF_UP);
            assertThat(quantity(relief.taken())).isEqualTo(sold);
            taken.addAll(relief.taken());
            left = relief.left();
        }
        assertThat(quantity(taken)).isEqualTo(quantity(lots));
        assertThat(cost(taken)).isEqualTo(cost(lots));
    }

    private static Lot lot(String id, int day, String quantity, String cost) {
        Money zero = Money.zero(USD);
        Money bought = new Money(new BigDecimal(cost), USD);
        Price price = new Price(BigDecimal.ONE, USD);
        return new Lot(
                id,
                "RENDER",
                "VAULT",
                LocalDate.of(2026, 1, day),
                new Quantity(new BigDecimal(quantity)),
                price,
                price,
                bought,
                bought,
                zero,
                zero,
                zero);
    }

    private static Money cost(List<Lot> lots) {
        return lots.stream().map(Lot::cost).reduce(Money.zero(USD), Money::plus);
    }

    private static Quantity quantity(List<Lot> lots) {
        return Stream.concat(Stream.of(Quantity.ZERO), lots.stream().map(Lot::quantity))
                .reduce(Quantity.ZERO, Quantity::plus);
    }
}
