package org.assay.pack.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.assay.kernel.instrument.Token;

/** Buys and sells tokens until each has its weight again; a difference below one percent of net assets is let be. */
final class TokenDesk implements Desk {
    private static final int LET_BE_PERCENT = 1;

    private final FactBook facts;
    private final Market market;
    private final List<Weight> weights;

    /** @param percent of net assets */
    record Weight(Token token, int percent) {}

    TokenDesk(FactBook facts, Market market, List<Weight> weights) {
        this.facts = facts;
        this.market = market;
        this.weights = weights;
    }

    @Override
    public void act(Look look) {
        for (Weight weight : weights) {
            BigDecimal price = market.on(look.day(), weight.token());
            BigDecimal held = look.units(weight.token(), FactBook.VAULT).multiply(price);
            BigDecimal missing = look.percent(weight.percent()).subtract(held);
            if (look.isAtLeast(LET_BE_PERCENT, missing)) {
                facts.token(facts.id("T"), look.day(), weight.token(), missing.divide(price, 2, RoundingMode.DOWN));
            }
        }
    }
}
