package org.assay.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.assay.kernel.instrument.Future;
import org.assay.kernel.ledger.Account;
import org.assay.kernel.ledger.Balance;
import org.assay.kernel.ledger.Line;
import org.assay.kernel.ledger.Lot;
import org.assay.kernel.money.Money;
import org.assay.kernel.nav.ClassState;
import org.assay.kernel.nav.NavInputs;
import org.assay.kernel.nav.NavResult;
import org.assay.kernel.nav.NavResult.ClassNav;
import org.assay.kernel.nav.NavResult.FutureProof;
import org.assay.kernel.nav.NavTrail;
import org.assay.kernel.nav.ShareClass;
import org.assay.kernel.pricing.Quote;
import org.assay.kernel.pricing.Spot;
import org.assay.kernel.trail.Trail;
import org.assay.kernel.trail.Trail.Source;
import org.assay.pack.fund.FundPack;

/**
 * Walks a trail down to where it ends, works every sum and product on the way again, and counts where it ended: a fact or a term
 * with file and line, a quote or a rate with file, line, source and time, or the books of the NAV before. What the strike itself
 * entered by a rule is followed to what the rule worked from.
 */
final class TrailWalk {
    private static final BigDecimal CENT = new BigDecimal("0.01");
    private static final String BEFORE = "the NAV before";

    private final FundPack pack;
    private final NavInputs inputs;
    private final NavResult result;
    private final SortedMap<String, Integer> ends = new TreeMap<>();
    private int worked;

    TrailWalk(FundPack pack, StruckNav nav) {
        this.pack = pack;
        this.inputs = nav.inputs();
        this.result = nav.result();
    }

    /** How many trails ended where. */
    SortedMap<String, Integer> ends() {
        return ends;
    }

    /** How many figures with parts were worked again from them. */
    int worked() {
        return worked;
    }

    Trail of(String figure) {
        Trail trail = NavTrail.of(inputs, result, figure);
        walk(trail);
        return trail;
    }

    private void walk(Trail trail) {
        if (trail.source().isPresent()) {
            cited(trail, trail.source().get());
        }
        if (trail.from().isEmpty()) {
            if (trail.source().isEmpty()) {
                uncited(trail);
            }
            return;
        }
        addsUp(trail);
        trail.from().forEach(this::walk);
    }

    private void cited(Trail trail, Source source) {
        if (isRow(source.kind(), source.identity())) {
            end(source.kind());
        } else {
            entered(trail, source.identity().get(0));
        }
    }

    private boolean isRow(String kind, List<String> identity) {
        return pack.origins().find(kind, identity.toArray(String[]::new)).isPresent();
    }

    /** What the strike entered by a rule, under a name that says by which and about what. */
    private void entered(Trail trail, String name) {
        String[] parts = name.split("[:/]", -1);
        switch (parts[0]) {
            case "MARK" -> quoted(parts[1]);
            case "MARGIN" -> margin(trail, parts[1]);
            case "FEE" -> term("class", parts[1]);
            case "INTEREST" -> term("cash interest", parts[1], currencyAt(parts[1]));
            case "ACCRETION" -> {
                assertThat(isRow("fact", List.of(parts[1]))).as(name).isTrue();
                end("fact");
            }
            case "REVALUE" ->
                rate(inputs.rates().entrySet().stream()
                        .filter(entry -> entry.getKey().code().equals(parts[1]))
                        .map(Map.Entry::getValue)
                        .findFirst()
                        .orElseThrow());
            default -> term("programme", parts[0], programmeSince(parts[0]));
        }
    }

    private void term(String kind, String... identity) {
        assertThat(isRow(kind, List.of(identity)))
                .as("%s %s", kind, List.of(identity))
                .isTrue();
        end("term");
    }

    private String currencyAt(String place) {
        return inputs.terms().interest().stream()
                .filter(interest -> interest.place().equals(place))
                .map(interest -> interest.currency().code())
                .findFirst()
                .orElseThrow();
    }

    private String programmeSince(String id) {
        return pack.fund().programmes().stream()
                .filter(dated -> dated.value().id().equals(id))
                .map(dated -> dated.from().toString())
                .findFirst()
                .orElseThrow();
    }

    private void quoted(String instrument) {
        Quote quote = inputs.quotes().stream()
                .filter(each -> each.instrument().equals(instrument))
                .reduce((earlier, later) -> later)
                .orElseThrow();
        List<String> identity = List.of(
                quote.instrument(),
                quote.time().toString(),
                quote.kind().name(),
                quote.source(),
                quote.recorded().toString());
        assertThat(isRow("quote", identity)).as(identity.toString()).isTrue();
        end("quote");
    }

