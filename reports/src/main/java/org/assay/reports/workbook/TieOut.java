package org.assay.reports.workbook;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Each figure the formulas lead to, against the one that was struck. */
final class TieOut {
    private final List<Tie> ties = new ArrayList<>();

    private record Tie(String what, String formula, BigDecimal struck, int decimals) {}

    /** @param decimals that count, though they are zeros */
    void add(String what, String formula, BigDecimal struck, int decimals) {
        ties.add(new Tie(what, formula, struck, decimals));
    }

    /** Of units or lots, as many as they have. */
    void add(String what, String formula, BigDecimal struck) {
        add(what, formula, struck, Math.max(0, struck.stripTrailingZeros().scale()));
    }

    void write(Book book) {
        Grid struck = new Grid(
                book,
                Tab.STRUCK,
                "The figures of the strike, as the books hold them. Nothing is worked from them but the tie-out.",
                "What",
                "Struck");
        Grid grid = new Grid(
                book,
                Tab.TIE_OUT,
                "Worked by formulas from lots and prices, against struck: PASS, or the difference.",
                "What",
                "Worked",
                "Struck",
                "Outcome");
        for (Tie tie : ties) {
            int decimals = tie.decimals();
            struck.row().text(tie.what()).number(tie.struck(), decimals);
            int line = grid.row().line();
            grid.text(tie.what())
                    .formula(tie.formula(), decimals)
                    .formula("Struck!B" + line, decimals)
                    .outcome(
                            "IF(ROUND(B%1$s-C%1$s,%2$s)=0,\"PASS\",ROUND(B%1$s-C%1$s,%2$s))".formatted(line, decimals),
                            decimals);
        }
        grid.name("Tie_Outcome", "D");
        grid.close();
        struck.close();
    }
}
