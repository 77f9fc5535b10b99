package org.assay.kernel.nav;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.assay.kernel.ErrorCode;
import org.assay.kernel.FundException;
import org.assay.kernel.ledger.Account;
import org.assay.kernel.ledger.Balance;
import org.assay.kernel.ledger.CapitalOrder.Side;
import org.assay.kernel.ledger.Entry;
import org.assay.kernel.ledger.Line;
import org.assay.kernel.ledger.Lot;
import org.assay.kernel.ledger.Tag;
import org.assay.kernel.money.Money;
import org.assay.kernel.nav.NavResult.ClassNav;
import org.assay.kernel.nav.NavResult.Position;
import org.assay.kernel.trail.Trail;
import org.assay.kernel.trail.Trail.Source;

/**
 * Why a figure of a strike is what it is. Recomputed from the strike's own inputs and result when somebody asks.
 *
 * <p>Figures: {@code nav_per_share:A}, {@code net_assets}, {@code net_assets:A}, {@code account:1000}, {@code
 * position:RENDER}, {@code lot:ID}.
 */
public final class NavTrail {
    private final NavInputs inputs;
    private final NavResult result;
    private final String unit;
    private final PositionTrail held;

    private NavTrail(NavInputs inputs, NavResult result) {
        this.inputs = inputs;
        this.result = result;
        this.unit = inputs.terms().base().code();
        this.held = new PositionTrail(inputs, result);
    }

    /** @throws FundException UNKNOWN_REFERENCE when the strike has no such figure */
    public static Trail of(NavInputs inputs, NavResult result, String figure) {
        NavTrail trail = new NavTrail(inputs, result);
        String[] parts = figure.split(":", 2);
        String subject = parts.length == 2 ? parts[1] : "";
        return switch (parts[0]) {
            case "nav_per_share" -> trail.perShare(trail.nav(figure, subject));
            case "net_assets" -> subject.isEmpty() ? trail.fund() : trail.netAssets(trail.nav(figure, subject));
            case "account" -> trail.account(trail.chart(figure, subject));
            case "position" -> trail.positions(figure, subject);
            case "lot" -> trail.held.lot(trail.openLot(figure, subject));
            default -> throw unknown(figure);
        };
    }

    private Trail perShare(ClassNav nav) {
        ShareClass terms = inputs.terms().shareClass(nav.shareClass());
        if (nav.shares().isZero()) {
            return Trail.leaf(
                    "NAV per share of class %s: its initial price, as it has no shares".formatted(nav.shareClass()),
                    nav.perShare().perUnit(),
                    unit);
        }
        return Trail.of(
                "NAV per share of class %s on %s = net assets / shares, HALF_UP at %s decimals"
                        .formatted(nav.shareClass(), result.date(), terms.priceDecimals()),
                nav.perShare().perUnit(),
                unit + " a share",
                List.of(netAssets(nav), shares(nav)));
    }

    private Trail shares(ClassNav nav) {
        List<Trail> from = new ArrayList<>();
        inputs.opening().classes().stream()
                .filter(state -> state.shareClass().equals(nav.shareClass()))
                .forEach(state ->
                        from.add(Trail.leaf("at the last close", state.shares().units(), "shares")));
        deals(nav)
                .forEach(deal -> from.add(Trail.leaf(
                                "%s %s, dealt at %s".formatted(deal.order().side(), id(deal), deal.price()),
                                isIssue(deal)
                                        ? deal.shares().units()
                                        : deal.shares().units().negate(),
                                "shares")
                        .citing(Source.fact(id(deal)))));
        return Trail.of("shares of class " + nav.shareClass(), nav.shares().units(), "shares", from);
    }

    private Trail netAssets(ClassNav nav) {
        List<Trail> from = new ArrayList<>();
        inputs.opening().classes().stream()
                .filter(state -> state.shareClass().equals(nav.shareClass()))
                .forEach(state -> from.add(money("net assets at the last close", state.netAssets())));
        deals(nav)
                .forEach(deal -> from.add(money(
                                "%s %s, entered at the open"
                                        .formatted(deal.order().side(), id(deal)),
                                isIssue(deal) ? deal.amount() : deal.amount().negate())
                        .citing(Source.fact(id(deal)))));
        from.addAll(retained(nav));
        from.add(
                isLeft(nav)
                        ? money("given to the classes that have shares, as this one has none left", nav.allocated())
                        : Trail.of(
                                "part of the fund's result, by opening class net assets after capital",
                                nav.allocated().amount(),
                                unit,
                                given()));
        result.fees().stream()
                .filter(fee -> fee.shareClass().equals(nav.shareClass()))
                .forEach(fee -> from.add(money(
                        "management fee: %s x %s x %s days, %s"
                                .formatted(
                                        fee.accrual().base(),
                                        fee.accrual().ratePerYear(),
                                        fee.accrual().days().days(),
                                        fee.accrual().dayCount().label()),
                        fee.accrual().amount().negate())));
        return Trail.of(
                "net assets of class " + nav.shareClass(), nav.netAssets().amount(), unit, from);
    }