    /** Of a day: what its lines of a contract come to is the margin of its proof. Of the day before: paid today. */
    private void margin(Trail trail, String place) {
        if (trail.label().startsWith("settlement")) {
            BigDecimal due = inputs.opening().dues().stream()
                    .filter(each -> each.fact().startsWith("MARGIN:" + place))
                    .map(each -> each.amount().amount())
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(due.signum()).isNotZero();
            end(BEFORE);
            return;
        }
        for (FutureProof proof : result.futures()) {
            BigDecimal entered = result.entries().stream()
                    .filter(entry -> entry.fact().equals("MARGIN:" + place + ":" + result.date()))
                    .filter(entry -> entry.kind().equals("variation margin"))
                    .flatMap(entry -> entry.lines().stream())
                    .filter(line -> line.tag().instrument().equals(Optional.of(proof.instrument())))
                    .filter(line -> line.account().isResult())
                    .map(Line::base)
                    .map(Money::amount)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(entered.negate()).isEqualByComparingTo(proof.margin().amount());
            if (trail.label().contains(proof.instrument())) {
                quoted(proof.instrument());
            }
        }
    }

    private void rate(Spot spot) {
        assertThat(pack.rates())
                .anyMatch(quote -> quote.currency().equals(spot.rate().currency())
                        && quote.date().equals(spot.date())
                        && quote.rate().equals(spot.rate().rate()));
        end("rate");
    }

    /** A figure that names no row: of the books before, of the terms, or an account with a trail of its own. */
    private void uncited(Trail trail) {
        String label = trail.label();
        if (label.endsWith("at the last close") || label.startsWith("less what was carried before")) {
            before(trail);
        } else if (label.startsWith("price at the last close")) {
            assertThat(inputs.opening().marks())
                    .anyMatch(mark -> mark.price().perUnit().compareTo(trail.value()) == 0);
            end(BEFORE);
        } else if (label.startsWith("cost left") || label.startsWith("unrealised carried")) {
            end("with its lot");
        } else if (label.startsWith("management fee: ") || label.contains("its initial price")) {
            end("term");
        } else if (label.contains("cash is 1 in itself")) {
            assertThat(trail.value()).isEqualByComparingTo(BigDecimal.ONE);
            end("term");
        } else if (label.startsWith("rate of ")) {
            rate(inputs.rates().values().stream()
                    .filter(spot -> spot.rate().rate().fraction().compareTo(trail.value()) == 0)
                    .findFirst()
                    .orElseThrow());
        } else if (label.matches("\\d{4} .*")) {
            Trail account = NavTrail.of(inputs, result, "account:" + label.substring(0, 4));
            assertThat(account.value()).as(label).isEqualByComparingTo(trail.value());
            walk(account);
        } else if (label.equals("quantity") && trail.value().signum() != 0) {
            walk(NavTrail.of(inputs, result, "account:" + ofMoney(trail.value())));
        } else if (label.equals("quantity") || label.equals("the fund's result of the day")) {
            assertThat(trail.value().signum()).as(label).isZero();
            end("nothing");
        } else {
            throw new AssertionError("a trail ends at '%s', which is nothing to hold in hand".formatted(label));
        }
    }

    /** The account that holds so much money in its own currency. */
    private String ofMoney(BigDecimal amount) {
        return result.closing().balances().stream()
                .filter(balance -> balance.local().amount().compareTo(amount) == 0)
                .map(balance -> balance.key().account())
                .filter(Account::monetary)
                .findFirst()
                .orElseThrow()
                .code();
    }

    /** The NAV before has the same figure, whose trail goes on there: these books are the ones it closed. */
    private void before(Trail trail) {
        if (trail.label().equals("net assets at the last close")
                || trail.label().equals("at the last close")) {
            boolean isMoney = trail.label().startsWith("net");
            assertThat(inputs.opening().classes())
                    .anyMatch(state -> figure(state, isMoney).compareTo(trail.value()) == 0);
        } else if (trail.label().equals("balance at the last close")) {
            SortedMap<Account, BigDecimal> sums = new TreeMap<>();
            for (Balance balance : inputs.opening().balances()) {
                sums.merge(balance.key().account(), balance.base().amount(), BigDecimal::add);
            }
            assertThat(trail.value().signum() == 0
                            || sums.values().stream().anyMatch(sum -> sum.compareTo(trail.value()) == 0))
                    .as(trail.label())
                    .isTrue();
        }
        end(BEFORE);
    }

    private static BigDecimal figure(ClassState state, boolean isMoney) {
        return isMoney ? state.netAssets().amount() : state.shares().units();
    }

