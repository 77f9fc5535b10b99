package org.assay.reports.workbook;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Each figure the formulas lead to, against the one that was struck. */
final class TieOut {
    private final List<Tie> ties = new ArrayList<>();

    private record Tie(String what, String formula, BigDecimal struck) {}

    void add(String what, String formula, BigDecimal struck) {
        ties.add(new Tie(what, formula, struck));
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
            int decimals = Math.max(2, tie.struck().stripTrailingZeros().scale());
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
