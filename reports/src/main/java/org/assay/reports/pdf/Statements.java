package org.assay.reports.pdf;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.assay.kernel.ledger.Account;
import org.assay.kernel.ledger.Balance;
import org.assay.kernel.ledger.CapitalOrder;
import org.assay.kernel.money.Money;
import org.assay.kernel.nav.Deal;
import org.assay.kernel.nav.NavResult.ClassNav;
import org.assay.reports.PastNav;
import org.assay.reports.StruckNav;
import org.assay.reports.layout.Figures;
import org.assay.reports.layout.Section;
import org.assay.reports.layout.Table;

/** What the fund is worth, what the day brought, and what changed: the three statements. */
final class Statements {
    private final StruckNav nav;
    private final Journal journal;
    private final List<ClassMoves> moves;
    private final Money netAssets;

    Statements(StruckNav nav) {
        this.nav = nav;
        this.journal = new Journal(nav);
        this.moves = ClassMoves.of(nav);
        this.netAssets = nav.result().netAssets();
    }

    Section classes() {
        Table table = table("classes");
        Money sum = journal.zero();
        for (ClassNav shareClass : nav.result().classes()) {
            sum = sum.plus(shareClass.netAssets());
            table.row(
                    shareClass.shareClass(),
                    shareClass.netAssets(),
                    shareClass.shares(),
                    perShare(nav, shareClass),
                    Figures.percent(shareClass.netAssets().amount(), netAssets.amount()),
                    sinceLast(nav, shareClass));
        }
        return table.total("Fund", netAssets)
                .check("net assets of the classes less those of the fund", sum.minus(netAssets))
                .section();
    }

    /** Every account of the balance sheet, so that the lines add up to net assets without a remainder. */
    Section accounts() {
        Table table = table("net-assets");
        Money assets = side(table, "Assets", Account.Type.ASSET);
        Money liabilities = side(table, "Liabilities", Account.Type.LIABILITY);
        Money worth = assets.plus(liabilities);
        return table.total("", "Net assets", "", worth, weight(worth))
                .check("assets less liabilities less net assets as struck", worth.minus(netAssets))
                .section();
    }

    private Money side(Table table, String heading, Account.Type type) {
        table.group(heading);
        SortedMap<Account, SortedMap<String, Money>> sums = new TreeMap<>();
        for (Balance balance : nav.result().closing().balances()) {
            if (balance.key().account().type() == type) {
                sums.computeIfAbsent(balance.key().account(), account -> new TreeMap<>())
                        .merge(balance.key().tag().shareClass().orElse(""), balance.base(), Money::plus);
            }
        }
        Money total = journal.zero();
        for (Account account : sums.keySet()) {
            for (String shareClass : sums.get(account).keySet()) {
                Money sum = sums.get(account).get(shareClass);
                total = total.plus(sum);
                table.row(account.code(), account.label(), shareClass, sum, weight(sum));
            }
        }
        table.total("", "Total " + heading.toLowerCase(Locale.ROOT), "", total, weight(total));
        return total;
    }

    /** Per account: what belongs to the fund as a whole, which is allocated, and what belongs to one class. */
    Section operations() {
        Table table = table("operations");
        List<Money> none = List.of(journal.zero(), journal.zero());
        List<Money> income = kind(table, "Income", "42", none);
        List<Money> expenses = kind(table, "Expenses", "5", none);
        sum(table, "Net investment income", plus(income, expenses));
        List<Money> realised = kind(table, "Realised", "40", none);
        sum(table, "Net realised result", realised);
        List<Money> unrealised = kind(table, "Change in unrealised", "41", none);
        sum(table, "Net change in unrealised result", unrealised);
        List<Money> result = plus(plus(income, expenses), plus(realised, unrealised));
        sum(table, "Result of operations", result);
        Money allocated = ClassMoves.sum(moves, journal.zero(), ClassMoves::allocated);
        Money own = ClassMoves.sum(moves, journal.zero(), ClassMoves::own);
        return table.check(
                        "result of operations less what was allocated to the classes and is theirs alone",
                        result.get(0).minus(allocated),
                        result.get(1).minus(own))
                .section();
    }

