package org.assay.reports.period;

import static org.assay.reports.period.Column.figure;
import static org.assay.reports.period.Column.text;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import org.assay.kernel.ledger.Account;
import org.assay.kernel.money.Money;
import org.assay.kernel.money.Quantity;
import org.assay.reports.period.ContractRoll.Contract;

/** Futures: what became of the lots, and that their margin is what they gained (control C11 over the period). */
final class FutureTables {
    private FutureTables() {}

    static void write(Outlet outlet, Sums sums, Checks checks) {
        lots(outlet, sums, checks);
        margin(outlet, sums, checks);
        posted(outlet, sums, checks);
    }

    private static void lots(Outlet outlet, Sums sums, Checks checks) {
        Outlet.Rows rows = outlet.begin(new TableHead(
                Tab.FUTURES,
                "period-lots",
                "Futures: lots",
                "By contract and broker. Rolled is what a programme traded, out of one contract and into the next; settled is what ended at the final"
                        + " price.",
                List.of(
                        text("Contract"),
                        text("Broker"),
                        figure("Opening"),
                        figure("Bought"),
                        figure("Sold"),
                        figure("Rolled in"),
                        figure("Rolled out"),
                        figure("Settled"),
                        figure("Closing"),
                        figure("As held"),
                        figure("Difference"))));
        BigDecimal off = BigDecimal.ZERO;
        for (Contract contract : sums.contracts.contracts()) {
            Quantity difference = contract.closing().minus(contract.lots);
            off = off.add(difference.abs().units());
            rows.add(Row.of(
                    Cell.text(contract.instrument),
                    Cell.text(contract.place),
                    Cell.of(contract.opening),
                    Cell.of(contract.bought),
                    Cell.of(contract.sold),
                    Cell.of(contract.rolledIn),
                    Cell.of(contract.rolledOut),
                    Cell.of(contract.expired),
                    Cell.of(contract.closing()).by("C#+D#-E#+F#-G#+H#"),
                    Cell.of(contract.lots),
                    Cell.of(difference).by("I#-J#")));
        }
        Cell.Figure total = Cell.sizes(off).named("Contracts_Off");
        rows.add(Row.total(
                Cell.text("Total"),
                Cell.NONE,
                count(sums, contract -> contract.opening),
                count(sums, contract -> contract.bought),
                count(sums, contract -> contract.sold),
                count(sums, contract -> contract.rolledIn),
                count(sums, contract -> contract.rolledOut),
                count(sums, contract -> contract.expired),
                count(sums, Contract::closing),
                count(sums, contract -> contract.lots),
                total));
        checks.add(Tab.FUTURES, Check.isNothing("Lots roll to what is held", total));
    }

    private static void margin(Outlet outlet, Sums sums, Checks checks) {
        Outlet.Rows rows = outlet.begin(new TableHead(
                Tab.FUTURES,
                "period-margin",
                "Futures: margin",
                "In the currency of the contract. Margin of the period = realised + unrealised at the end - unrealised at the start.",
                List.of(
                        text("Contract"),
                        text("Broker"),
                        text("In"),
                        figure("Variation margin"),
                        figure("Realised"),
                        figure("Unrealised at the end"),
                        figure("Unrealised at the start"),
                        figure("Difference"))));
        BigDecimal off = BigDecimal.ZERO;
        for (Contract contract : sums.contracts.contracts()) {
            Money difference = contract.margin.minus(contract.realised()).minus(contract.changeOfUnrealised());
            off = off.add(difference.amount().abs());
            rows.add(Row.of(
                    Cell.text(contract.instrument),
                    Cell.text(contract.place),
                    Cell.text(contract.currency.code()),
                    Cell.of(contract.margin),
                    Cell.of(contract.realised()),
                    Cell.of(contract.unrealised),
                    Cell.of(contract.unrealisedBefore),
                    Cell.of(difference).by("D#-E#-F#+G#")));
        }
        Cell.Figure total = Cell.sizes(off).named("Margin_Off");
        rows.add(Row.total("Total of differences", 6, total));
        checks.add(Tab.FUTURES, Check.isNothing("Margin is realised plus the change of unrealised (C11)", total));
    }

    private static void posted(Outlet outlet, Sums sums, Checks checks) {
        String base = sums.zero.currency().code();
        Outlet.Rows rows = outlet.begin(new TableHead(
                Tab.FUTURES,
                "period-posted",
                "Futures: what the journal has",
                ("The two sides in the currency of the contract must be the figures above; the rest in %s. Commission on futures is an"
                                + " expense.")
                        .formatted(base),
                List.of(
                        text("Contract"),
                        text("Broker"),
                        text("In"),
                        figure("Realised, 4020"),
                        figure("Change in unrealised, 4120"),
                        figure("Not as above"),
                        figure("Realised, " + base),
                        figure("Change in unrealised, " + base),
                        figure("Commission, " + base))));
        BigDecimal off = BigDecimal.ZERO;
        for (Contract contract : sums.contracts.contracts()) {
            Money difference = contract.postedRealised
                    .minus(contract.realised())
                    .abs()
                    .plus(contract.postedUnrealised
                            .minus(contract.changeOfUnrealised())
                            .abs());
            off = off.add(difference.amount());
            rows.add(Row.of(
                    Cell.text(contract.instrument),
                    Cell.text(contract.place),
                    Cell.text(contract.currency.code()),
                    Cell.of(contract.postedRealised),
                    Cell.of(contract.postedUnrealised),
                    Cell.of(difference),
                    Cell.of(contract.baseRealised),
                    Cell.of(contract.baseUnrealised),
                    Cell.of(contract.baseCommission)));
        }
        Cell.Figure differences = Cell.of(off).by("SUM(@)").named("Posted_Off");
        Cell.Figure realised = Cell.of(sum(sums, contract -> contract.baseRealised))
                .by("SUM(@)")
                .named("Futures_Realised");
        Cell.Figure unrealised = Cell.of(sum(sums, contract -> contract.baseUnrealised))
                .by("SUM(@)")
                .named("Futures_Unrealised");
        rows.add(Row.total(
                "Total",
                4,
                differences,
                realised,
                unrealised,
                Cell.of(sum(sums, contract -> contract.baseCommission)).by("SUM(@)")));
        checks.add(
                Tab.FUTURES,
                Check.isNothing("The journal has what the proofs of margin say, contract by contract", differences),
                new Check(
                        "Realised is the change of account 4020",
                        Check.Side.of(realised),
                        LedgerTables.gain(sums, Account.REALISED_FUTURES)),
                new Check(
                        "Unrealised is the change of account 4120",
                        Check.Side.of(unrealised),
                        LedgerTables.gain(sums, Account.CHANGE_UNREALISED_FUTURES)));
    }

    private static Cell count(Sums sums, Function<Contract, Quantity> lots) {
        return Cell.of(sums.contracts.contracts().stream().map(lots).reduce(Quantity.ZERO, Quantity::plus))
                .by("SUM(@)");
    }

    private static Money sum(Sums sums, Function<Contract, Money> figure) {
        return sums.contracts.contracts().stream().map(figure).reduce(sums.zero, Money::plus);
    }
}
