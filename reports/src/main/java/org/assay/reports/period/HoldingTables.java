package org.assay.reports.period;

import static org.assay.reports.period.Column.figure;
import static org.assay.reports.period.Column.text;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import org.assay.kernel.money.Money;
import org.assay.kernel.money.Quantity;
import org.assay.reports.period.HoldingRoll.Holding;

/** Holdings rolled forward: quantity and cost, then fair value (control C40, and the roll-forward of ASC 350-60-50-3). */
final class HoldingTables {
    private HoldingTables() {}

    static void write(Outlet outlet, Sums sums, Checks checks) {
        cost(outlet, sums, checks);
        value(outlet, sums, checks);
    }

    private static void cost(Outlet outlet, Sums sums, Checks checks) {
        String base = sums.zero.currency().code();
        Outlet.Rows rows = outlet.begin(new TableHead(
                Tab.HOLDINGS,
                "period-cost",
                "Holdings: quantity and cost",
                "By instrument, all places together. Cost in %s. A bill's discount joins its cost day by day; at its maturity nothing is left over."
                        .formatted(base),
                List.of(
                        text("Instrument"),
                        figure("Opening quantity"),
                        figure("Added"),
                        figure("Left"),
                        figure("Closing quantity"),
                        figure("Not as held"),
                        figure("Opening cost"),
                        figure("Additions"),
                        figure("Cost of what left"),
                        figure("Discount earned"),
                        figure("Closing cost"),
                        figure("As held"),
                        figure("Difference").onSheetOnly())));
        BigDecimal off = BigDecimal.ZERO;
        for (Holding holding : sums.holdings.holdings()) {
            Quantity notAsHeld = holding.closingQuantity().minus(holding.quantity);
            off = off.add(notAsHeld.abs().units());
            rows.add(Row.of(
                    Cell.text(holding.instrument),
                    Cell.of(holding.openingQuantity),
                    Cell.of(holding.added),
                    Cell.of(holding.disposed),
                    quantity(holding),
                    Cell.of(notAsHeld),
                    Cell.of(holding.openingCost),
                    Cell.of(holding.additions),
                    Cell.of(holding.costDisposed),
                    Cell.of(holding.accreted),
                    Cell.of(holding.closingCost()).by("G#+H#-I#+J#"),
                    Cell.of(holding.cost),
                    Cell.of(holding.closingCost().minus(holding.cost)).by("K#-L#")));
        }
        Cell.Figure quantities = Cell.sizes(off).named("Quantities_Off");
        Cell.Figure closing =
                Cell.of(sum(sums, Holding::closingCost)).by("SUM(@)").named("Holdings_Cost");
        Cell.Figure held =
                Cell.of(sum(sums, holding -> holding.cost)).by("SUM(@)").named("Held_Cost");
        rows.add(Row.total(
                "Total",
                4,
                quantities,
                Cell.of(sum(sums, holding -> holding.openingCost)).by("SUM(@)"),
                Cell.of(sum(sums, holding -> holding.additions)).by("SUM(@)").named("Holdings_Added"),
                Cell.of(sum(sums, holding -> holding.costDisposed)).by("SUM(@)").named("Holdings_Left"),
                Cell.of(sum(sums, holding -> holding.accreted)).by("SUM(@)"),
                closing,
                held,
                Cell.of(sum(sums, Holding::closingCost).minus(sum(sums, holding -> holding.cost)))
                        .by("SUM(@)")));
        checks.add(
                Tab.HOLDINGS,
                Check.isNothing("Quantities roll to what is held", quantities),
                new Check("Cost rolls to the positions", Check.Side.of(closing), Check.Side.of(held)),
                new Check(
                        "Cost is what accounts 1100 and 1110 hold",
                        Check.Side.of(closing),
                        LedgerTables.closing(sums, HoldingRoll::isCost)));
    }

