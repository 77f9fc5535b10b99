package org.assay.pack.demo;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.SplittableRandom;
import org.assay.kernel.ledger.CapitalOrder.Side;
import org.assay.kernel.money.Money;
import org.assay.kernel.money.Quantity;

/** Authorised participants of the illustrative ETF: they create and redeem blocks of shares, for cash. */
final class Participants implements Desk {
    /** Shares of the one class. */
    static final String CLASS = "ETF";

    private static final long BLOCK = 50_000;
    private static final int SETTLE_DAYS = 2;
    private static final int DEALT_FROM_BUSINESS_DAY = 4;
    private static final int DEALT_WITHIN_BUSINESS_DAYS = 14;

    private final FactBook facts;
    private final SplittableRandom random;

    Participants(FactBook facts, SplittableRandom random) {
        this.facts = facts;
        this.random = random;
        order(Side.SUBSCRIPTION, LivingTerms.FIRST, 1, Optional.of(LivingTerms.usd(25_000_000)), Optional.empty(), 0);
    }

    @Override
    public void act(Look look) {
        if (!look.opensMonth()) {
            return;
        }
        YearMonth month = YearMonth.from(look.day());
        int created = random.nextInt(3);
        if (created > 0) {
            blocks(Side.SUBSCRIPTION, month, created);
        }
        if (LivingTerms.monthsSinceFirst(month) > 1 && random.nextInt(5) < 2) {
            blocks(Side.REDEMPTION, month, 1);
        }
    }

    private void blocks(Side side, YearMonth month, int blocks) {
        LocalDate day =
                LivingTerms.businessDay(month, DEALT_FROM_BUSINESS_DAY + random.nextInt(DEALT_WITHIN_BUSINESS_DAYS));
        Quantity shares = Quantity.of(BLOCK * blocks);
        order(side, day, 1 + random.nextInt(2), Optional.empty(), Optional.of(shares), SETTLE_DAYS);
    }

    private void order(
            Side side,
            LocalDate day,
            int participant,
            Optional<Money> amount,
            Optional<Quantity> shares,
            int settleDays) {
        facts.order(
                facts.id(side == Side.SUBSCRIPTION ? "S" : "R"),
                day,
                side,
                CLASS,
                "Participant " + participant,
                amount,
                shares,
                LivingTerms.exchange().plusBusinessDays(day, settleDays));
    }
}
