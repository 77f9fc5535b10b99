package org.assay.reports.workbook;

import java.util.List;
import org.assay.kernel.nav.NavResult.ClassFee;
import org.assay.kernel.nav.NavResult.ClassNav;
import org.assay.kernel.nav.ShareClass;

/** Fees, the division of the fund's result among its classes, and NAV per share. */
final class ClassSheets {
    /** A class has holders and something of theirs: what another one without shares has left goes to it. */
    private static final String HELD = "SUMIFS(Class_Base,Class_Base,\">0\",Class_Shares,\">0\")>0";

    private final Book book;
    private final Known known;
    private final TieOut ties;

    ClassSheets(Book book, Known known, TieOut ties) {
        this.book = book;
        this.known = known;
        this.ties = ties;
    }

    void fees() {
        Grid grid = new Grid(
                book,
                Tab.FEES,
                "Base x rate x days / days in the year, rounded once. Base is net assets at the last strike with capital"
                        + " entered.",
                "Class",
                "From",
                "To, exclusive",
                "Days",
                "Base " + known.base(),
                "Rate a year",
                "Days in the year",
                "Fee " + known.base());
        List<ClassFee> fees = known.nav.result().fees();
        for (int i = 0; i < fees.size(); i++) {
            int from = Grid.FIRST + i;
            int line = grid.row().line();
            grid.textFormula("'Fee inputs'!A" + from)
                    .formula("'Fee inputs'!B" + from, "yyyy-mm-dd")
                    .formula("'Fee inputs'!C" + from, "yyyy-mm-dd")
                    .formula("C%1$s-B%1$s".formatted(line), 0)
                    .formula("INDEX(Class_Base,MATCH(A%s,Class_Code,0))".formatted(line), known.decimals)
                    .formula("'Fee inputs'!D" + from, "0.0000%")
                    .formula("'Fee inputs'!E" + from, 0)
                    .formula("ROUND(E%1$s*F%1$s*D%1$s/G%1$s,%2$s)".formatted(line, known.decimals), known.decimals);
            ties.add(
                    "fee, class %s from %s"
                            .formatted(
                                    fees.get(i).shareClass(),
                                    fees.get(i).accrual().days().from()),
                    "Fees!H" + line,
                    fees.get(i).accrual().amount().amount(),
                    known.decimals);
        }
        grid.name("Fee_Class", "A");
        grid.name("Fee_Amount", "H");
        grid.close();
    }

    /** The names that other sheets need before this one can be written, because its formulas need theirs. */
    void names() {
        int last = Grid.FIRST + known.nav.result().classes().size() - 1;
        named("Class_Code", "A", last);
        named("Class_Base", "D", last);
        named("Class_Owned", "E", last);
        named("Class_Weight", "F", last);
        named("Class_Truncated", "H", last);
        named("Class_Fees", "L", last);
        named("Class_NetAssets", "M", last);
        named("Class_Shares", "N", last);
        named("NavPerShare", "O", last);
        book.name("Fund_Result", "Classes!$K$%s".formatted(last + 1));
        book.name("Fund_Given", "Classes!$G$%s".formatted(last + 1));
        book.name("Fund_SpareUnits", "Classes!$J$%s".formatted(last + 1));
    }

    private void named(String name, String column, int last) {
        book.name(name, "Classes!$%1$s$%2$s:$%1$s$%3$s".formatted(column, Grid.FIRST, last));
    }

    void classes() {
        Grid grid = new Grid(
                book,
                Tab.CLASSES,
                "The fund's result goes to classes by net assets with capital; each part is cut to the minor unit, spare units go"
                        + " to the largest remainders, ties to the first class. What a class without shares has left is given with"
                        + " it.",
                "Class",
                "At the last strike",
                "Capital entered",
                "Base",
                "Owned",
                "Weight",
                "Exact part",
                "Cut",
                "Remainder",
                "Rank; below, units to spare",
                "Result",
                "Fees",
                "Net assets " + known.base(),
                "Shares",
                "NAV per share " + known.base());
        List<ClassNav> classes = known.nav.result().classes();
        for (int i = 0; i < classes.size(); i++) {
            shareClass(grid.row(), classes.get(i));
        }
        int last = grid.line();
        int d = known.decimals;
        grid.totalRow().text("Fund").formula(sum("B", last), d).formula(sum("C", last), d);
        grid.formula(sum("D", last), d).formula(sum("E", last), d).skip();
        grid.formula("ROUND(Fund_Result+IF(%s,SUMIFS(Class_Base,Class_Shares,0),0),%s)".formatted(HELD, d), d);
        grid.formula(sum("H", last), d).skip();
        grid.formula("ROUND((ABS(Fund_Given)-SUM(Class_Truncated))*10^%s,0)".formatted(d), 0);
        grid.formula("ROUND(Fund_NetAssets-SUM(Class_Base)+SUM(Class_Fees),%s)".formatted(d), d);
        grid.formula(sum("L", last), d).formula(sum("M", last), d).skip().skip();
        grid.close();
    }

