package org.assay.reports;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.assay.kernel.instrument.Future;
import org.assay.kernel.instrument.Instrument;
import org.assay.kernel.ledger.Account;
import org.assay.kernel.ledger.Balance;
import org.assay.kernel.ledger.Entry;
import org.assay.kernel.ledger.Line;
import org.assay.kernel.ledger.Lot;
import org.assay.kernel.money.Money;
import org.assay.kernel.nav.NavInputs;
import org.assay.kernel.nav.NavResult;
import org.assay.kernel.nav.NavResult.ClassFee;
import org.assay.kernel.nav.NavResult.ClassNav;
import org.assay.kernel.nav.NavResult.FutureProof;
import org.assay.kernel.nav.NavResult.Position;
import org.assay.kernel.nav.NavResult.State;

/** The figures of a NAV: the key ones by name, and every other that its inputs, its result, or a sum of theirs holds. */
final class KnownFigures {
    static final MathContext SHEET = new MathContext(15);

    private final NavInputs inputs;
    private final NavResult result;
    private final Set<BigDecimal> all = new TreeSet<>();

    KnownFigures(StruckNav nav) {
        inputs = nav.inputs();
        result = nav.result();
        collect(inputs);
        collect(result);
        sums();
        percents(nav.history());
        parts();
        gains();
    }

    /** NAV by class and share, holdings, accounts, fees and margin, called as the workbook's Tie-out calls them. */
    Map<String, BigDecimal> key() {
        Map<String, BigDecimal> key = new LinkedHashMap<>();
        key.put("net assets of the fund", result.netAssets().amount());
        for (ClassNav each : result.classes()) {
            String of = ", class " + each.shareClass();
            key.put("net assets" + of, each.netAssets().amount());
            key.put("NAV per share" + of, each.perShare().perUnit());
            key.put("shares" + of, each.shares().units());
            key.put("result" + of, each.allocated().amount());
        }
        for (Position each : result.positions()) {
            boolean isFuture = result.futures().stream()
                    .anyMatch(proof -> proof.instrument().equals(each.instrument()));
            if (!isFuture) {
                String of = "%s at %s%s"
                        .formatted(
                                each.instrument(), each.location(), each.state() == State.LIQUID ? "" : " restricted");
                key.put("quantity, " + of, each.quantity().units());
                key.put("cost, " + of, each.cost().amount());
                key.put("market value, " + of, each.marketValue().amount());
            }
        }
        for (FutureProof each : result.futures()) {
            String of = "%s at %s".formatted(each.instrument(), each.location());
            key.put("lots, " + of, each.lots().units());
            key.put("margin of the day, " + of, each.margin().amount());
            key.put("margin since first trade, " + of, each.paid().amount());
            key.put("realised, " + of, each.realised().amount());
            key.put("unrealised, " + of, each.unrealised().amount());
        }
        accounts().forEach((account, sum) -> key.put("account " + account.code(), sum));
        for (ClassFee each : result.fees()) {
            key.put(
                    "fee, class %s from %s"
                            .formatted(each.shareClass(), each.accrual().days().from()),
                    each.accrual().amount().amount());
        }
        return key;
    }

    /** Whatever its sign: paper has debits and credits in columns of their own. */
    boolean has(BigDecimal figure) {
        return all.contains(plain(figure));
    }

    private Map<Account, BigDecimal> accounts() {
        Map<Account, BigDecimal> sums = new LinkedHashMap<>();
        for (Balance balance : result.closing().balances()) {
            sums.merge(balance.key().account(), balance.base().amount(), BigDecimal::add);
        }
        return sums;
    }

    /** Two of them together, or what one is more than the other; what was told so counts as known from then on. */
    boolean tells(BigDecimal figure) {
        BigDecimal sought = plain(figure);
        boolean tells = all.stream()
                .anyMatch(one -> all.contains(plain(sought.subtract(one))) || all.contains(plain(sought.add(one))));
        if (tells) {
            all.add(sought);
            percent(sought, result.netAssets().amount());
        }
        return tells;
    }

    /** By account what it is worth at spot, where the ledger carries it at the rates of its days. */
    private Map<Account, BigDecimal> claims() {
        Map<Account, BigDecimal> worth = new LinkedHashMap<>();
        for (Balance balance : result.closing().balances()) {
            BigDecimal rate = Optional.ofNullable(
                            inputs.rates().get(balance.local().currency()))
                    .map(spot -> spot.rate().rate().fraction())
                    .orElse(BigDecimal.ONE);
            BigDecimal base = balance.local().amount().multiply(rate).setScale(2, RoundingMode.HALF_UP);
            worth.merge(balance.key().account(), base, BigDecimal::add);
        }
        return worth;
    }