    /** Redemption fees that stayed with the class when redemptions were paid. */
    private List<Trail> retained(ClassNav nav) {
        List<Trail> from = new ArrayList<>();
        for (Entry entry : result.entries()) {
            entry.lines().stream()
                    .filter(line -> line.account() == Account.SHARES_ISSUED
                            && entry.kind().equals("settlement")
                            && line.tag().equals(Tag.ofClass(nav.shareClass())))
                    .forEach(line -> from.add(money(
                                    "redemption fee kept, " + entry.fact(),
                                    line.base().negate())
                            .citing(Source.fact(entry.fact()))));
        }
        return from;
    }

    /** The result of the day, and what classes without shares left. */
    private List<Trail> given() {
        List<Trail> from = new ArrayList<>(List.of(fundResult()));
        result.classes().stream()
                .filter(NavTrail::isLeft)
                .forEach(left -> from.add(money(
                        "left of class " + left.shareClass(), left.allocated().negate())));
        return from;
    }

    private static boolean isLeft(ClassNav nav) {
        return nav.shares().isZero()
                && nav.netAssets().isZero()
                && !nav.allocated().isZero();
    }

    private Trail fundResult() {
        Predicate<Line> ofFund =
                line -> line.account().isResult() && line.tag().shareClass().isEmpty();
        SortedMap<Account, Money> sums = new TreeMap<>();
        lines(ofFund).forEach(line -> sums.merge(line.account(), line.base().negate(), Money::plus));
        List<Trail> from = sums.entrySet().stream()
                .map(sum -> Trail.of(
                        label(sum.getKey()),
                        sum.getValue().amount(),
                        unit,
                        postings(line -> line.account() == sum.getKey() && ofFund.test(line), true)))
                .toList();
        Money whole = sums.values().stream().reduce(zero(), Money::plus);
        return Trail.of("the fund's result of the day", whole.amount(), unit, from);
    }

    /** Assets less liabilities; what is invested is shown by position. */
    private Trail fund() {
        List<Trail> from = new ArrayList<>();
        for (Position position : result.positions()) {
            if (!position.marketValue().isZero()) {
                from.add(held.of(position));
            }
        }
        SortedMap<Account, Money> others = new TreeMap<>();
        for (Balance balance : result.closing().balances()) {
            Account account = balance.key().account();
            if (account.isOnBalanceSheet() && !isPosition(balance)) {
                others.merge(account, balance.base(), Money::plus);
            }
        }
        others.forEach((account, money) -> from.add(money(label(account), money)));
        return Trail.of(
                "net assets of the fund on " + result.date(), result.netAssets().amount(), unit, from);
    }

    /** What a balance adds is already in the value of a position. */
    private boolean isPosition(Balance balance) {
        Account account = balance.key().account();
        if (Valuation.isCash(account) || account == Account.TOKENS_AT_COST || account == Account.SECURITIES_AT_COST) {
            return true;
        }
        boolean unrealised = account == Account.UNREALISED_PRICE || account == Account.UNREALISED_CURRENCY;
        String subject = balance.key().tag().instrument().orElse("");
        return unrealised
                && result.positions().stream()
                        .anyMatch(position -> position.instrument().equals(subject));
    }

    private Trail account(Account account) {
        Money opening = sum(inputs.opening().balances(), account);
        Money closing = sum(result.closing().balances(), account);
        List<Trail> from = new ArrayList<>();
        from.add(money("balance at the last close", opening));
        from.addAll(postings(line -> line.account() == account, false));
        return Trail.of(label(account) + " on " + result.date(), closing.amount(), unit, from);
    }