    private static void value(Outlet outlet, Sums sums, Checks checks) {
        String base = sums.zero.currency().code();
        Outlet.Rows rows = outlet.begin(new TableHead(
                Tab.HOLDINGS,
                "period-value",
                "Holdings: fair value",
                ("In %s. Opening + additions - proceeds + discount earned + net gain - net loss = closing; the net gain or loss of an"
                                + " asset is what it realised and what its unrealised appreciation changed by.")
                        .formatted(base),
                List.of(
                        text("Instrument"),
                        figure("Opening fair value"),
                        figure("Additions"),
                        figure("Proceeds of what left"),
                        figure("Discount earned"),
                        figure("Realised"),
                        figure("Change in unrealised"),
                        figure("Net gain"),
                        figure("Net loss"),
                        figure("Closing fair value"),
                        figure("As struck"),
                        figure("Difference").onSheetOnly())));
        for (Holding holding : sums.holdings.holdings()) {
            rows.add(Row.of(
                    Cell.text(holding.instrument),
                    Cell.of(holding.openingValue),
                    Cell.of(holding.additions),
                    Cell.of(holding.proceeds),
                    Cell.of(holding.accreted),
                    Cell.of(holding.realised),
                    Cell.of(holding.unrealised),
                    Cell.of(gain(holding)).by("MAX(F#+G#,0)"),
                    Cell.of(loss(holding)).by("MAX(-F#-G#,0)"),
                    Cell.of(holding.closingValue()).by("B#+C#-D#+E#+H#-I#"),
                    Cell.of(holding.value),
                    Cell.of(holding.closingValue().minus(holding.value)).by("J#-K#")));
        }
        Cell.Figure closing =
                Cell.of(sum(sums, Holding::closingValue)).by("SUM(@)").named("Holdings_Value");
        Cell.Figure struck =
                Cell.of(sum(sums, holding -> holding.value)).by("SUM(@)").named("Held_Value");
        rows.add(Row.total(
                Cell.text("Total"),
                Cell.of(sum(sums, holding -> holding.openingValue)).by("SUM(@)"),
                Cell.of(sum(sums, holding -> holding.additions)).by("SUM(@)"),
                Cell.of(sum(sums, holding -> holding.proceeds)).by("SUM(@)").named("Holdings_Proceeds"),
                Cell.of(sum(sums, holding -> holding.accreted)).by("SUM(@)"),
                Cell.of(sum(sums, holding -> holding.realised)).by("SUM(@)"),
                Cell.of(sum(sums, holding -> holding.unrealised)).by("SUM(@)"),
                Cell.of(sum(sums, HoldingTables::gain)).by("SUM(@)"),
                Cell.of(sum(sums, HoldingTables::loss)).by("SUM(@)"),
                closing,
                struck,
                Cell.of(sum(sums, Holding::closingValue).minus(sum(sums, holding -> holding.value)))
                        .by("SUM(@)")));
        checks.add(
                Tab.HOLDINGS,
                new Check(
                        "Fair value rolls to the struck positions (C40)",
                        Check.Side.of(closing),
                        Check.Side.of(struck)));
    }

    static Check.Side additions(Sums sums) {
        return new Check.Side(sum(sums, holding -> holding.additions).amount(), "Holdings_Added");
    }

    static Check.Side proceeds(Sums sums) {
        return new Check.Side(sum(sums, holding -> holding.proceeds).amount(), "Holdings_Proceeds");
    }

    static Check.Side costDisposed(Sums sums) {
        return new Check.Side(sum(sums, holding -> holding.costDisposed).amount(), "Holdings_Left");
    }

    /** By formula, unless a quantity has more digits than a spreadsheet counts with. */
    private static Cell quantity(Holding holding) {
        Cell.Figure closing = Cell.of(holding.closingQuantity());
        boolean counts = Cell.fits(
                holding.openingQuantity.units(), holding.added.units(), holding.disposed.units(), closing.number());
        return counts ? closing.by("B#+C#-D#") : closing;
    }

    private static Money gain(Holding holding) {
        return holding.gained().signum() > 0
                ? holding.gained()
                : holding.gained().minus(holding.gained());
    }

    private static Money loss(Holding holding) {
        return holding.gained().signum() < 0
                ? holding.gained().negate()
                : holding.gained().minus(holding.gained());
    }

    private static Money sum(Sums sums, Function<Holding, Money> figure) {
        return sums.holdings.holdings().stream().map(figure).reduce(sums.zero, Money::plus);
    }
}
