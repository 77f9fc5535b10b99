package org.assay.reports.pdf;

import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.assay.kernel.ledger.Account;
import org.assay.kernel.ledger.Entry;
import org.assay.kernel.ledger.Line;
import org.assay.kernel.ledger.Lot;
import org.assay.kernel.money.Money;
import org.assay.kernel.money.Quantity;
import org.assay.reports.StruckNav;
import org.assay.reports.layout.Section;
import org.assay.reports.layout.Table;

/** From what stood at the last close to what stands at this one: net assets, shares, cost. */
final class RollForwards {
    private final StruckNav nav;
    private final Journal journal;
    private final List<ClassMoves> moves;

    RollForwards(StruckNav nav) {
        this.nav = nav;
        this.journal = new Journal(nav);
        this.moves = ClassMoves.of(nav);
    }

    /** C02. */
    Section netAssets() {
        Money zero = journal.zero();
        Money opening = journal.opening(balance -> balance.key().account().isOnBalanceSheet());
        Money subscribed = ClassMoves.sum(moves, zero, ClassMoves::subscribed);
        Money redeemed = ClassMoves.sum(moves, zero, ClassMoves::redeemed).negate();
        Money kept = ClassMoves.sum(moves, zero, ClassMoves::kept);
        Money income = gained("42");
        Money expenses = gained("5");
        Money realised = gained("40");
        Money unrealised = gained("41");
        Money rolled = List.of(opening, subscribed, redeemed, kept, income, expenses, realised, unrealised).stream()
                .reduce(zero, Money::plus);
        return Table.of("roll-nav", nav.fund().base())
                .row("Net assets at the last close", opening)
                .row("Subscriptions that entered at the open", subscribed)
                .row("Redemptions that left at the open", redeemed)
                .row("Redemption fees that stayed", kept)
                .row("Income", income)
                .row("Expenses", expenses)
                .row("Realised result", realised)
                .row("Change in unrealised result", unrealised)
                .total("Net assets at this close", nav.result().netAssets())
                .check(
                        "opening + what moved them less net assets as struck",
                        rolled.minus(nav.result().netAssets()))
                .section();
    }

    private Money gained(String code) {
        return journal.posted(line -> line.account().code().startsWith(code)).negate();
    }

    /** C04. */
    Section shares() {
        Table table = Table.of("roll-shares", nav.fund().base());
        moves.forEach(move -> table.row(
                move.shareClass(),
                move.openingShares(),
                move.issued(),
                move.cancelled().negate(),
                move.closingShares(),
                move.sharesDifference()));
        return table.check(
                        "opening + issued less redeemed less closing, of every class",
                        moves.stream().map(ClassMoves::sharesDifference).toArray(Quantity[]::new))
                .section();
    }

    /**
     * C06: opening and closing come from the lots, what lies between from the ledger's cost accounts.
     *
     * @see CostMoves
     */
    Section cost() {
        Table table = Table.of("roll-cost", nav.fund().base());
        SortedMap<String, CostMoves> all = costs(nav);
        all.forEach((instrument, cost) -> table.row(
                instrument,
                cost.opening(),
                cost.bought(),
                cost.sold().negate(),
                cost.amortised(),
                cost.closing(),
                cost.difference()));
        if (all.isEmpty()) {
            return table.line("Nothing that has a cost was held or traded.").section();
        }
        CostMoves sum = all.values().stream().reduce(CostMoves.none(journal.zero()), CostMoves::plus);
        return table.total(
                        "Total",
                        sum.opening(),
                        sum.bought(),
                        sum.sold().negate(),
                        sum.amortised(),
                        sum.closing(),
                        sum.difference())
                .check(
                        "opening + bought less sold at cost + amortised less closing, of every instrument",
                        all.values().stream().map(CostMoves::difference).toArray(Money[]::new))
                .note(
                        "Opening and closing are the cost of the lots; what lies between is from accounts 1100 and 1110. Bills earn"
                                + " their discount into their cost.")
                .section();
    }

    /**
     * What moved the cost of an instrument, in base currency.
     *
     * @param sold cost of what was sold or repaid, above zero
     */
    record CostMoves(Money opening, Money bought, Money sold, Money amortised, Money closing) {
        static CostMoves none(Money zero) {
            return new CostMoves(zero, zero, zero, zero, zero);
        }

        Money difference() {
            return opening.plus(bought).minus(sold).plus(amortised).minus(closing);
        }

        CostMoves plus(CostMoves other) {
            return new CostMoves(
                    opening.plus(other.opening),
                    bought.plus(other.bought),
                    sold.plus(other.sold),
                    amortised.plus(other.amortised),
                    closing.plus(other.closing));
        }
    }

    /** Of everything paid for in full that was held or traded. */
    static SortedMap<String, CostMoves> costs(StruckNav nav) {
        Money zero = Money.zero(nav.fund().base());
        SortedMap<String, Money> opening = lots(nav.inputs().opening().lots());
        SortedMap<String, Money> closing = lots(nav.result().closing().lots());
        SortedMap<String, Money> bought = new TreeMap<>();
        SortedMap<String, Money> sold = new TreeMap<>();
        SortedMap<String, Money> amortised = new TreeMap<>();
        for (Entry entry : nav.result().entries()) {
            for (Line line : entry.lines()) {
                if (line.account() == Account.TOKENS_AT_COST || line.account() == Account.SECURITIES_AT_COST) {
                    boolean accretion = entry.kind().equals("accretion of discount");
                    SortedMap<String, Money> sums =
                            accretion ? amortised : line.base().signum() > 0 ? bought : sold;
                    sums.merge(line.tag().instrument().orElseThrow(), line.base(), Money::plus);
                }
            }
        }
        SortedSet<String> instruments = new TreeSet<>(opening.keySet());
        List.of(closing, bought, sold, amortised).forEach(sums -> instruments.addAll(sums.keySet()));
        SortedMap<String, CostMoves> costs = new TreeMap<>();
        for (String instrument : instruments) {
            costs.put(
                    instrument,
                    new CostMoves(
                            opening.getOrDefault(instrument, zero),
                            bought.getOrDefault(instrument, zero),
                            sold.getOrDefault(instrument, zero).negate(),
                            amortised.getOrDefault(instrument, zero),
                            closing.getOrDefault(instrument, zero)));
        }
        return costs;
    }

    /** A future has no cost and stays out. */
    private static SortedMap<String, Money> lots(List<Lot> lots) {
        SortedMap<String, Money> costs = new TreeMap<>();
        lots.stream()
                .filter(lot -> !lot.baseCost().isZero())
                .forEach(lot -> costs.merge(lot.instrument(), lot.baseCost(), Money::plus));
        return costs;
    }
}
