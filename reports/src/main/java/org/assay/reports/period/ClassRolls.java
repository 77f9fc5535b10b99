package org.assay.reports.period;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.assay.kernel.ledger.Account;
import org.assay.kernel.ledger.CapitalOrder;
import org.assay.kernel.ledger.Entry;
import org.assay.kernel.ledger.Line;
import org.assay.kernel.money.Apportion;
import org.assay.kernel.money.Money;
import org.assay.kernel.money.Price;
import org.assay.kernel.money.Quantity;
import org.assay.kernel.nav.ClassState;
import org.assay.kernel.nav.Deal;
import org.assay.kernel.nav.NavResult.ClassNav;
import org.assay.kernel.nav.ShareClass;
import org.assay.reports.StruckDay;

/**
 * The share classes over a period. The books give each class its part of the day's result as one sum (rule G7); to tell of
 * what it was made, every account of the day is divided by the same weights, net assets after capital. Units of rounding by
 * which the parts differ from the sum are told apart, so that each class comes to what the books gave it.
 */
final class ClassRolls {
    private final SortedMap<String, ClassRoll> classes = new TreeMap<>();

    /**
     * A class on a day.
     *
     * @param days since the last strike, while it had holders; otherwise 0
     * @param base net assets at the last strike with capital entered
     * @param before NAV per share of the last strike
     */
    record DayOfClass(StruckDay day, ClassNav nav, long days, Money base, Price before, BigDecimal growth) {}

    /** @param each is told of every class of the day */
    void add(StruckDay day, Consumer<DayOfClass> each) {
        day.result().classes().forEach(nav -> classes.computeIfAbsent(nav.shareClass(), code -> begun(day, nav)));
        SortedMap<String, Money> given = capital(day);
        divide(day);
        for (Deal deal : day.inputs().opening().deals()) {
            ClassRoll roll = classes.get(deal.order().shareClass());
            if (deal.order().side() == CapitalOrder.Side.SUBSCRIPTION) {
                roll.sharesIssued = roll.sharesIssued.plus(deal.shares());
            } else {
                roll.sharesRedeemed = roll.sharesRedeemed.plus(deal.shares());
            }
        }
        long counted = day.inputs()
                .opening()
                .struck()
                .map(last -> ChronoUnit.DAYS.between(last.date(), day.inputs().date()))
                .orElse(0L);
        for (ClassNav nav : day.result().classes()) {
            ClassRoll roll = classes.get(nav.shareClass());
            Price before = roll.price;
            Money base = base(day, nav);
            roll.close(nav, base, given.getOrDefault(nav.shareClass(), Money.zero(base.currency())), counted);
            each.accept(new DayOfClass(day, nav, nav.shares().isZero() ? 0 : counted, base, before, roll.growth));
        }
    }

    List<ClassRoll> classes() {
        return new ArrayList<>(classes.values());
    }

    private static ClassRoll begun(StruckDay day, ClassNav nav) {
        ShareClass terms = day.inputs().terms().shareClass(nav.shareClass());
        Optional<ClassState> state = state(day, nav.shareClass());
        Money opening = state.map(ClassState::netAssets)
                .orElse(Money.zero(day.inputs().terms().base()));
        Quantity shares = state.map(ClassState::shares).orElse(Quantity.ZERO);
        Price price = shares.isZero()
                ? terms.initialPrice()
                : new Price(
                        opening.amount().divide(shares.units(), terms.priceDecimals(), RoundingMode.HALF_UP),
                        terms.initialPrice().currency());
        return new ClassRoll(terms, opening, shares, price, nav);
    }

    private static Optional<ClassState> state(StruckDay day, String code) {
        return day.inputs().opening().classes().stream()
                .filter(state -> state.shareClass().equals(code))
                .findFirst();
    }

    private static Money base(StruckDay day, ClassNav nav) {
        return state(day, nav.shareClass())
                .map(ClassState::netAssets)
                .orElse(Money.zero(day.inputs().terms().base()))
                .plus(nav.flow());
    }

    /** What holders brought and took, from the lines of each class. */
    private SortedMap<String, Money> capital(StruckDay day) {
        SortedMap<String, Money> distributed = new TreeMap<>();
        for (Entry entry : day.result().entries()) {
            for (Line line : entry.lines()) {
                if (line.account().type() == Account.Type.CAPITAL) {
                    String code = line.tag().shareClass().orElseThrow();
                    capital(classes.get(code), entry, line);
                    if (line.account() == Account.DISTRIBUTIONS) {
                        distributed.merge(code, line.base(), Money::plus);
                    }
                }
            }
        }
        return distributed;
    }

    /** A redemption fee is kept when the redemption is paid: capital that issues no share (J02b). */
    private static void capital(ClassRoll roll, Entry entry, Line line) {
        switch (line.account()) {
            case SHARES_ISSUED -> {
                if (entry.kind().equals("settlement")) {
                    roll.kept = roll.kept.minus(line.base());
                } else {
                    roll.issued = roll.issued.minus(line.base());
                }
            }
            case SHARES_REDEEMED -> roll.redeemed = roll.redeemed.plus(line.base());
            case DISTRIBUTIONS -> roll.distributed = roll.distributed.plus(line.base());
            default -> throw new IllegalStateException("entry %s posts to %s".formatted(entry.id(), line.account()));
        }
    }

    private void divide(StruckDay day) {
        Map<Account, Money> fund = new EnumMap<>(Account.class);
        for (Entry entry : day.result().entries()) {
            for (Line line : entry.lines()) {
                if (line.account().isResult()) {
                    line.tag()
                            .shareClass()
                            .ifPresentOrElse(
                                    code -> classes.get(code)
                                            .earn(line.account(), line.base().negate()),
                                    () -> fund.merge(line.account(), line.base().negate(), Money::plus));
                }
            }
        }
        List<ClassNav> navs = day.result().classes();
        List<BigDecimal> weights = weights(day);
        navs.forEach(nav -> {
            ClassRoll roll = classes.get(nav.shareClass());
            roll.moved = roll.moved.plus(nav.allocated());
        });
        fund.forEach((account, amount) -> {
            List<Money> parts = Apportion.byWeight(amount, weights);
            for (int i = 0; i < navs.size(); i++) {
                ClassRoll roll = classes.get(navs.get(i).shareClass());
                roll.earn(account, parts.get(i));
                roll.moved = roll.moved.minus(parts.get(i));
            }
        });
    }

    /** As the strike weighs them: a class nobody holds has no part while another has holders. */
    private static List<BigDecimal> weights(StruckDay day) {
        List<ClassNav> navs = day.result().classes();
        boolean held = navs.stream()
                .anyMatch(nav -> !nav.shares().isZero() && base(day, nav).signum() > 0);
        List<BigDecimal> owned = navs.stream()
                .map(nav -> held && nav.shares().isZero()
                        ? BigDecimal.ZERO
                        : base(day, nav).amount().max(BigDecimal.ZERO))
                .toList();
        return owned.stream().anyMatch(weight -> weight.signum() > 0)
                ? owned
                : navs.stream().map(nav -> nav.allocated().amount().abs()).toList();
    }
}
