package org.assay.pack.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import org.assay.kernel.instrument.Bill;
import org.assay.kernel.ledger.CashMovement.Kind;
import org.assay.kernel.money.Money;

/**
 * Keeps bills at the custodian, and as collateral at the broker, at their parts of net assets. It looks at the start of a
 * month; each bill matures on such a day, and the next one is bought.
 */
final class BillDesk implements Desk {
    /** Face is bought in tens of thousands. */
    private static final int TENS_OF_THOUSANDS = -4;

    private static final int LET_BE_PERCENT = 3;

    private final FactBook facts;
    private final List<Bill> bills;
    private final int custodyPercent;
    private final int collateralPercent;

    /** @param bills by maturity */
    BillDesk(FactBook facts, List<Bill> bills, int custodyPercent, int collateralPercent) {
        this.facts = facts;
        this.bills = bills;
        this.custodyPercent = custodyPercent;
        this.collateralPercent = collateralPercent;
    }

    @Override
    public void act(Look look) {
        if (!look.opensMonth()) {
            return;
        }
        Bill bill = bills.stream()
                .filter(each -> each.maturity().isAfter(look.day()))
                .findFirst()
                .orElseThrow();
        trade(look, bill, FactBook.VAULT, custodyPercent);
        BigDecimal bought = trade(look, bill, FactBook.FCM, collateralPercent);
        if (look.isFirst()) {
            // The broker's own cash pays for what lies there; later bills are paid for by the one that matured.
            facts.cash(
                    facts.id("C"),
                    look.day(),
                    Kind.TRANSFER,
                    FactBook.BANK,
                    new Money(bought, LivingTerms.USD),
                    Optional.of(FactBook.FCM),
                    Optional.empty());
        }
    }

    /** @return face bought, or sold where it is negative */
    private BigDecimal trade(Look look, Bill bill, String place, int percent) {
        BigDecimal held = look.units(bill, place);
        BigDecimal missing = look.percent(percent).subtract(held).setScale(TENS_OF_THOUSANDS, RoundingMode.DOWN);
        if (missing.signum() == 0 || !(held.signum() == 0 || look.isAtLeast(LET_BE_PERCENT, missing))) {
            return BigDecimal.ZERO;
        }
        BigDecimal face = new BigDecimal(missing.toBigIntegerExact());
        facts.trade(facts.id("T"), look.day(), bill, place, face, LivingTerms.usd(0), 1);
        return face;
    }
}
