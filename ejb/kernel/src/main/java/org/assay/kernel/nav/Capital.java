package org.assay.kernel.nav;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.assay.kernel.ErrorCode;
import org.assay.kernel.Finding.Severity;
import org.assay.kernel.FundException;
import org.assay.kernel.ledger.Account;
import org.assay.kernel.ledger.CapitalOrder;
import org.assay.kernel.ledger.CapitalOrder.Side;
import org.assay.kernel.ledger.Due;
import org.assay.kernel.ledger.Fact;
import org.assay.kernel.ledger.Tag;
import org.assay.kernel.money.Money;
import org.assay.kernel.money.Price;
import org.assay.kernel.money.Quantity;
import org.assay.kernel.money.Rate;

/**
 * Capital. An order is dealt at the NAV per share of its dealing day T, and enters net assets at the open of T+1, so that
 * nobody shares in a day they were not there for (rule G8).
 */
final class Capital {
    /** With four decimals the part of a share that an amount does not reach is worth about a cent. */
    private static final int WHOLE_CENTS = 4;

    private Capital() {}

    /** What the strike before dealt becomes capital: J01b, J01c, J02a. */
    static void enterDealt(Day day) {
        for (Deal deal : day.inputs.opening().deals()) {
            if (deal.order().side() == Side.SUBSCRIPTION) {
                subscribe(day, deal);
            } else {
                redeem(day, deal);
            }
        }
    }

    /** Takes an order; money that comes before the dealing day waits as a liability (J01a). */
    static void take(Day day, CapitalOrder order) {
        ShareClass shareClass = day.classDay(order.shareClass()).terms;
        if (order.dealingDate().isBefore(shareClass.launch())) {
            throw new FundException(
                    ErrorCode.TERMS,
                    order.stamp().id(),
                    "dealing_date",
                    order.dealingDate().toString(),
                    "the launch of class %s, %s, or a later day".formatted(shareClass.code(), shareClass.launch()));
        }
        if (order.side() == Side.REDEMPTION && order.amount().isPresent() && shareClass.shareDecimals() < WHOLE_CENTS) {
            throw new FundException(
                    ErrorCode.TERMS,
                    order.stamp().id(),
                    "amount",
                    order.amount().get().toString(),
                    "shares: class %s cancels shares at %s decimals, too coarse for an amount"
                            .formatted(shareClass.code(), shareClass.shareDecimals()));
        }
        day.orders.add(order);
        if (order.side() == Side.SUBSCRIPTION && order.isPaidEarly()) {
            Money amount = order.amount()
                    .orElseThrow(() -> new FundException(
                            ErrorCode.TERMS,
                            order.stamp().id(),
                            "settle_date",
                            order.settleDate().toString(),
                            "after the dealing day, because an order by shares has no amount before it"));
            Settlement.expect(day, due(day, order, Account.SUBSCRIPTIONS_IN_ADVANCE, amount));
        }
    }

    /**
     * An order that waits for its dealing day may be replaced or cancelled as long as no money has come for it: it is simply
     * gone. Once it has, only a restatement can undo it.
     */
    static void withdraw(Day day) {
        for (String id : day.inputs.struckAlready()) {
            boolean unpaid = day.orders.stream()
                    .filter(order -> order.stamp().id().equals(id))
                    .anyMatch(order -> order.side() == Side.REDEMPTION
                            || !order.isPaidEarly()
                            || day.dues.stream().anyMatch(due -> due.fact().equals(id)));
            if (unpaid) {
                day.orders.removeIf(order -> order.stamp().id().equals(id));
                day.dues.removeIf(due -> due.fact().equals(id));
            }
        }
    }

