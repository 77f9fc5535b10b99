package org.assay.pack.demo;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.assay.kernel.ledger.CapitalOrder.Side;
import org.assay.kernel.money.Money;
import org.assay.kernel.money.Quantity;

/**
 * Orders of a fund with classes A and I: two large ones on its first day, then by chance some subscriptions a month, and after
 * four months redemptions, by amount in A and by shares in I. None is larger than its investor's part.
 */
final class Investors implements Desk {
    private static final int FIRST_REDEMPTION_MONTH = 4;
    private static final int DEALT_FROM_BUSINESS_DAY = 4;
    private static final int DEALT_WITHIN_BUSINESS_DAYS = 14;
    private static final int LARGE_INVESTORS = 2;
    private static final int SMALL_INVESTORS = 9;

    private final FactBook facts;
    private final SplittableRandom random;

    /** @param millions that the two large investors bring together; three fifths into class I */
    Investors(FactBook facts, SplittableRandom random, int millions) {
        this.facts = facts;
        this.random = random;
        LocalDate first = LivingTerms.FIRST;
        List<String> classes = List.of("A", "I");
        int[] fifths = {2, 3};
        for (int i = 0; i < LARGE_INVESTORS; i++) {
            order(
                    Side.SUBSCRIPTION,
                    first,
                    classes.get(i),
                    "Investor " + (i + 1),
                    Optional.of(LivingTerms.usd(millions * 1_000_000L * fifths[i] / 5)),
                    Optional.empty(),
                    0);
        }
    }

    @Override
    public void act(Look look) {
        if (!look.opensMonth()) {
            return;
        }
        YearMonth month = YearMonth.from(look.day());
        int subscriptions = random.nextInt(1, 4);
        for (int i = 0; i < subscriptions; i++) {
            String investor = "Investor " + (1 + LARGE_INVESTORS + random.nextInt(SMALL_INVESTORS));
            Money amount = LivingTerms.usd(random.nextInt(40, 300) * 2_500L);
            order(Side.SUBSCRIPTION, day(month), "A", investor, Optional.of(amount), Optional.empty(), 2);
        }
        long age = LivingTerms.monthsSinceFirst(month);
        if (age >= FIRST_REDEMPTION_MONTH) {
            Money amount = LivingTerms.usd(random.nextInt(20, 120) * 1_000L);
            order(Side.REDEMPTION, day(month), "A", "Investor 1", Optional.of(amount), Optional.empty(), 3);
        }
        if (age % 3 == 2) {
            Money amount = LivingTerms.usd(random.nextInt(40, 90) * 25_000L);
            order(Side.SUBSCRIPTION, day(month), "I", "Investor 2", Optional.of(amount), Optional.empty(), 0);
        } else if (age > FIRST_REDEMPTION_MONTH && age % 3 == 0) {
            Quantity shares = new Quantity(BigDecimal.valueOf(random.nextLong(20_000_000, 60_000_000), 4));
            order(Side.REDEMPTION, day(month), "I", "Investor 2", Optional.empty(), Optional.of(shares), 3);
        }
    }

    private LocalDate day(YearMonth month) {
        return LivingTerms.businessDay(month, DEALT_FROM_BUSINESS_DAY + random.nextInt(DEALT_WITHIN_BUSINESS_DAYS));
    }

    private void order(
            Side side,
            LocalDate day,
            String code,
            String investor,
            Optional<Money> amount,
            Optional<Quantity> shares,
            int settleDays) {
        facts.order(
                facts.id(side == Side.SUBSCRIPTION ? "S" : "R"),
                day,
                side,
                code,
                investor,
                amount,
                shares,
                LivingTerms.exchange().plusBusinessDays(day, settleDays));
    }
}
