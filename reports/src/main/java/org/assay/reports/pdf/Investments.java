package org.assay.reports.pdf;

import static org.assay.reports.pdf.Section.row;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.assay.kernel.instrument.Cash;
import org.assay.kernel.instrument.Future;
import org.assay.kernel.instrument.Instrument;
import org.assay.kernel.ledger.Account;
import org.assay.kernel.ledger.Balance;
import org.assay.kernel.money.Money;
import org.assay.kernel.nav.NavResult.Position;
import org.assay.kernel.nav.NavResult.State;
import org.assay.kernel.pricing.Estimate;
import org.assay.kernel.pricing.Quote;
import org.assay.reports.StruckNav;

/** Everything held, and what leads from there to net assets. Futures have their own page: they carry no value here. */
final class Investments {
    private static final List<String> ORDER = List.of("Tokens", "Bills", "Cash");

    private final StruckNav nav;
    private final Money netAssets;
    private final Money zero;
    private final List<Map<String, ?>> rows = new ArrayList<>();

    private Investments(StruckNav nav) {
        this.nav = nav;
        this.netAssets = nav.result().netAssets();
        this.zero = Money.zero(nav.fund().base());
    }

    static Section of(StruckNav nav) {
        Investments investments = new Investments(nav);
        investments.schedule();
        return new Section(
                "investments",
                investments.rows,
                Map.of(
                        "currency",
                        nav.fund().base().code(),
                        "note",
                        "Bills are quoted per one unit of face. Their cost holds the discount earned so far. Restricted cash"
                                + " is deposited as initial margin."));
    }

    private void schedule() {
        Map<String, List<Position>> byKind = new LinkedHashMap<>();
        ORDER.forEach(kind -> byKind.put(kind, new ArrayList<>()));
        for (Position position : nav.result().positions()) {
            Instrument instrument = instrument(position);
            if (!(instrument instanceof Future)) {
                byKind.get(Wording.kind(instrument)).add(position);
            }
        }
        List<Position> all = new ArrayList<>();
        byKind.forEach((kind, positions) -> {
            if (!positions.isEmpty()) {
                rows.add(row("group", "instrument", kind));
                positions.forEach(this::position);
                sum("total", "Total " + kind.toLowerCase(Locale.ROOT), positions);
                all.addAll(positions);
            }
        });
        rows.add(row("group"));
        sum("total", "Investments and cash", all);
        Money value = total(all, Position::marketValue);
        for (Account account : Account.values()) {
            claim(account);
        }
        rows.add(
                row("total", "instrument", "Net assets", "value", Figures.of(netAssets), "percent", weight(netAssets)));
        Money claims = claims().stream().map(this::worth).reduce(zero, Money::plus);
        if (!value.plus(claims).equals(netAssets)) {
            rows.add(row(
                    "total",
                    "instrument",
                    "DOES NOT TIE by",
                    "value",
                    Figures.of(netAssets.minus(value).minus(claims))));
        }
    }

    private void position(Position position) {
        Instrument instrument = instrument(position);
        boolean cash = instrument instanceof Cash;
        rows.add(row(
                "row",
                "instrument",
                cash ? instrument.name() : "%s, %s".formatted(instrument.id(), instrument.name()),
                "state",
                position.state() == State.LIQUID ? "Liquid" : "Restricted",
                "place",
                position.location(),
                "quantity",
                cash
                        ? Figures.exact(
                                position.quantity().units(),
                                position.price().currency().decimals())
                        : Figures.of(position.quantity()),
                "price",
                cash ? "" : Figures.of(position.price()),
                "source",
                cash ? "" : source(position),
                "cost",
                Figures.of(position.cost()),
                "value",
                Figures.of(position.marketValue()),
                "unrealised",
                Figures.of(position.unrealised()),
                "percent",
                weight(position.marketValue())));
    }

    /** The quote the price was taken from, the newest of the inputs at it; or by what it was estimated. */
    private String source(Position position) {
        Optional<Estimate> estimate = nav.result().estimate(position.instrument());
        if (estimate.isPresent()) {
            return "estimated by " + estimate.get().proxyNow().instrument();
        }
        Optional<Quote> quote = nav.inputs().quotes().stream()
                .filter(known -> known.instrument().equals(position.instrument()))
                .filter(known -> known.price().equals(position.price()))
                .reduce((earlier, later) -> later);
        return quote.map(known -> "%s, %s".formatted(known.source(), Figures.utc(known.time())))
                .orElse("carried from an earlier day");
    }

    private void sum(String kind, String label, List<Position> positions) {
        Money value = total(positions, Position::marketValue);
        rows.add(row(
                kind,
                "instrument",
                label,
                "cost",
                Figures.of(total(positions, Position::cost)),
                "value",
                Figures.of(value),
                "unrealised",
                Figures.of(total(positions, Position::unrealised)),
                "percent",
                weight(value)));
    }

    private void claim(Account account) {
        List<Balance> balances = claims().stream()
                .filter(balance -> balance.key().account() == account)
                .toList();
        if (!balances.isEmpty()) {
            Money worth = balances.stream().map(this::worth).reduce(zero, Money::plus);
            rows.add(row("row", "instrument", account.label(), "value", Figures.of(worth), "percent", weight(worth)));
        }
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
        if (!balance.key().account().monetary()
                || balance.key().currency().equals(nav.fund().base())) {
            return balance.base();
        }
        return nav.inputs()
                .rates()
                .get(balance.key().currency())
                .rate()
                .convert(balance.local(), nav.inputs().terms().rounding());
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
