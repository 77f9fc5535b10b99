package org.assay.reports.pdf;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.assay.kernel.ledger.Lot;
import org.assay.kernel.money.Money;
import org.assay.kernel.money.Quantity;
import org.assay.kernel.nav.NavResult.Position;
import org.assay.reports.StruckNav;
import org.assay.reports.layout.Section;
import org.assay.reports.layout.Table;

/** Every open lot; of more than a few pages of them, the sums of each holding. */
final class Lots {
    /** About forty pages. The workbook has each, however many there are. */
    private static final int PRINTED = 2_000;

    private Lots() {}

    static Section of(StruckNav nav) {
        return of(nav, PRINTED);
    }

    /** @param printed at most so many, else their sums */
    static Section of(StruckNav nav, int printed) {
        List<Lot> lots = nav.result().closing().lots();
        SortedMap<String, List<Lot>> holdings = new TreeMap<>();
        lots.forEach(
                lot -> holdings.computeIfAbsent(lot.instrument() + '\n' + lot.location(), holding -> new ArrayList<>())
                        .add(lot));
        Table table = Table.of("lots", nav.fund().base());
        if (lots.size() > printed) {
            table.line("%s lots are open: each holding's sum stands here, each lot in the workbook."
                    .formatted(lots.size()));
        }
        Money zero = Money.zero(nav.fund().base());
        for (List<Lot> holding : holdings.values()) {
            if (lots.size() <= printed) {
                holding.forEach(lot -> lot(table, lot));
            }
            if (lots.size() > printed || holding.size() > 1) {
                sum(table, holding, zero, lots.size() > printed);
            }
        }
        if (lots.isEmpty()) {
            return table.line("No lot is open.").section();
        }
        Money cost = sum(lots, zero, Lot::baseCost);
        Money positions = nav.result().positions().stream()
                .filter(position -> nav.inputs().instruments().containsKey(position.instrument()))
                .map(Position::cost)
                .reduce(zero, Money::plus);
        return table.total(
                        "All lots",
                        "",
                        counted(lots),
                        "",
                        "",
                        "",
                        "",
                        cost,
                        sum(lots, zero, Lot::pricePart),
                        sum(lots, zero, Lot::currencyPart))
                .check("cost of lots less cost of positions", cost.minus(positions))
                .note("A future has no cost; its unrealised result is what was counted as margin since it opened.")
                .section();
    }

    private static String counted(List<Lot> lots) {
        return lots.size() == 1 ? "1 lot" : "%s lots".formatted(lots.size());
    }

    private static void lot(Table table, Lot lot) {
        table.row(
                lot.instrument(),
                lot.location(),
                lot.id(),
                lot.opened(),
                lot.quantity(),
                lot.price(),
                lot.marked(),
                lot.baseCost(),
                lot.pricePart(),
                lot.currencyPart());
    }

    private static void sum(Table table, List<Lot> holding, Money zero, boolean alone) {
        Object[] cells = {
            holding.get(0).instrument(),
            holding.get(0).location(),
            counted(holding),
            "",
            holding.stream().map(Lot::quantity).reduce(Quantity.ZERO, Quantity::plus),
            "",
            holding.get(0).marked(),
            sum(holding, zero, Lot::baseCost),
            sum(holding, zero, Lot::pricePart),
            sum(holding, zero, Lot::currencyPart)
        };
        if (alone) {
            table.row(cells);
        } else {
            table.total(cells);
        }
    }

    private static Money sum(List<Lot> lots, Money zero, Function<Lot, Money> figure) {
        return lots.stream().map(figure).reduce(zero, Money::plus);
    }
}
