package org.assay.reports.workbook;

import java.math.BigDecimal;
import java.util.List;
import org.assay.kernel.instrument.Future;
import org.assay.kernel.nav.NavResult.FutureProof;

/** The margin proof: lot by lot what a contract gained, and by contract that its margin is realised plus unrealised. */
final class FutureSheets {
    private static final String OF_CONTRACT = "INDEX(Price_%s,MATCH(C%s,Price_Instrument,0))";

    private final Book book;
    private final Known known;
    private final TieOut ties;

    FutureSheets(Book book, Known known, TieOut ties) {
        this.book = book;
        this.known = known;
        this.ties = ties;
    }

    void lots() {
        Grid grid = new Grid(
                book,
                Tab.FUTURE_LOTS,
                "Gain = quantity x units a lot x (price - opened at), rounded per lot; of that, today's is what was not counted"
                        + " before.",
                "Lot",
                "Fate",
                "Contract",
                "Place",
                "Lots",
                "Opened at",
                "Settled or closed at",
                "Units a lot",
                "Gain since opened",
                "Counted before",
                "Margin of the day");
        // As on the sheet of the lots.
        known.sums.stream().filter(LotRow::isFuture).forEach(lot -> sum(grid.row(), lot));
        grid.name("FutureLot_Fate", "B");
        grid.name("FutureLot_Contract", "C");
        grid.name("FutureLot_Place", "D");
        grid.name("FutureLot_Lots", "E");
        grid.name("FutureLot_Gain", "I");
        grid.name("FutureLot_Today", "K");
        grid.close();
        // Lots begins with those of futures, in this order: a lot stands in the same row of both.
        book.later(Tab.FUTURE_LOTS, rows -> known.lots.futures(lot -> lot(rows.row(), lot)));
    }

    private static void sum(Grid grid, LotRow lot) {
        grid.skip().text(lot.fate().word()).text(lot.instrument()).text(lot.place());
        grid.number(lot.quantity(), 0).skip().skip().skip();
        grid.number(lot.gain(), 0).skip().number(lot.today(), 0);
    }

    private void lot(Grid grid, LotRow lot) {
        int line = grid.line();
        Future future = known.future(lot.instrument());
        BigDecimal at =
                lot.exit().orElseGet(() -> known.prices.get(lot.instrument()).perUnit());
        String price = lot.exit().isPresent() ? "Lots!H" + line : OF_CONTRACT.formatted("PerUnit", line);
        int decimals = future.currency().decimals();
        grid.worked("Lots!A" + line, lot.id())
                .worked("Lots!B" + line, lot.fate().word())
                .worked("Lots!C" + line, lot.instrument())
                .worked("Lots!D" + line, lot.place())
                .worked("Lots!F" + line, lot.quantity(), 0)
                .worked("Lots!G" + line, lot.price(), 4)
                .worked(price, at, 4)
                .worked(OF_CONTRACT.formatted("Multiplier", line), future.multiplier(), 0)
                .worked("ROUND(E%1$s*H%1$s*(G%1$s-F%1$s),%2$s)".formatted(line, decimals), lot.gain(), decimals)
                .worked("Lots!L" + line, lot.counted(), decimals)
                .worked("ROUND(I%1$s-J%1$s,%2$s)".formatted(line, decimals), lot.today(), decimals);
    }

    void proof() {
        Grid grid = new Grid(
                book,
                Tab.FUTURES,
                "Margin since first trade = realised + unrealised, exactly (control C11). Unpaid is a claim tonight and cash on"
                        + " the next exchange day.",
                "Contract",
                "Place",
                "Call",
                "Lots",
                "Settlement",
                "Notional, own currency",
                "Margin of the day",
                "Margin since first trade",
                "= realised",
                "+ unrealised",
                "Difference",
                "Unpaid tonight",
                "Of it on open lots, " + known.base(),
                "Of it on closed lots, " + known.base(),
                "Initial margin");
        List<FutureProof> proofs = known.nav.result().futures();
        for (int i = 0; i < proofs.size(); i++) {
            contract(grid.row(), proofs.get(i), Grid.FIRST + i);
        }
        grid.name("Future_Call", "C");
        grid.name("Future_Difference", "K");
        grid.name("Future_Unpaid", "L");
        grid.name("Future_OpenInBase", "M");
        grid.name("Future_ClosedInBase", "N");
        grid.close();
    }

    private void contract(Grid grid, FutureProof proof, int from) {
        int line = grid.line();
        int decimals = known.future(proof.instrument()).currency().decimals();
        int lotDecimals = Math.max(0, proof.lots().units().stripTrailingZeros().scale());
        String price = proof.settlement().isPresent()
                ? "INDEX(Price_PerUnit,MATCH(A%s,Price_Instrument,0))".formatted(line)
                : "D%s*0".formatted(line);
        String multiplier = proof.settlement().isPresent()
                ? "INDEX(Price_Multiplier,MATCH(A%s,Price_Instrument,0))".formatted(line)
                : "D%s*0".formatted(line);
        String rate = "INDEX(Rate_InBase,MATCH('Margin inputs'!C%s,Rate_Currency,0))".formatted(from);
        String open = of("Today", line, "open");
        String closed = of("Today", line, "closed");
        String settled = of("Today", line, "final");
        grid.textFormula("'Margin inputs'!A" + from)
                .textFormula("'Margin inputs'!B" + from)
                .textFormula("'Margin inputs'!D" + from)
                .formula("ROUND(%s,%s)".formatted(of("Lots", line, "open"), lotDecimals), lotDecimals)
                .formula(price, 4)
                .formula("ROUND(D%1$s*E%1$s*%2$s,8)".formatted(line, multiplier), decimals)
                .formula("ROUND(%s+%s+%s,%s)".formatted(open, closed, settled, decimals), decimals)
                .formula("ROUND('Margin inputs'!E%s+G%s,%s)".formatted(from, line, decimals), decimals)
                .formula(
                        "ROUND('Margin inputs'!F%s+%s+%s,%s)"
                                .formatted(from, of("Gain", line, "closed"), of("Gain", line, "final"), decimals),
                        decimals)
                .formula("ROUND(%s,%s)".formatted(of("Gain", line, "open"), decimals), decimals)
                .formula("ROUND(H%1$s-I%1$s-J%1$s,%2$s)".formatted(line, decimals), decimals)
                .formula("ROUND(%s+%s,%s)".formatted(open, closed, decimals), decimals)
                .formula("ROUND(%s*%s,%s)".formatted(open, rate, known.decimals), known.decimals)
                .formula(
                        "ROUND(ROUND(L%1$s*%2$s,%3$s)-M%1$s,%3$s)".formatted(line, rate, known.decimals),
                        known.decimals)
                .formula("'Margin inputs'!G" + from, decimals);
        String subject = proof.instrument() + " at " + proof.location();
        ties.add("lots, " + subject, "Futures!D" + line, proof.lots().units());
        ties.add(
                "margin of the day, " + subject,
                "Futures!G" + line,
                proof.margin().amount(),
                decimals);
        ties.add(
                "margin since first trade, " + subject,
                "Futures!H" + line,
                proof.paid().amount(),
                decimals);
        ties.add("realised, " + subject, "Futures!I" + line, proof.realised().amount(), decimals);
        ties.add(
                "unrealised, " + subject, "Futures!J" + line, proof.unrealised().amount(), decimals);
    }

    private static String of(String column, int line, String fate) {
        return "SUMIFS(FutureLot_%1$s,FutureLot_Contract,A%2$s,FutureLot_Place,B%2$s,FutureLot_Fate,\"%3$s\")"
                .formatted(column, line, fate);
    }
}
