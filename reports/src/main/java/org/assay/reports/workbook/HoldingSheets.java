package org.assay.reports.workbook;

import java.math.BigDecimal;
import java.util.List;
import org.assay.kernel.instrument.Instrument;
import org.assay.kernel.ledger.Account;
import org.assay.kernel.ledger.Balance;
import org.assay.kernel.nav.NavResult.FutureProof;
import org.assay.kernel.nav.NavResult.Position;
import org.assay.kernel.nav.NavResult.State;
import org.assay.kernel.nav.Place;

/** What is held and owed, at what it is worth: positions from lots and prices, money at spot. */
final class HoldingSheets {
    /** As positions are sought in lots: by instrument, place and fate. */
    private static final String OF_LOTS = "Lot_Instrument,A%1$s,Lot_Place,D%1$s,Lot_Fate,\"open\"";

    private final Book book;
    private final Known known;
    private final TieOut ties;

    HoldingSheets(Book book, Known known, TieOut ties) {
        this.book = book;
        this.known = known;
        this.ties = ties;
    }

    /** Must come after the futures and the fees: what they owe tonight is money too. */
    void money() {
        Grid grid = new Grid(
                book,
                Tab.MONEY,
                "Money and claims to it, at spot. Carried is what the ledger holds it for; the rest stands on 1160.",
                "Account",
                "Class",
                "Instrument",
                "Place",
                "Currency",
                "Balance, own currency",
                "Rate",
                "Worth " + known.base(),
                "Carried at " + known.base(),
                "Revaluation " + known.base());
        List<Balance> balances = known.balances();
        for (int i = 0; i < balances.size(); i++) {
            Balance balance = balances.get(i);
            if (Known.isMoney(balance.key().account())) {
                balance(grid.row(), balance, Grid.FIRST + i);
            }
        }
        int first = Grid.FIRST;
        for (FutureProof proof : known.nav.result().futures()) {
            unpaidMargin(grid.row(), proof, first++);
        }
        grid.name("Money_Account", "A");
        grid.name("Money_Place", "D");
        grid.name("Money_Currency", "E");
        grid.name("Money_Balance", "F");
        grid.name("Money_Worth", "H");
        grid.name("Money_Carried", "I");
        grid.name("Money_Revaluation", "J");
        grid.close();
    }

    private void balance(Grid grid, Balance balance, int from) {
        int line = grid.line();
        int decimals = balance.key().currency().decimals();
        boolean fee = balance.key().account() == Account.MANAGEMENT_FEE_PAYABLE
                && balance.key().currency().equals(known.base());
        String today = fee ? "-SUMIFS(Fee_Amount,Fee_Class,B" + line + ")" : "";
        for (String column : List.of("A", "C", "D", "E", "F")) {
            grid.textFormula("Balances!%1$s%2$s&\"\"".formatted(column, from));
        }
        grid.formula("ROUND(Balances!G%s%s,%s)".formatted(from, today, decimals), decimals);
        worth(grid, line, "ROUND(Balances!H%s%s,%s)".formatted(from, today, known.decimals));
    }

    /** A call below zero is a payable for all of its contracts. */
    private void unpaidMargin(Grid grid, FutureProof proof, int from) {
        int line = grid.line();
        int decimals = known.future(proof.instrument()).currency().decimals();
        grid.textFormula("IF(SUMIFS(Future_Unpaid,Future_Call,Futures!C%s)<0,\"2030\",\"1030\")".formatted(from))
                .skip()
                .textFormula("Futures!A" + from)
                .textFormula("Futures!B" + from)
                .textFormula("'Margin inputs'!C" + from)
                .formula("Futures!L" + from, decimals);
        worth(grid, line, "H" + line);
    }

    private void worth(Grid grid, int line, String carried) {
        grid.formula("INDEX(Rate_InBase,MATCH(E%s,Rate_Currency,0))".formatted(line), 6)
                .formula("ROUND(F%1$s*G%1$s,%2$s)".formatted(line, known.decimals), known.decimals)
                .formula(carried, known.decimals)
                .formula("ROUND(H%1$s-I%1$s,%2$s)".formatted(line, known.decimals), known.decimals);
    }

    void positions() {
        Grid grid = new Grid(
                book,
                Tab.POSITIONS,
                "Quantity from the lots x price x rate, rounded once per position. Futures carry no value on the balance sheet"
                        + " and have their own sheet.",
                "Instrument",
                "Name",
                "State",
                "Place",
                "Currency",
                "Quantity",
                "Price, per unit",
                "Rate",
                "Market value " + known.base(),
                "Cost, own currency",
                "Cost " + known.base(),
                "Unrealised: price",
                "Unrealised: currency",
                "Weight in net assets");
        known.investments().forEach(position -> investment(grid.row(), position));
        grid.name("Investment_Price", "L");
        grid.name("Investment_Currency", "M");
        known.cash().forEach(position -> cash(grid.row(), position));
        int last = grid.line();
        grid.totalRow().text("Total");
        for (int i = 0; i < 7; i++) {
            grid.skip();
        }
        for (String column : List.of("I", "", "K", "L", "M")) {
            if (column.isEmpty()) {
                grid.skip();
            } else {
                grid.formula(sum(column, last), known.decimals);
            }
        }
        grid.close();
    }

