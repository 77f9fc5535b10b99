package org.assay.reports.pdf;

import java.util.Locale;
import org.assay.kernel.instrument.Bill;
import org.assay.kernel.instrument.Cash;
import org.assay.kernel.instrument.Future;
import org.assay.kernel.instrument.Instrument;
import org.assay.kernel.instrument.Token;
import org.assay.kernel.instrument.UnderlyingUnit;
import org.assay.kernel.ledger.Balance;
import org.assay.kernel.ledger.Cancellation;
import org.assay.kernel.ledger.CapitalOrder;
import org.assay.kernel.ledger.CashMovement;
import org.assay.kernel.ledger.Fact;
import org.assay.kernel.ledger.MarginRate;
import org.assay.kernel.ledger.Trade;
import org.assay.kernel.money.Money;
import org.assay.reports.StruckNav;

/** The words of the pack that are not figures, and what several of its sections ask. */
final class Wording {
    private Wording() {}

    /** The heading a holding stands under. */
    static String kind(Instrument instrument) {
        if (instrument instanceof Token) {
            return "Tokens";
        }
        if (instrument instanceof Bill) {
            return "Bills";
        }
        if (instrument instanceof Cash) {
            return "Cash";
        }
        if (instrument instanceof Future) {
            return "Futures";
        }
        throw new IllegalStateException("no heading for " + instrument);
    }

    static String unit(UnderlyingUnit unit) {
        return switch (unit) {
            case CRYPTO_TOKEN -> "a token of a compute network";
            case GPU_HOUR -> "an hour of one accelerator";
            case MILLION_LLM_TOKENS -> "a million tokens of text";
            case INDEX_POINT -> "a point of the index";
            case COMMODITY_UNIT -> "a unit of the commodity";
        };
    }

    static String kind(Fact fact) {
        if (fact instanceof Trade) {
            return "Trade";
        }
        if (fact instanceof CapitalOrder) {
            return "Order";
        }
        if (fact instanceof CashMovement) {
            return "Cash";
        }
        if (fact instanceof MarginRate) {
            return "Margin rate";
        }
        if (fact instanceof Cancellation) {
            return "Cancellation";
        }
        throw new IllegalStateException("no word for " + fact);
    }

    /** What a fact says, in a line. */
    static String says(Fact fact) {
        if (fact instanceof Trade trade) {
            return "%s %s %s at %s, traded %s"
                    .formatted(
                            trade.quantity().signum() < 0 ? "sold" : "bought",
                            trade.quantity().abs(),
                            trade.instrument(),
                            trade.price(),
                            trade.tradeDate());
        }
        if (fact instanceof CapitalOrder order) {
            return "%s of class %s for %s, dealing day %s"
                    .formatted(
                            word(order.side()).toLowerCase(Locale.ROOT),
                            order.shareClass(),
                            order.amount()
                                    .map(Money::toString)
                                    .orElseGet(() -> order.shares().orElseThrow() + " shares"),
                            order.dealingDate());
        }
        if (fact instanceof CashMovement movement) {
            return "%s of %s, %s"
                    .formatted(word(movement.kind()).toLowerCase(Locale.ROOT), movement.amount(), movement.account());
        }
        if (fact instanceof MarginRate rate) {
            return "%s a lot of %s".formatted(rate.perLot(), rate.scope());
        }
        if (fact instanceof Cancellation cancellation) {
            return cancellation.reason();
        }
        throw new IllegalStateException("no words for " + fact);
    }

    static String word(Enum<?> constant) {
        String name = constant.name().replace('_', ' ');
        return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
    }

    /** At the rate of the day, in base currency. */
    static Money worth(StruckNav nav, Balance balance) {
        if (balance.key().currency().equals(nav.fund().base())) {
            return balance.base();
        }
        return nav.inputs()
                .rates()
                .get(balance.key().currency())
                .rate()
                .convert(balance.local(), nav.inputs().terms().rounding());
    }
}
