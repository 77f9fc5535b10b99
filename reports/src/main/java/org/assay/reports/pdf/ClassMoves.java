package org.assay.reports.pdf;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.assay.kernel.ledger.CapitalOrder.Side;
import org.assay.kernel.money.Money;
import org.assay.kernel.money.Quantity;
import org.assay.kernel.nav.ClassState;
import org.assay.kernel.nav.Deal;
import org.assay.kernel.nav.NavResult.ClassNav;
import org.assay.reports.StruckNav;

/**
 * What moved a class from the last close to this one.
 *
 * @param opening net assets at the last close
 * @param subscribed by orders dealt at the last strike, which entered at the open of this day
 * @param redeemed the same, above zero
 * @param kept fees that redemptions paid today left with the class
 * @param allocated its part of the fund's result
 * @param own what belongs to it alone: its fees, below zero
 * @param closing net assets as struck
 */
record ClassMoves(
        String shareClass,
        Money opening,
        Money subscribed,
        Money redeemed,
        Money kept,
        Money allocated,
        Money own,
        Money closing,
        Quantity openingShares,
        Quantity issued,
        Quantity cancelled,
        Quantity closingShares) {

    static List<ClassMoves> of(StruckNav nav) {
        return nav.result().classes().stream()
                .map(shareClass -> of(nav, shareClass))
                .toList();
    }

    private static ClassMoves of(StruckNav nav, ClassNav shareClass) {
        String code = shareClass.shareClass();
        Journal journal = new Journal(nav);
        Money subscribed = sum(nav, code, Side.SUBSCRIPTION, Deal::amount);
        Money redeemed = sum(nav, code, Side.REDEMPTION, Deal::amount);
        return new ClassMoves(
                code,
                opening(nav, code).map(ClassState::netAssets).reduce(journal.zero(), Money::plus),
                subscribed,
                redeemed,
                shareClass.flow().minus(subscribed).plus(redeemed),
                shareClass.allocated(),
                journal.posted(line -> line.account().isResult()
                                && line.tag().shareClass().filter(code::equals).isPresent())
                        .negate(),
                shareClass.netAssets(),
                opening(nav, code).map(ClassState::shares).reduce(Quantity.ZERO, Quantity::plus),
                shares(nav, code, Side.SUBSCRIPTION),
                shares(nav, code, Side.REDEMPTION),
                shareClass.shares());
    }

    /** Of all classes; shares of different classes do not add up. */
    static Money sum(List<ClassMoves> all, Money zero, Function<ClassMoves, Money> figure) {
        return all.stream().map(figure).reduce(zero, Money::plus);
    }

    Money afterCapital() {
        return opening.plus(subscribed).minus(redeemed).plus(kept);
    }

    Money result() {
        return allocated.plus(own);
    }

    /** Reads zero, or control C03 has failed. */
    Money difference() {
        return afterCapital().plus(result()).minus(closing);
    }

    /** Reads zero, or control C04 has failed. */
    Quantity sharesDifference() {
        return openingShares.plus(issued).minus(cancelled).minus(closingShares);
    }

    private static Stream<ClassState> opening(StruckNav nav, String code) {
        return nav.inputs().opening().classes().stream()
                .filter(state -> state.shareClass().equals(code));
    }

    private static Stream<Deal> deals(StruckNav nav, String code, Side side) {
        return nav.inputs().opening().deals().stream()
                .filter(deal -> deal.order().shareClass().equals(code))
                .filter(deal -> deal.order().side() == side);
    }

    private static Money sum(StruckNav nav, String code, Side side, Function<Deal, Money> figure) {
        return deals(nav, code, side).map(figure).reduce(Money.zero(nav.fund().base()), Money::plus);
    }

    private static Quantity shares(StruckNav nav, String code, Side side) {
        return deals(nav, code, side).map(Deal::shares).reduce(Quantity.ZERO, Quantity::plus);
    }
}