    private void addsUp(Trail trail) {
        String label = trail.label();
        List<Trail> from = trail.from();
        worked++;
        if (label.startsWith("NAV per share of class")) {
            ShareClass terms = inputs.terms().classes().stream()
                    .filter(each -> label.startsWith("NAV per share of class " + each.code() + " "))
                    .findFirst()
                    .orElseThrow();
            assertThat(from.get(0).value().divide(from.get(1).value(), terms.priceDecimals(), RoundingMode.HALF_UP))
                    .as(label)
                    .isEqualByComparingTo(trail.value());
        } else if (label.startsWith("part of the fund's result")) {
            partOfTheResult(trail);
        } else if (label.startsWith("unrealised now")) {
            BigDecimal cost = new BigDecimal(label.replaceAll(".* cost (\\S+) .*", "$1"));
            BigDecimal value = from.get(0).value();
            BigDecimal other = result.positions().stream()
                    .filter(position ->
                            from.get(0).label().startsWith(position.instrument() + " at " + position.location()))
                    .map(position -> position.unrealised().amount().subtract(trail.value()))
                    .findFirst()
                    .orElseThrow();
            assertThat(value.subtract(cost).subtract(other)).as(label).isEqualByComparingTo(trail.value());
        } else if (label.contains(": quantity x price")) {
            position(trail);
        } else if (label.contains("no value of its own")) {
            assertThat(trail.value()).isEqualByComparingTo(BigDecimal.ZERO);
        } else if (label.startsWith("variation margin")) {
            settled(trail);
        } else if (!label.startsWith("lot ")) {
            assertThat(sum(from)).as(label).isEqualByComparingTo(trail.value());
        }
    }

    /** Net assets with capital decide, and no class is more than a cent from its exact part. */
    private void partOfTheResult(Trail trail) {
        BigDecimal whole = sum(trail.from());
        BigDecimal given = BigDecimal.ZERO;
        BigDecimal bases = BigDecimal.ZERO;
        for (ClassNav each : result.classes()) {
            given = given.add(each.allocated().amount());
            bases = bases.add(KnownFigures.base(inputs, each));
        }
        assertThat(given).isEqualByComparingTo(whole);
        BigDecimal all = bases;
        assertThat(result.classes())
                .filteredOn(each -> each.allocated().amount().compareTo(trail.value()) == 0)
                .anyMatch(each -> all.signum() == 0
                        || whole.multiply(KnownFigures.base(inputs, each))
                                        .divide(all, 8, RoundingMode.HALF_UP)
                                        .subtract(trail.value())
                                        .abs()
                                        .compareTo(CENT)
                                < 0);
    }

    /** Units x price x rate, to the cent. */
    private static void position(Trail trail) {
        BigDecimal product = trail.from().stream().map(Trail::value).reduce(BigDecimal.ONE, BigDecimal::multiply);
        assertThat(product.setScale(2, RoundingMode.HALF_UP)).as(trail.label()).isEqualByComparingTo(trail.value());
    }

    /** Of a contract: the gain of each open lot since it was opened, less what was counted before; or what was closed brought. */
    private void settled(Trail trail) {
        BigDecimal open = BigDecimal.ZERO;
        for (Lot lot : result.closing().lots()) {
            if (trail.label().endsWith(lot.instrument() + " at " + lot.location())) {
                Future future = (Future) inputs.instruments().get(lot.instrument());
                BigDecimal move =
                        trail.from().get(1).value().subtract(lot.price().perUnit());
                BigDecimal gain = move.multiply(future.multiplier())
                        .multiply(lot.quantity().units());
                open = open.add(gain.setScale(2, RoundingMode.HALF_UP)).subtract(counted(lot));
            }
        }
        BigDecimal whole = result.futures().stream()
                .filter(proof -> trail.label().endsWith(proof.instrument() + " at " + proof.location()))
                .map(proof -> proof.margin().amount())
                .findFirst()
                .orElseThrow();
        assertThat(trail.value()).as(trail.label()).isIn(open, whole.subtract(open));
    }

    /** What a lot carried from the day before, less what went with pieces taken from it. */
    private BigDecimal counted(Lot lot) {
        for (Lot before : inputs.opening().lots()) {
            if (before.id().equals(lot.id()) && before.location().equals(lot.location())) {
                return before.margin()
                        .amount()
                        .multiply(lot.quantity().units())
                        .divide(before.quantity().units(), 2, RoundingMode.HALF_DOWN);
            }
        }
        return BigDecimal.ZERO;
    }

    private static BigDecimal sum(List<Trail> parts) {
        return parts.stream().map(Trail::value).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private void end(String where) {
        ends.merge(where, 1, Integer::sum);
    }
}
