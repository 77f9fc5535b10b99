package org.assay.web.fact;

import java.util.Optional;
import org.assay.kernel.ledger.Cancellation;
import org.assay.kernel.ledger.CapitalOrder;
import org.assay.kernel.ledger.CashMovement;
import org.assay.kernel.ledger.Fact;
import org.assay.kernel.ledger.MarginRate;
import org.assay.kernel.ledger.Trade;
import org.assay.kernel.money.Money;
import org.assay.kernel.money.Quantity;
import org.assay.web.figure.Figure;
import org.assay.web.figure.Words;

/** A fact in one sentence. */
final class FactWords {
    private FactWords() {}

    static String of(Fact fact) {
        if (fact instanceof Trade trade) {
            boolean isPurchase = trade.quantity().signum() > 0;
            return "%s %s %s at %s, %s, settles %s"
                    .formatted(
                            isPurchase ? "Bought" : "Sold",
                            Figure.of(new Quantity(trade.quantity().units().abs()))
                                    .text(),
                            trade.instrument(),
                            trade.price(),
                            trade.location(),
                            trade.settleDate());
        }
        if (fact instanceof CapitalOrder order) {
            String much = order.amount()
                    .map(FactWords::money)
                    .or(() -> order.shares().map(shares -> Figure.of(shares).text() + " shares"))
                    .orElse("");
            return "%s of class %s by %s: %s, dealt %s, settles %s"
                    .formatted(
                            Words.of(order.side().name()),
                            order.shareClass(),
                            order.investor(),
                            much,
                            order.dealingDate(),
                            order.settleDate());
        }
        if (fact instanceof CashMovement cash) {
            String to = cash.toAccount()
                    .map(account -> " to %s%s"
                            .formatted(
                                    account,
                                    cash.toAmount()
                                            .map(money -> ", " + money(money))
                                            .orElse("")))
                    .orElse("");
            Optional<String> shareClass = cash.shareClass().map(code -> ", class " + code);
            return "%s: %s from %s%s%s"
                    .formatted(
                            Words.of(cash.kind().name()),
                            money(cash.amount()),
                            cash.account(),
                            to,
                            shareClass.orElse(""));
        }
        if (fact instanceof MarginRate rate) {
            return "Initial margin of %s: %s a lot".formatted(rate.scope(), money(rate.perLot()));
        }
        return fact instanceof Cancellation cancellation
                ? "Cancels %s: %s".formatted(cancellation.stamp().corrects().orElse(""), cancellation.reason())
                : "";
    }

    /** A kind of facts, one of them: {@code a trade}. */
    static String one(String kind) {
        return switch (kind) {
            case "trades" -> "a trade";
            case "capital" -> "a capital order";
            case "cash" -> "a cash movement";
            case "margin" -> "an initial margin rate";
            case "cancellations" -> "a cancellation";
            default -> throw new IllegalStateException("no word for " + kind);
        };
    }

    /** All of them: {@code Exchange rates}. */
    static String many(String kind) {
        return switch (kind) {
            case "capital" -> "Capital orders";
            case "cash" -> "Cash movements";
            case "margin" -> "Initial margin rates";
            case "fx" -> "Exchange rates";
            default -> Words.of(kind);
        };
    }

    private static String money(Money money) {
        return "%s %s".formatted(Figure.of(money).text(), money.currency());
    }
}