    /** The accounts whose code begins so. @return of the fund, of a class alone */
    private List<Money> kind(Table table, String heading, String code, List<Money> none) {
        table.group(heading);
        List<Money> sum = none;
        boolean any = false;
        for (Account account : Account.values()) {
            if (account.code().startsWith(code)) {
                Money fund = journal.gained(account, line -> !Journal.isOfClass(line));
                Money own = journal.gained(account, Journal::isOfClass);
                if (!fund.isZero() || !own.isZero()) {
                    any = true;
                    sum = plus(sum, List.of(fund, own));
                    table.row(account.code(), account.label(), fund, own, fund.plus(own));
                }
            }
        }
        if (!any) {
            table.row("", "None");
        }
        return sum;
    }

    private static List<Money> plus(List<Money> one, List<Money> other) {
        return List.of(one.get(0).plus(other.get(0)), one.get(1).plus(other.get(1)));
    }

    private static void sum(Table table, String label, List<Money> sum) {
        table.total("", label, sum.get(0), sum.get(1), sum.get(0).plus(sum.get(1)));
    }

    Section allocation() {
        Table table = table("allocation");
        Money whole = ClassMoves.sum(moves, journal.zero(), ClassMoves::afterCapital);
        for (ClassMoves move : moves) {
            table.row(
                    move.shareClass(),
                    move.afterCapital(),
                    Figures.percent(move.afterCapital().amount(), whole.amount()),
                    move.allocated(),
                    move.own(),
                    move.result());
        }
        return table.total(
                        "Fund",
                        whole,
                        "",
                        ClassMoves.sum(moves, journal.zero(), ClassMoves::allocated),
                        ClassMoves.sum(moves, journal.zero(), ClassMoves::own),
                        ClassMoves.sum(moves, journal.zero(), ClassMoves::result))
                .note(
                        "The fund's result is allocated once a strike, by opening net assets after capital; spare cents go to the"
                                + " largest remainders. Where nobody owned anything yet, by what is being dealt.")
                .section();
    }

    Section changes() {
        Table table = table("changes");
        moves.forEach(move -> table.row(
                move.shareClass(),
                move.opening(),
                move.subscribed(),
                move.redeemed().negate(),
                move.kept(),
                move.allocated(),
                move.own(),
                move.closing()));
        Money zero = journal.zero();
        Money closing = ClassMoves.sum(moves, zero, ClassMoves::closing);
        return table.total(
                        "Fund",
                        ClassMoves.sum(moves, zero, ClassMoves::opening),
                        ClassMoves.sum(moves, zero, ClassMoves::subscribed),
                        ClassMoves.sum(moves, zero, ClassMoves::redeemed).negate(),
                        ClassMoves.sum(moves, zero, ClassMoves::kept),
                        ClassMoves.sum(moves, zero, ClassMoves::allocated),
                        ClassMoves.sum(moves, zero, ClassMoves::own),
                        closing)
                .check(
                        "opening + what moved it less closing, of each class and of the fund",
                        Stream.concat(moves.stream().map(ClassMoves::difference), Stream.of(closing.minus(netAssets)))
                                .toArray(Money[]::new))
                .note(
                        "Capital dealt at one strike enters at the open of the next day, so that nobody shares in a day they were"
                                + " not there for.")
                .section();
    }

    /** What this NAV per share did to investors; it enters net assets at the next open. */
    Section dealt() {
        Table table = table("dealt");
        for (Deal deal : nav.result().closing().deals()) {
            CapitalOrder order = deal.order();
            table.row(
                    order.stamp().id(),
                    order.shareClass(),
                    Wording.word(order.side()),
                    deal.price(),
                    deal.shares(),
                    deal.amount(),
                    order.settleDate());
        }
        return table.orLine("No order was dealt.").section();
    }

    /** At the decimals of the class. */
    static String perShare(StruckNav nav, ClassNav shareClass) {
        int decimals = nav.inputs().terms().shareClass(shareClass.shareClass()).priceDecimals();
        return Figures.of(shareClass.perShare(), decimals);
    }

    /** What a share gained since the last strike, in per cent; empty on a class's first day. */
    static String sinceLast(StruckNav nav, ClassNav shareClass) {
        Optional<PastNav> last = nav.history().stream()
                .filter(past -> past.shareClass().equals(shareClass.shareClass()))
                .filter(past -> past.date().isBefore(nav.result().date()))
                .reduce((earlier, later) -> later);
        return last.map(past -> Figures.percent(
                        shareClass.perShare().since(past.perShare()),
                        past.perShare().perUnit()))
                .orElse("");
    }

    private String weight(Money part) {
        return Figures.percent(part.amount(), netAssets.amount());
    }

    private Table table(String layout) {
        return Table.of(layout, nav.fund().base());
    }
}