    /**
     * Deals every order whose day has come, at the NAV per share just struck. A redemption of more shares than its class has
     * left is not in good order: it waits, and is told of, until the class has enough or a new fact replaces it. It gets the
     * price next computed after that, as any order does (rule 22c-1, 17 CFR 270.22c-1).
     */
    static void deal(Day day) {
        List<CapitalOrder> today = day.orders.stream()
                .filter(order -> !order.dealingDate().isAfter(day.date))
                .sorted(Fact.ORDER)
                .toList();
        SortedMap<String, Quantity> left = new TreeMap<>();
        day.classes.forEach((code, shareClass) -> left.put(code, shareClass.shares));
        for (CapitalOrder order : today) {
            Deal deal = deal(day, order);
            if (order.side() == Side.REDEMPTION) {
                Quantity after = left.get(order.shareClass()).minus(deal.shares());
                if (after.signum() < 0) {
                    exceeds(day, deal, left.get(order.shareClass()));
                    continue;
                }
                left.put(order.shareClass(), after);
            }
            checkStated(day, deal);
            day.deals.add(deal);
            day.orders.remove(order);
        }
        if (isLeftByAll(day, left)) {
            payOut(day);
        }
        day.deals.forEach(deal -> receiveBeforeEntry(day, deal));
    }

    private static void exceeds(Day day, Deal deal, Quantity left) {
        day.find(
                "C30",
                Severity.REVIEW,
                deal.order().stamp().id(),
                deal.shares().units(),
                left.units(),
                "the order is for %s shares of class %s, which has %s left: not dealt; replace it or take it back"
                        .formatted(deal.shares(), deal.order().shareClass(), left));
    }

    private static boolean isLeftByAll(Day day, SortedMap<String, Quantity> left) {
        return !day.deals.isEmpty()
                && left.values().stream().allMatch(Quantity::isZero)
                && day.deals.stream().allMatch(deal -> deal.order().side() == Side.REDEMPTION);
    }

    /**
     * When the last holders of a fund leave, nobody stays to whom rounding could belong: the last order of each class takes
     * what the class has, as the last piece of a lot takes its cost (rule G5).
     */
    private static void payOut(Day day) {
        SortedMap<String, Integer> last = new TreeMap<>();
        SortedMap<String, Money> rest = new TreeMap<>();
        day.classes.forEach((code, shareClass) -> rest.put(code, shareClass.netAssets()));
        for (int i = 0; i < day.deals.size(); i++) {
            Deal deal = day.deals.get(i);
            last.put(deal.order().shareClass(), i);
            rest.merge(deal.order().shareClass(), deal.amount(), Money::minus);
        }
        last.forEach((code, i) -> {
            Deal deal = day.deals.get(i);
            day.deals.set(
                    i,
                    new Deal(
                            deal.order(),
                            deal.price(),
                            deal.shares(),
                            deal.amount().plus(rest.get(code))));
        });
    }

    /** A dealing date between strikes is dealt by the next: money due by then comes before the capital does. */
    private static void receiveBeforeEntry(Day day, Deal deal) {
        CapitalOrder order = deal.order();
        boolean comesNow = !order.isPaidEarly() && !order.settleDate().isAfter(day.date);
        if (order.side() == Side.SUBSCRIPTION && comesNow) {
            Settlement.expect(day, due(day, order, Account.SUBSCRIPTIONS_IN_ADVANCE, deal.amount()));
        }
    }

    /** NAV per share as published and dealt; the initial price while a class has no shares (rule G4). */
    static Price perShare(Day.ClassDay shareClass) {
        ShareClass terms = shareClass.terms;
        if (shareClass.shares.isZero()) {
            return terms.initialPrice();
        }
        BigDecimal perShare = shareClass
                .netAssets()
                .amount()
                .divide(shareClass.shares.units(), terms.priceDecimals(), RoundingMode.HALF_UP);
        return new Price(perShare, terms.initialPrice().currency());
    }