    private Trail positions(String figure, String instrument) {
        List<Position> positions = result.positions().stream()
                .filter(position -> position.instrument().equals(instrument))
                .toList();
        if (positions.isEmpty()) {
            throw unknown(figure);
        }
        Money whole = positions.stream().map(Position::marketValue).reduce(zero(), Money::plus);
        return Trail.of(
                "market value of %s on %s".formatted(instrument, result.date()),
                whole.amount(),
                unit,
                positions.stream().map(held::of).toList());
    }

    /** One leaf a posting; marks show the position they came from. */
    private List<Trail> postings(Predicate<Line> which, boolean asIncome) {
        List<Trail> from = new ArrayList<>();
        for (Entry entry : result.entries()) {
            entry.lines().stream().filter(which).forEach(line -> {
                Money amount = asIncome ? line.base().negate() : line.base();
                from.add(Trail.of(
                                "%s %s%s".formatted(entry.kind(), entry.fact(), subject(line.tag())),
                                amount.amount(),
                                unit,
                                asIncome ? moved(entry, line) : List.of())
                        .citing(Source.fact(entry.fact())));
            });
        }
        return from;
    }

    /** What moved a valuation: for a mark the result carried now and before, for margin the settlements of the two days. */
    private List<Trail> moved(Entry entry, Line line) {
        return result.positions().stream()
                .filter(position ->
                        Tag.of(position.instrument(), position.location()).equals(line.tag()))
                .findFirst()
                .map(position -> moved(entry, line, position))
                .orElse(List.of());
    }

    private List<Trail> moved(Entry entry, Line line, Position position) {
        if (entry.fact().startsWith("MARK:")) {
            boolean isPrice = line.account() == Account.CHANGE_UNREALISED_PRICE;
            Money now = isPrice ? position.pricePart() : position.currencyPart();
            Trail unrealised = Trail.of(
                    "unrealised now: market value less cost %s".formatted(position.cost()),
                    now.amount(),
                    unit,
                    List.of(held.of(position)));
            return List.of(
                    unrealised,
                    money("less what was carried before", line.base().negate().minus(now)));
        }
        if (entry.fact().startsWith("MARGIN:")) {
            List<Trail> from = new ArrayList<>(held.of(position).from());
            inputs.opening().marks().stream()
                    .filter(mark -> mark.instrument().equals(position.instrument()))
                    .forEach(mark -> from.add(Trail.leaf(
                            "price at the last close, of " + mark.date(),
                            mark.price().perUnit(),
                            mark.price().currency().code())));
            return from;
        }
        return List.of();
    }

    private List<Line> lines(Predicate<Line> which) {
        return result.entries().stream()
                .flatMap(entry -> entry.lines().stream())
                .filter(which)
                .toList();
    }

    private List<Deal> deals(ClassNav nav) {
        return inputs.opening().deals().stream()
                .filter(deal -> deal.order().shareClass().equals(nav.shareClass()))
                .toList();
    }

    private Money sum(List<Balance> balances, Account account) {
        return balances.stream()
                .filter(balance -> balance.key().account() == account)
                .map(Balance::base)
                .reduce(zero(), Money::plus);
    }

    private ClassNav nav(String figure, String code) {
        return result.classes().stream()
                .filter(nav -> nav.shareClass().equals(code))
                .findFirst()
                .orElseThrow(() -> unknown(figure));
    }

    private Lot openLot(String figure, String id) {
        return result.closing().lots().stream()
                .filter(lot -> lot.id().equals(id))
                .findFirst()
                .orElseThrow(() -> unknown(figure));
    }

    private Account chart(String figure, String code) {
        for (Account account : Account.values()) {
            if (account.code().equals(code)) {
                return account;
            }
        }
        throw unknown(figure);
    }

    private static String id(Deal deal) {
        return deal.order().stamp().id();
    }

    private static boolean isIssue(Deal deal) {
        return deal.order().side() == Side.SUBSCRIPTION;
    }

    private Trail money(String label, Money money) {
        return Trail.leaf(label, money.amount(), money.currency().code());
    }

    private Money zero() {
        return Money.zero(inputs.terms().base());
    }

    private static String label(Account account) {
        return account.code() + " " + account.label();
    }

    private static String subject(Tag tag) {
        return tag.instrument().map(id -> ", " + id).orElse("")
                + tag.location().map(at -> " at " + at).orElse("");
    }

    private static FundException unknown(String figure) {
        return new FundException(
                ErrorCode.UNKNOWN_REFERENCE,
                figure,
                "figure",
                figure,
                "nav_per_share:CLASS, net_assets, net_assets:CLASS, account:CODE, position:INSTRUMENT or lot:ID of this day");
    }
}