    private void shareClass(Grid grid, ClassNav nav) {
        int line = grid.line();
        int d = known.decimals;
        String in = "'Class inputs'!%s" + line;
        int shareDecimals = terms(nav).shareDecimals();
        int priceDecimals = terms(nav).priceDecimals();
        grid.textFormula(in.formatted("A"))
                .formula(in.formatted("C"), d)
                .formula(in.formatted("D"), d)
                .formula("ROUND(B%1$s+C%1$s,%2$s)".formatted(line, d), d)
                .formula("IF(AND(N%2$s=0,%3$s),0,%1$s*MAX(D%2$s,0))".formatted(in.formatted("B"), line, HELD), d)
                .formula(
                        "IF(SUM(Class_Owned)>0,E%1$s,IF(SUM(ClassIn_Subscribed)>0,%2$s*%3$s,%3$s))"
                                .formatted(line, in.formatted("H"), in.formatted("B")),
                        d)
                .formula("ROUND(ABS(Fund_Given)*F%s/SUM(Class_Weight),6)".formatted(line), 6)
                .formula("ROUNDDOWN(G%s,%s)".formatted(line, d), d)
                .formula("ROUND(G%1$s-H%1$s,6)".formatted(line), 6)
                .formula(
                        "1+COUNTIF(I$%1$s:I$%2$s,\">\"&I%3$s)+COUNTIF(I$%4$s:I%5$s,I%3$s)"
                                .formatted(
                                        Grid.FIRST,
                                        Grid.FIRST
                                                + known.nav.result().classes().size()
                                                - 1,
                                        line,
                                        Grid.FIRST - 1,
                                        line - 1),
                        0)
                .formula(
                        "IF(AND(N%1$s=0,%3$s),-D%1$s,SIGN(Fund_Given)*ROUND(H%1$s+IF(J%1$s<=Fund_SpareUnits,10^-%2$s,0),%2$s))"
                                .formatted(line, d, HELD),
                        d)
                .formula("ROUND(SUMIFS(Fee_Amount,Fee_Class,A%s),%s)".formatted(line, d), d)
                .formula("ROUND(D%1$s+K%1$s-L%1$s,%2$s)".formatted(line, d), d)
                .formula(
                        "ROUND(%s+%s-%s,%s)"
                                .formatted(in.formatted("E"), in.formatted("F"), in.formatted("G"), shareDecimals),
                        shareDecimals)
                .formula(
                        "IF(N%1$s=0,%2$s,ROUND(M%1$s/N%1$s,%3$s))"
                                .formatted(line, in.formatted("J"), in.formatted("I")),
                        priceDecimals);
        book.name("NavPerShare_" + nav.shareClass().replaceAll("[^A-Za-z0-9]", "_"), "Classes!$O$" + line);
        ties.add(
                "result, class " + nav.shareClass(),
                "Classes!K" + line,
                nav.allocated().amount(),
                known.decimals);
        ties.add(
                "shares, class " + nav.shareClass(),
                "Classes!N" + line,
                nav.shares().units(),
                shareDecimals);
        ties.add(
                "net assets, class " + nav.shareClass(),
                "Classes!M" + line,
                nav.netAssets().amount(),
                known.decimals);
        ties.add(
                "NAV per share, class " + nav.shareClass(),
                "Classes!O" + line,
                nav.perShare().perUnit(),
                priceDecimals);
    }

    void summary() {
        Grid grid = new Grid(
                book,
                Tab.SUMMARY,
                "%s, %s, NAV of %s. Version %s, attempt %s, %s%s. Amounts in %s."
                        .formatted(
                                known.nav.result().fund(),
                                known.nav.fund().name(),
                                known.nav.result().date(),
                                known.nav.version(),
                                known.nav.attempt(),
                                known.nav.status(),
                                known.nav.fund().illustrative() ? ". ILLUSTRATIVE, INVENTED DATA" : "",
                                known.base()),
                "Class",
                "Net assets " + known.base(),
                "Shares",
                "NAV per share " + known.base(),
                "Weight in the fund",
                "Result of the day",
                "Fees of the day");
        for (ClassNav nav : known.nav.result().classes()) {
            int line = grid.row().line();
            grid.textFormula("Classes!A" + line)
                    .formula("Classes!M" + line, known.decimals)
                    .formula("Classes!N" + line, terms(nav).shareDecimals())
                    .formula("Classes!O" + line, terms(nav).priceDecimals())
                    .formula("IF(Fund_NetAssets=0,0,ROUND(B%s/Fund_NetAssets,6))".formatted(line), "0.00%")
                    .formula("Classes!K" + line, known.decimals)
                    .formula("Classes!L" + line, known.decimals);
        }
        grid.totalRow()
                .text("Fund")
                .formula("Fund_NetAssets", known.decimals)
                .skip()
                .skip()
                .skip()
                .skip()
                .skip();
        grid.row();
        String classes = "ROUND(SUM(Class_NetAssets)-Fund_NetAssets,%s)".formatted(known.decimals);
        check(grid, "Classes add up to the fund", passWhenZero(classes));
        check(grid, "Debits less credits", passWhenZero("Ledger_Difference"));
        check(grid, "Margin less realised and unrealised", passWhenZero("SUM(Future_Difference)"));
        check(
                grid,
                "Figures that differ from the struck ones",
                passWhenZero("(ROWS(Tie_Outcome)-COUNTIF(Tie_Outcome,\"PASS\"))"));
        grid.row();
        grid.row()
                .note(
                        "How to read: yellow sheets hold inputs, dark ones only formulas, grey ones what the strike said.");
        grid.row().note("Change a yellow cell, a price or a lot: NAV per share follows, and Tie-out says by how much.");
        grid.close();
    }

    private static String passWhenZero(String difference) {
        return "IF(%1$s=0,\"PASS\",%1$s)".formatted(difference);
    }

    private void check(Grid grid, String what, String formula) {
        grid.row().text(what).outcome(formula, known.decimals);
    }

    private ShareClass terms(ClassNav nav) {
        return known.nav.inputs().terms().shareClass(nav.shareClass());
    }

    private String sum(String column, int last) {
        return "ROUND(SUM(%1$s%2$s:%1$s%3$s),%4$s)".formatted(column, Grid.FIRST, last, known.decimals);
    }
}