    private void investment(Grid grid, Position position) {
        Instrument instrument = known.instrument(position.instrument()).orElseThrow();
        int line = grid.line();
        int decimals = instrument.currency().decimals();
        String lots = OF_LOTS.formatted(line);
        String price = "INDEX(%s,MATCH(A" + line + ",Price_Instrument,0))";
        BigDecimal units = position.quantity().units().stripTrailingZeros();
        BigDecimal perUnit = position.price().perUnit().stripTrailingZeros();
        head(grid, position, instrument.name())
                .textFormula(price.formatted("Price_Currency"))
                .formula(
                        "ROUND(SUMIFS(Lot_Quantity,%s),%s)".formatted(lots, Math.max(0, units.scale())),
                        Math.max(0, units.scale()))
                .formula(price.formatted("Price_PerUnit"), Math.max(2, perUnit.scale()))
                .formula("INDEX(Rate_InBase,MATCH(E%s,Rate_Currency,0))".formatted(line), 6)
                .formula("ROUND(F%1$s*G%1$s*H%1$s,%2$s)".formatted(line, known.decimals), known.decimals)
                .formula("ROUND(SUMIFS(Lot_Cost,%s),%s)".formatted(lots, decimals), decimals)
                .formula("ROUND(SUMIFS(Lot_BaseCost,%s),%s)".formatted(lots, known.decimals), known.decimals)
                .formula(
                        "ROUND((ROUND(F%1$s*G%1$s,%2$s)-J%1$s)*H%1$s,%3$s)".formatted(line, decimals, known.decimals),
                        known.decimals)
                .formula("ROUND(I%1$s-K%1$s-L%1$s,%2$s)".formatted(line, known.decimals), known.decimals)
                .formula("IF(Fund_NetAssets=0,0,ROUND(I%s/Fund_NetAssets,6))".formatted(line), "0.00%");
        tie(position, line);
        ties.add(
                "unrealised: price, " + subject(position),
                "Positions!L" + line,
                position.pricePart().amount(),
                known.decimals);
        ties.add(
                "unrealised: currency, " + subject(position),
                "Positions!M" + line,
                position.currencyPart().amount(),
                known.decimals);
    }

    private void cash(Grid grid, Position position) {
        int line = grid.line();
        int decimals = position.price().currency().decimals();
        String of = "Money_Account,\"%s\",Money_Place,D%s,Money_Currency,E%s".formatted(account(position), line, line);
        head(grid, position, "Cash " + position.instrument())
                .text(position.instrument())
                .formula("ROUND(SUMIFS(Money_Balance,%s),%s)".formatted(of, decimals), decimals)
                .skip()
                .formula("INDEX(Rate_InBase,MATCH(E%s,Rate_Currency,0))".formatted(line), 6)
                .formula("ROUND(SUMIFS(Money_Worth,%s),%s)".formatted(of, known.decimals), known.decimals)
                .skip()
                .formula("ROUND(SUMIFS(Money_Carried,%s),%s)".formatted(of, known.decimals), known.decimals)
                .skip()
                .formula("ROUND(I%1$s-K%1$s,%2$s)".formatted(line, known.decimals), known.decimals)
                .formula("IF(Fund_NetAssets=0,0,ROUND(I%s/Fund_NetAssets,6))".formatted(line), "0.00%");
        tie(position, line);
    }

    private Grid head(Grid grid, Position position, String name) {
        return grid.text(position.instrument())
                .text(name)
                .text(position.state() == State.LIQUID ? "liquid" : "restricted")
                .text(position.location());
    }

    private void tie(Position position, int line) {
        String subject = subject(position);
        ties.add(
                "quantity, " + subject,
                "Positions!F" + line,
                position.quantity().units());
        ties.add("cost, " + subject, "Positions!K" + line, position.cost().amount(), known.decimals);
        ties.add(
                "market value, " + subject,
                "Positions!I" + line,
                position.marketValue().amount(),
                known.decimals);
    }

    private String account(Position position) {
        if (position.state() == State.RESTRICTED) {
            return Account.INITIAL_MARGIN.code();
        }
        boolean broker = known.nav.inputs().terms().places().stream()
                .anyMatch(place -> place.id().equals(position.location()) && place.kind() == Place.Kind.FCM);
        return (broker ? Account.CASH_AT_FCM : Account.CASH_AT_BANK).code();
    }

    private String sum(String column, int last) {
        return "ROUND(SUM(%1$s%2$s:%1$s%3$s),%4$s)".formatted(column, Grid.FIRST, last, known.decimals);
    }

    private static String subject(Position position) {
        String state = position.state() == State.LIQUID ? "" : " restricted";
        return position.instrument() + " at " + position.location() + state;
    }
}
