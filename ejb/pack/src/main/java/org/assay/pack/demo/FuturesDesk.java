package org.assay.pack.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.assay.kernel.instrument.Future;
import org.assay.kernel.ledger.Account;
import org.assay.kernel.ledger.CashMovement.Kind;
import org.assay.kernel.money.Money;
import org.assay.kernel.roll.Programme;

/**
 * Keeps a chain's notional and the free cash at the broker at their parts of net assets. The programme rolls; between the
 * looks of a month its window opens and closes, so at each look all lots lie in one contract.
 */
final class FuturesDesk implements Desk {
    /** What is moved to and from the broker, in whole thousands. */
    private static final int THOUSANDS = -3;

    private static final int LET_BE_PERCENT = 1;

    private final FactBook facts;
    private final Market market;
    private final Programme programme;
    private final List<Future> chain;
    private final int notionalPercent;
    private final int cashPercent;

    /**
     * @param notionalPercent of net assets
     * @param cashPercent of net assets, free at the broker
     */
    FuturesDesk(
            FactBook facts,
            Market market,
            Programme programme,
            List<Future> chain,
            int notionalPercent,
            int cashPercent) {
        this.facts = facts;
        this.market = market;
        this.programme = programme;
        this.chain = chain;
        this.notionalPercent = notionalPercent;
        this.cashPercent = cashPercent;
    }

    @Override
    public void act(Look look) {
        if (look.isFirst()) {
            facts.margin(facts.id("M"), look.day(), programme.root(), LivingTerms.usd(400));
        }
        trade(look);
        fund(look);
    }

    private void trade(Look look) {
        YearMonth month = YearMonth.from(look.day());
        YearMonth held = programme.held(look.opensMonth() ? month : month.plusMonths(1));
        Future future = chain.stream()
                .filter(each -> each.contractMonth().equals(held))
                .findFirst()
                .orElseThrow();
        BigDecimal lot = market.on(look.day(), future).multiply(future.multiplier());
        BigDecimal missing = look.percent(notionalPercent)
                .subtract(look.units(future, FactBook.FCM).multiply(lot));
        BigDecimal lots = missing.divide(lot, 0, RoundingMode.DOWN);
        if (look.isAtLeast(LET_BE_PERCENT, missing) && lots.signum() != 0) {
            BigDecimal commission = programme.commissionPerLot().amount().multiply(lots.abs());
            facts.trade(
                    facts.id("T"),
                    look.day(),
                    future,
                    FactBook.FCM,
                    lots,
                    Money.rounded(commission, future.currency(), RoundingMode.HALF_UP),
                    0);
        }
    }

    /** What margin brought goes to the bank, what it took comes from there. */
    private void fund(Look look) {
        BigDecimal free =
                look.at(Account.CASH_AT_FCM, FactBook.FCM, LivingTerms.USD).amount();
        BigDecimal missing = look.percent(cashPercent).subtract(free).setScale(THOUSANDS, RoundingMode.DOWN);
        if (look.isAtLeast(LET_BE_PERCENT, missing)) {
            boolean goes = missing.signum() > 0;
            facts.cash(
                    facts.id("C"),
                    look.day(),
                    Kind.TRANSFER,
                    goes ? FactBook.BANK : FactBook.FCM,
                    new Money(missing.abs(), LivingTerms.USD),
                    Optional.of(goes ? FactBook.FCM : FactBook.BANK),
                    Optional.empty());
        }
    }
}
