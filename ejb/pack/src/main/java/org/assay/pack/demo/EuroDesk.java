package org.assay.pack.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.SplittableRandom;
import org.assay.kernel.ledger.Account;
import org.assay.kernel.ledger.CashMovement.Kind;
import org.assay.kernel.money.Currency;
import org.assay.kernel.money.Money;

/** Keeps an account in euro, pays the fund's invoices from it, and fills it when it has run down to half. */
final class EuroDesk implements Desk {
    private static final int FULL_PERCENT = 4;

    /** What the bank takes on an exchange: five parts in ten thousand. */
    private static final BigDecimal WITH_SPREAD = new BigDecimal("1.0005");

    private final FactBook facts;
    private final Market market;
    private final String account;
    private final SplittableRandom random;

    /** @param account the place that keeps it */
    EuroDesk(FactBook facts, Market market, String account, SplittableRandom random) {
        this.facts = facts;
        this.market = market;
        this.account = account;
        this.random = random;
    }

    @Override
    public void act(Look look) {
        if (!look.opensMonth()) {
            return;
        }
        Currency euro = LivingTerms.EUR;
        BigDecimal rate = market.rate(look.day(), euro);
        BigDecimal worth = look.at(Account.CASH_AT_BANK, account, euro).amount().multiply(rate);
        if (worth.compareTo(look.percent(FULL_PERCENT / 2)) < 0) {
            Money sold = new Money(
                    look.percent(FULL_PERCENT).subtract(worth).setScale(-3, RoundingMode.DOWN), LivingTerms.USD);
            BigDecimal bought = sold.amount().divide(rate.multiply(WITH_SPREAD), euro.decimals(), RoundingMode.DOWN);
            facts.cash(
                    facts.id("C"),
                    look.day(),
                    Kind.EXCHANGE,
                    FactBook.BANK,
                    sold,
                    Optional.of(account),
                    Optional.of(new Money(bought, euro)));
        }
        if (!look.isFirst()) {
            Money invoice = new Money(BigDecimal.valueOf(random.nextInt(900_000, 2_600_000), 2), euro);
            facts.cash(facts.id("C"), look.day(), Kind.EXPENSE, account, invoice);
        }
    }
}