    private static void subscribe(Day day, Deal deal) {
        CapitalOrder order = deal.order();
        boolean early = order.isPaidEarly()
                || day.lastStrike()
                        .filter(dealt -> !order.settleDate().isAfter(dealt))
                        .isPresent();
        Account claim = early ? Account.SUBSCRIPTIONS_IN_ADVANCE : Account.SUBSCRIPTIONS_RECEIVABLE;
        day.ledger
                .entry("subscription", order.stamp().id())
                .add(claim, Tag.FUND, deal.amount())
                .add(
                        Account.SHARES_ISSUED,
                        Tag.ofClass(order.shareClass()),
                        deal.amount().negate())
                .post();
        if (!early) {
            Settlement.expect(day, due(day, order, claim, deal.amount()));
        }
        Day.ClassDay shareClass = day.classDay(order.shareClass());
        shareClass.shares = shareClass.shares.plus(deal.shares());
        shareClass.flow = shareClass.flow.plus(deal.amount());
    }

    private static void redeem(Day day, Deal deal) {
        CapitalOrder order = deal.order();
        day.ledger
                .entry("redemption", order.stamp().id())
                .add(Account.SHARES_REDEEMED, Tag.ofClass(order.shareClass()), deal.amount())
                .add(Account.REDEMPTIONS_PAYABLE, Tag.FUND, deal.amount().negate())
                .post();
        Settlement.expect(
                day, due(day, order, Account.REDEMPTIONS_PAYABLE, deal.amount().negate()));
        Day.ClassDay shareClass = day.classDay(order.shareClass());
        shareClass.shares = shareClass.shares.minus(deal.shares());
        shareClass.flow = shareClass.flow.minus(deal.amount());
    }

    private static Due due(Day day, CapitalOrder order, Account claim, Money amount) {
        Account cash = day.terms.cashPlace(order.account()).cash();
        return new Due(
                order.settleDate(),
                order.stamp().id(),
                claim,
                Tag.FUND,
                cash,
                Tag.at(order.account()),
                amount,
                retained(day, order, claim, amount));
    }

    /** By the fee in force on the dealing day, which was the last strike. */
    private static Optional<Due.Retained> retained(Day day, CapitalOrder order, Account claim, Money amount) {
        if (claim != Account.REDEMPTIONS_PAYABLE) {
            return Optional.empty();
        }
        ShareClass terms = day.classDay(order.shareClass()).terms;
        Rate fee = terms.redemptionFee().on(day.lastStrike().orElse(day.date));
        Money kept = day.round(amount.abs().amount().multiply(fee.fraction()), amount.currency());
        return Optional.of(new Due.Retained(terms.code(), kept)).filter(part -> !kept.isZero());
    }

    private static Deal deal(Day day, CapitalOrder order) {
        Day.ClassDay shareClass = day.classDay(order.shareClass());
        Price price = perShare(shareClass);
        if (price.perUnit().signum() <= 0) {
            throw new FundException(
                    ErrorCode.TERMS,
                    order.stamp().id(),
                    "class",
                    order.shareClass(),
                    "a NAV per share above zero to deal at");
        }
        Quantity shares = order.shares()
                .orElseGet(() -> Quantity.truncated(
                        order.amount()
                                .orElseThrow()
                                .amount()
                                .divide(price.perUnit(), shareClass.terms.shareDecimals(), RoundingMode.DOWN),
                        shareClass.terms.shareDecimals()));
        Money amount = order.amount().orElseGet(() -> day.round(price.times(shares), price.currency()));
        return new Deal(order, price, shares, amount);
    }

    /** What a file says about price and shares is checked, never used. */
    private static void checkStated(Day day, Deal deal) {
        CapitalOrder order = deal.order();
        order.statedPrice()
                .filter(stated -> !stated.equals(deal.price()))
                .ifPresent(stated -> contradict(
                        day, order, "price", stated.perUnit(), deal.price().perUnit()));
        order.statedShares()
                .filter(stated -> !stated.equals(deal.shares()))
                .ifPresent(stated -> contradict(
                        day,
                        order,
                        "number of shares",
                        stated.units(),
                        deal.shares().units()));
    }

    private static void contradict(Day day, CapitalOrder order, String what, BigDecimal stated, BigDecimal dealt) {
        day.find(
                "C30",
                Severity.REVIEW,
                order.stamp().id(),
                stated,
                dealt,
                "the order states another %s than it was dealt at; ask the transfer agent which file is wrong"
                        .formatted(what));
    }
}
