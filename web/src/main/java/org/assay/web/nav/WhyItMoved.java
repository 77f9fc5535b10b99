package org.assay.web.nav;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.assay.kernel.ledger.Account;
import org.assay.kernel.ledger.Entry;
import org.assay.kernel.ledger.Line;
import org.assay.kernel.ledger.Lot;
import org.assay.kernel.money.Money;
import org.assay.kernel.money.Price;
import org.assay.kernel.nav.Books;
import org.assay.kernel.nav.ClassState;
import org.assay.kernel.nav.NavInputs;
import org.assay.kernel.nav.NavResult;
import org.assay.kernel.pricing.Mark;
import org.assay.kernel.pricing.Spot;
import org.assay.web.figure.Figure;

/**
 * Why net assets moved since the last close. Every line of the day's journal that is result or capital belongs to exactly
 * one cause, so the causes add up to the change; what is left is shown as unexplained and reads zero.
 *
 * <p>The two sides are made apart: the causes from the journal, the change from net assets at the two closes.
 */
public final class WhyItMoved {
    private final NavInputs inputs;
    private final NavResult result;
    private final Money zero;

    /**
     * One cause.
     *
     * @param amount what it added to net assets
     * @param trail the figure that explains it; empty when there is none
     */
    public record Cause(String label, Money amount, String trail) {}

    private WhyItMoved(NavInputs inputs, NavResult result) {
        this.inputs = inputs;
        this.result = result;
        this.zero = Money.zero(inputs.terms().base());
    }

    public static WhyItMoved of(NavInputs inputs, NavResult result) {
        return new WhyItMoved(inputs, result);
    }

    /** Net assets at the last close. */
    public Money opening() {
        return inputs.opening().classes().stream().map(ClassState::netAssets).reduce(zero, Money::plus);
    }

    /** Of net assets since then. */
    public Money change() {
        return result.netAssets().minus(opening());
    }

    /** What no cause accounts for: zero, or a fault of ours. */
    public Money unexplained() {
        return causes().stream().map(Cause::amount).reduce(change(), Money::minus);
    }

    /** What is held first, the largest first; then income, costs and capital. Causes of nothing are left out. */
    public List<Cause> causes() {
        List<Cause> causes = new ArrayList<>(holdings());
        causes.addAll(others());
        return causes.stream().filter(cause -> !cause.amount().isZero()).toList();
    }

    private List<Cause> holdings() {
        SortedMap<String, Money> sums = new TreeMap<>();
        lines().stream()
                .filter(WhyItMoved::isHolding)
                .forEach(line -> sums.merge(line.tag().instrument().orElse(""), gain(line), Money::plus));
        return sums.entrySet().stream()
                .map(sum -> new Cause(holding(sum.getKey()), sum.getValue(), trail(sum.getKey())))
                .sorted(Comparator.comparing(
                        (Cause cause) -> cause.amount().abs().amount(), Comparator.reverseOrder()))
                .toList();
    }

    private List<Cause> others() {
        Map<String, Cause> causes = new LinkedHashMap<>();
        lines().stream()
                .filter(line -> !isHolding(line))
                .sorted(Comparator.comparing(Line::account).thenComparing(Line::tag))
                .forEach(line -> causes.merge(
                        other(line),
                        new Cause(other(line), gain(line), trail(line)),
                        (sum, more) -> new Cause(sum.label(), sum.amount().plus(more.amount()), sum.trail())));
        return List.copyOf(causes.values());
    }

    /** Result and capital, in the order of posting. */
    private List<Line> lines() {
        return result.entries().stream()
                .map(Entry::lines)
                .flatMap(List::stream)
                .filter(line -> line.account().isResult() || line.account().type() == Account.Type.CAPITAL)
                .toList();
    }

    /** A credit adds to net assets, and debit is positive. */
    private static Money gain(Line line) {
        return line.base().negate();
    }

    /** Realised and unrealised alike: a sale turns one into the other and moves nothing. */
    private static boolean isHolding(Line line) {
        return switch (line.account()) {
            case REALISED_PRICE,
                    REALISED_CURRENCY,
                    REALISED_FUTURES,
                    REALISED_IN_KIND,
                    CHANGE_UNREALISED_PRICE,
                    CHANGE_UNREALISED_CURRENCY,
                    CHANGE_UNREALISED_FUTURES -> true;
            default -> false;
        };
    }

    private String holding(String instrument) {
        if (instrument.isEmpty()) {
            return "Exchange of currencies";
        }
        Optional<Spot> rate = inputs.rates().values().stream()
                .filter(spot -> instrument.endsWith(spot.rate().currency().code()))
                .filter(spot -> !inputs.instruments().containsKey(instrument))
                .findFirst();
        if (rate.isPresent()) {
            String what = instrument.startsWith("CLAIMS-") ? "Claims in " : "Money in ";
            return "%s%s, at %s"
                    .formatted(
                            what,
                            rate.get().rate().currency(),
                            rate.get().rate().rate());
        }
        Optional<Price> now = price(instrument, result.closing());
        Optional<Price> before = price(instrument, inputs.opening());
        if (now.isPresent() && before.isPresent()) {
            String how = result.estimate(instrument).isPresent() ? "estimated price" : "price";
            return "%s, %s %s from %s".formatted(instrument, how, shown(now.get()), shown(before.get()));
        }
        return now.map(price -> "%s, new at %s".formatted(instrument, shown(price)))
                .orElse(instrument);
    }

    /** What its lots were marked at, observed or not; without lots, what was last observed. */
    private static Optional<Price> price(String instrument, Books books) {
        return books.lots().stream()
                .filter(lot -> lot.instrument().equals(instrument))
                .map(Lot::marked)
                .findFirst()
                .or(() -> books.marks().stream()
                        .filter(mark -> mark.instrument().equals(instrument))
                        .map(Mark::price)
                        .findFirst());
    }

    private static String shown(Price price) {
        return Figure.of(price).text();
    }

    private String trail(String instrument) {
        boolean isHeld = result.positions().stream()
                .anyMatch(position -> position.instrument().equals(instrument));
        return isHeld ? "position:" + instrument : "";
    }

    private static String other(Line line) {
        String shareClass =
                line.tag().shareClass().map(code -> ", class " + code).orElse("");
        return switch (line.account()) {
            case INTEREST_INCOME -> line.tag().instrument().isPresent() ? "Interest on bills" : "Interest on cash";
            case MANAGEMENT_FEE -> "Management fee" + shareClass;
            case COMMISSION -> "Commission and clearing";
            case SHARES_ISSUED -> "Subscriptions" + shareClass;
            case SHARES_REDEEMED -> "Redemptions" + shareClass;
            default -> line.account().label() + shareClass;
        };
    }

    private static String trail(Line line) {
        return line.tag()
                .shareClass()
                .map(code -> "net_assets:" + code)
                .orElse("account:" + line.account().code());
    }

    /** What basis points are of: zero before the first capital, and then there are none. */
    public BigDecimal whole() {
        return opening().amount();
    }
}
