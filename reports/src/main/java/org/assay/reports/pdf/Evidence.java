package org.assay.reports.pdf;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assay.kernel.Finding;
import org.assay.kernel.ledger.Fact;
import org.assay.kernel.ledger.Stamp;
import org.assay.kernel.nav.NavResult.Control;
import org.assay.reports.ControlWords;
import org.assay.reports.StruckNav;
import org.assay.reports.layout.Figures;
import org.assay.reports.layout.Section;
import org.assay.reports.layout.Table;

/** What was tested and how it came out, what was found and by which figures, and what came late. */
final class Evidence {
    /** What each control counts when it says how many it tested. */
    private static final Map<String, String> LOOKED_AT = Map.ofEntries(
            Map.entry("C01", "entries, and the trial balance, by currency"),
            Map.entry("C02", "the fund, and capital of each class"),
            Map.entry("C03", "the fund, and two sides of each class"),
            Map.entry("C04", "shares of each class, here and carried on"),
            Map.entry("C05", "classes"),
            Map.entry("C06", "positions, ledger balances, movements"),
            Map.entry("C11", "contracts, each by four sums"),
            Map.entry("C12", "contracts, and accounts that bear them"),
            Map.entry("C14", "positions, and accounts 1150 and 1160"),
            Map.entry("C20", "prices used"),
            Map.entry("C21", "prices and rates used"),
            Map.entry("C32", "facts of the day"),
            Map.entry("C36", "positions, and currencies in use"),
            Map.entry("C38", "open contracts"));

    private Evidence() {}

    static Section controls(StruckNav nav) {
        Table table = Table.of("controls", nav.fund().base());
        long failed = 0;
        for (Control control : nav.result().controls()) {
            failed += control.failed() > 0 ? 1 : 0;
            Optional<ControlWords> words = ControlWords.of(control.code());
            table.row(
                    control.code(),
                    words.map(ControlWords::name),
                    words.map(ControlWords::claim),
                    LOOKED_AT.getOrDefault(control.code(), ""),
                    control.tested(),
                    control.failed(),
                    control.failed() == 0 ? "pass" : "FAIL");
        }
        int ran = nav.result().controls().size();
        String outcome = failed == 0
                ? "All %s controls that ran have passed.".formatted(ran)
                : "%s of %s controls have something to say; each of their findings stands below."
                        .formatted(failed, ran);
        return table.note(outcome
                        + " Controls add the result up again by other ways than it was made. One that tested nothing had"
                        + " nothing of its kind to look at.")
                .section();
    }

    static Section findings(StruckNav nav) {
        Table table = Table.of("findings", nav.fund().base());
        for (Finding finding : nav.result().findings()) {
            table.row(
                    finding.control(),
                    Wording.word(finding.severity()),
                    finding.subject(),
                    Figures.plain(finding.measured()),
                    Figures.plain(finding.limit()),
                    finding.text());
        }
        if (nav.result().findings().isEmpty()) {
            return table.line("Nothing was found.").section();
        }
        return table.note(
                        "Info: for the record. Review: a second person looks before the NAV is published. Block: the NAV is"
                                + " held. CASH, ROLL, C15, C17 and C30 say something only where there is something to say.")
                .section();
    }

    /** C32: what came after its own day was struck, and what it replaces. */
    static Section backDated(StruckNav nav) {
        Table table = Table.of("back-dated", nav.fund().base());
        List<Fact> late = nav.inputs().facts().stream()
                .filter(fact -> isLate(nav, fact.stamp()))
                .toList();
        for (Fact fact : late) {
            Stamp stamp = fact.stamp();
            table.row(
                    stamp.id(),
                    Wording.kind(fact),
                    Figures.utc(stamp.effective()),
                    Figures.utc(stamp.recorded()),
                    stamp.corrects(),
                    Wording.says(fact),
                    stamp.source());
        }
        if (late.isEmpty()) {
            return table.line("No fact of this strike came after its own day was struck.")
                    .section();
        }
        return table.note(
                        "Each counts in this day, unless its own is restated. One that replaces a fact of an earlier strike"
                                + " holds the NAV until that day is restated.")
                .section();
    }

    private static boolean isLate(StruckNav nav, Stamp stamp) {
        boolean replacesStruck =
                stamp.corrects().filter(nav.inputs().struckAlready()::contains).isPresent();
        return replacesStruck
                || nav.inputs().opening().struck().stream()
                        .anyMatch(struck -> !stamp.effective().isAfter(struck.at()));
    }
}
