package org.assay.reports.pdf;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.assay.kernel.instrument.Cash;
import org.assay.kernel.instrument.Future;
import org.assay.kernel.instrument.Instrument;
import org.assay.kernel.ledger.Account;
import org.assay.kernel.ledger.Balance;
import org.assay.kernel.money.Money;
import org.assay.kernel.nav.NavResult.Position;
import org.assay.kernel.nav.NavResult.State;
import org.assay.reports.StruckNav;
import org.assay.reports.layout.Figures;
import org.assay.reports.layout.Section;
import org.assay.reports.layout.Table;

/** Everything held, and what leads from there to net assets. Futures have their own page: they carry no value here. */
final class Investments {
    private static final List<String> ORDER = List.of("Tokens", "Bills", "Cash");
    private static final Map<Integer, String> LEVELS = Map.of(
            1, "Published for the day by the market: close of a token",
            2, "Observed otherwise: of an earlier day, or of a bill",
            3, "Not observed: entered by hand, or estimated by another instrument's move");

    private final StruckNav nav;
    private final Money netAssets;
    private final Money zero;

    Investments(StruckNav nav) {
        this.nav = nav;
        this.netAssets = nav.result().netAssets();
        this.zero = Money.zero(nav.fund().base());
    }

    Section schedule() {
        Table table = Table.of("investments", nav.fund().base());
        List<Position> all = new ArrayList<>();
        byKind().forEach((kind, positions) -> {
            if (!positions.isEmpty()) {
                table.group(kind);
                positions.forEach(position -> position(table, position));
                sum(table, "Total " + kind.toLowerCase(Locale.ROOT), positions);
                all.addAll(positions);
            }
        });
        sum(table, "Investments and cash", all);
        Money claims = zero;
        for (Account account : Account.values()) {
            claims = claims.plus(claim(table, account));
        }
        Money worth = total(all, Position::marketValue).plus(claims);
        return table.total("Net assets", "", "", "", "", "", "", "", netAssets, "", weight(netAssets))
                .check("investments, cash and claims less net assets", worth.minus(netAssets))
                .note(
                        "Bills are quoted per one unit of face; their cost holds the discount earned so far. Restricted cash is"
                                + " deposited as initial margin. Levels 1 to 3 are those of the fair value hierarchy, of the lowest input.")
                .section();
    }

    /** Market value by level: what a reader must know of how sure a price is. */
    Section levels() {
        Table table = Table.of("levels", nav.fund().base());
        SortedMap<Integer, List<Position>> byLevel = new TreeMap<>(Map.of(1, List.of(), 2, List.of(), 3, List.of()));
        List<Position> cash = new ArrayList<>();
        List<Position> all = new ArrayList<>();
        byKind().values().forEach(all::addAll);
        for (Position position : all) {
            Optional<Integer> level = UsedPrice.of(nav, instrument(position)).map(UsedPrice::level);
            if (level.isPresent() && !(instrument(position) instanceof Cash)) {
                byLevel.merge(level.get(), List.of(position), Investments::both);
            } else {
                cash.add(position);
            }
        }
        byLevel.forEach((level, positions) -> level(table, Integer.toString(level), LEVELS.get(level), positions));
        level(table, "", "Cash, which has no price", cash);
        Money value = total(all, Position::marketValue);
        return table.total("", "Investments and cash", all.size(), value, weight(value))
                .note("Futures have no value in net assets; the level of their settlements stands with the contracts.")
                .section();
    }

    private void level(Table table, String level, String what, List<Position> positions) {
        Money value = total(positions, Position::marketValue);
        table.row(level, what, positions.size(), value, weight(value));
    }

    private static List<Position> both(List<Position> one, List<Position> other) {
        List<Position> both = new ArrayList<>(one);
        both.addAll(other);
        return both;
    }

    private Map<String, List<Position>> byKind() {
        Map<String, List<Position>> byKind = new LinkedHashMap<>();
        ORDER.forEach(kind -> byKind.put(kind, new ArrayList<>()));
        for (Position position : nav.result().positions()) {
            Instrument instrument = instrument(position);
            if (!(instrument instanceof Future)) {
                byKind.get(Wording.kind(instrument)).add(position);
            }
        }
        return byKind;
    }

    private void position(Table table, Position position) {
        Instrument instrument = instrument(position);
        boolean cash = instrument instanceof Cash;
        Optional<UsedPrice> price = cash ? Optional.empty() : UsedPrice.of(nav, instrument);
        table.row(
                cash ? instrument.name() : "%s, %s".formatted(instrument.id(), instrument.name()),
                position.state() == State.LIQUID ? "Liquid" : "Restricted",
                position.location(),
                cash
                        ? Figures.exact(
                                position.quantity().units(),
                                position.price().currency().decimals())
                        : position.quantity(),
                cash ? "" : position.price(),
                price.map(UsedPrice::level),
                price.map(UsedPrice::source),
                position.cost(),
                position.marketValue(),
                position.unrealised(),
                weight(position.marketValue()));
    }

    private void sum(Table table, String label, List<Position> positions) {
        Money value = total(positions, Position::marketValue);
        table.total(
                label,
                "",
                "",
                "",
                "",
                "",
                "",
                total(positions, Position::cost),
                value,
                total(positions, Position::unrealised),
                weight(value));
    }

    private Money claim(Table table, Account account) {
        List<Balance> balances = claims().stream()
                .filter(balance -> balance.key().account() == account)
                .toList();
        Money worth = balances.stream().map(this::worth).reduce(zero, Money::plus);
        if (!balances.isEmpty()) {
            table.row(account.label(), "", "", "", "", "", "", "", worth, "", weight(worth));
        }
        return worth;
    }

    /** What is on the balance sheet and is no position: claims, with those in other currencies at spot. */
    private List<Balance> claims() {
        return nav.result().closing().balances().stream()
                .filter(balance -> switch (balance.key().account()) {
                    case CASH_AT_BANK, CASH_AT_FCM, INITIAL_MARGIN -> false;
                    case TOKENS_AT_COST, SECURITIES_AT_COST, UNREALISED_PRICE, UNREALISED_CURRENCY -> false;
                    default -> balance.key().account().isOnBalanceSheet();
                })
                .toList();
    }

    private Money worth(Balance balance) {
        if (!balance.key().account().monetary()) {
            return balance.base();
        }
        return Wording.worth(nav, balance);
    }

    private Instrument instrument(Position position) {
        return Optional.ofNullable(nav.inputs().instruments().get(position.instrument()))
                .orElseGet(() -> new Cash(position.price().currency()));
    }

    private Money total(List<Position> positions, Function<Position, Money> figure) {
        return positions.stream().map(figure).reduce(zero, Money::plus);
    }

    private String weight(Money part) {
        return Figures.percent(part.amount(), netAssets.amount());
    }
}