    private void collect(Object value) {
        if (value instanceof BigDecimal number) {
            add(number);
        } else if (value instanceof Collection<?> many) {
            many.forEach(this::collect);
        } else if (value instanceof Map<?, ?> map) {
            map.keySet().forEach(this::collect);
            map.values().forEach(this::collect);
        } else if (value instanceof Optional<?> maybe) {
            maybe.ifPresent(this::collect);
        } else if (value instanceof Record record) {
            for (RecordComponent component : record.getClass().getRecordComponents()) {
                collect(read(record, component));
            }
        }
    }

    private static Object read(Record record, RecordComponent component) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(record);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("%s of %s".formatted(component, record), e);
        }
    }

    /** Of accounts and of their sides, of kinds of holdings, of classes, fees and contracts. */
    private void sums() {
        Collection<BigDecimal> accounts = accounts().values();
        accounts.forEach(this::add);
        add(sum(accounts, sum -> sum.max(BigDecimal.ZERO)));
        add(sum(accounts, sum -> sum.min(BigDecimal.ZERO)));
        for (Account.Type type : Account.Type.values()) {
            add(sum(accounts().entrySet(), each -> each.getKey().type() == type ? each.getValue() : BigDecimal.ZERO));
        }
        claims().values().forEach(this::add);
        journal();
        balances(inputs.opening().balances());
        balances(result.closing().balances());
        for (List<Position> kind : kinds()) {
            add(sum(kind, each -> each.cost().amount()));
            add(sum(kind, each -> each.marketValue().amount()));
            add(sum(kind, each -> each.unrealised().amount()));
        }
        add(sum(inputs.opening().classes(), each -> each.netAssets().amount()));
        add(sum(result.classes(), each -> each.flow().amount()));
        add(sum(result.classes(), each -> each.allocated().amount()));
        add(sum(result.fees(), each -> each.accrual().amount().amount()));
        for (Function<FutureProof, Money> column : List.<Function<FutureProof, Money>>of(
                FutureProof::margin,
                FutureProof::paid,
                FutureProof::realised,
                FutureProof::unrealised,
                FutureProof::required)) {
            add(sum(result.futures(), each -> column.apply(each).amount()));
        }
        result.futures()
                .forEach(proof -> proof.settlement().ifPresent(price -> {
                    Instrument future = inputs.instruments().get(proof.instrument());
                    add(future.exposure(proof.lots(), price));
                }));
    }

    /** Lines of the journal by any of what tells them apart: what a roll-forward or a statement of operations is made of. */
    private void journal() {
        Map<List<String>, BigDecimal> sums = new HashMap<>();
        for (Entry entry : result.entries()) {
            for (Line line : entry.lines()) {
                BigDecimal amount = line.base().amount();
                List<String> keys = List.of(
                        line.account().code(),
                        line.account().code().substring(0, 2),
                        line.account().type().name(),
                        entry.kind(),
                        line.tag().instrument().orElse(""),
                        line.tag().location().orElse(""),
                        line.tag().shareClass().orElse(""),
                        amount.signum() < 0 ? "credit" : "debit");
                subsets(keys).forEach(some -> sums.merge(some, amount, BigDecimal::add));
            }
        }
        sums.values().forEach(this::add);
    }

    private void balances(List<Balance> balances) {
        Map<List<String>, BigDecimal> sums = new HashMap<>();
        for (Balance balance : balances) {
            List<String> keys = List.of(
                    balance.key().account().code(),
                    balance.key().account().type().name(),
                    balance.key().tag().instrument().orElse(""),
                    balance.key().tag().location().orElse(""),
                    balance.key().currency().code());
            for (List<String> some : subsets(keys)) {
                sums.merge(some, balance.base().amount(), BigDecimal::add);
            }
        }
        sums.values().forEach(this::add);
    }

    /** Each key taken or left out. */
    private static List<List<String>> subsets(List<String> keys) {
        List<List<String>> subsets = new ArrayList<>();
        for (int bits = 0; bits < 1 << keys.size(); bits++) {
            List<String> some = new ArrayList<>();
            for (int i = 0; i < keys.size(); i++) {
                some.add((bits & 1 << i) == 0 ? "any" : keys.get(i));
            }
            subsets.add(some);
        }
        return subsets;
    }

    /** Each holding for itself, those of a kind together, and all of them. */
    private List<List<Position>> kinds() {
        Map<String, List<Position>> kinds = new LinkedHashMap<>();
        for (Position each : result.positions()) {
            Optional<Instrument> instrument =
                    Optional.ofNullable(inputs.instruments().get(each.instrument()));
            String kind =
                    instrument.map(known -> known.getClass().getSimpleName()).orElse("Cash");
            kinds.computeIfAbsent(kind, key -> new ArrayList<>()).add(each);
            kinds.put(each.toString(), List.of(each));
        }
        List<List<Position>> all = new ArrayList<>(kinds.values());
        all.add(result.positions().stream()
                .filter(each -> !(inputs.instruments().get(each.instrument()) instanceof Future))
                .toList());
        return all;
    }

    /** To look at, never to decide by, at two decimals: weights in net assets, moves of NAV per share, fees and rolls. */
    private void percents(List<PastNav> history) {
        result.fees()
                .forEach(each -> add(each.accrual().ratePerYear().fraction().movePointRight(2)));
        result.rolls().forEach(each -> add(each.share().movePointRight(2)));
        for (List<Position> kind : kinds()) {
            percent(
                    sum(kind, each -> each.marketValue().amount()),
                    result.netAssets().amount());
        }
        accounts().values().forEach(sum -> percent(sum, result.netAssets().amount()));
        for (ClassNav each : result.classes()) {
            percent(each.netAssets().amount(), result.netAssets().amount());
            history.stream()
                    .filter(past -> past.shareClass().equals(each.shareClass()))
                    .filter(past -> past.date().isBefore(result.date()))
                    .reduce((earlier, later) -> later)
                    .ifPresent(past -> percent(
                            each.perShare().since(past.perShare()),
                            past.perShare().perUnit()));
        }
    }

    /** To look at on paper as a per cent, and on a sheet as a part of one. */
    private void percent(BigDecimal part, BigDecimal whole) {
        if (whole.signum() != 0) {
            add(part.movePointRight(2).divide(whole, 2, RoundingMode.HALF_UP));
            add(part.divide(whole, 6, RoundingMode.HALF_UP));
        }
    }

    /** Of the fund's result what falls to each class before it is cut to cents, and then. */
    private void parts() {
        BigDecimal whole = sum(result.classes(), each -> each.allocated().amount());
        BigDecimal all = sum(result.classes(), each -> base(inputs, each));
        if (all.signum() != 0) {
            for (ClassNav each : result.classes()) {
                BigDecimal part = whole.multiply(base(inputs, each)).divide(all, 6, RoundingMode.HALF_UP);
                add(part);
                add(part.setScale(2, RoundingMode.FLOOR));
            }
        }
    }

    /** With what a class took part in the day. */
    static BigDecimal base(NavInputs inputs, ClassNav each) {
        return inputs.opening().classes().stream()
                .filter(state -> state.shareClass().equals(each.shareClass()))
                .map(state -> state.netAssets().plus(each.flow()).amount())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Of each lot of a future, that was open or is, what it gained since it was opened. */
    private void gains() {
        List<Lot> lots = new ArrayList<>(inputs.opening().lots());
        lots.addAll(result.closing().lots());
        for (Lot lot : lots) {
            if (inputs.instruments().get(lot.instrument()) instanceof Future future) {
                result.futures().stream()
                        .filter(proof -> proof.instrument().equals(lot.instrument()))
                        .flatMap(proof -> proof.settlement().stream())
                        .map(price -> price.perUnit()
                                .subtract(lot.price().perUnit())
                                .multiply(future.multiplier())
                                .multiply(lot.quantity().units()))
                        .forEach(this::add);
            }
        }
    }

    private static <T> BigDecimal sum(Collection<T> parts, Function<T, BigDecimal> figure) {
        return parts.stream().map(figure).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** A cell of a sheet holds fifteen digits of it. */
    private void add(BigDecimal figure) {
        all.add(plain(figure));
        all.add(plain(figure.round(SHEET)));
    }

    private static BigDecimal plain(BigDecimal figure) {
        return figure.abs().stripTrailingZeros();
    }
}
