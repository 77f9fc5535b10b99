package org.assay.pack;

import java.io.PrintWriter;
import java.util.Locale;
import org.assay.pack.evidence.EvidenceCheck;
import org.assay.pack.fund.SingleStrike;

/** What came of holding evidence to itself: which NAV it is of, and a line for each thing that was tried. */
record EvidenceSummary(EvidenceCheck check) {
    private static final int NAME = 14;

    void print(PrintWriter out) {
        check.struck().ifPresent(strike -> {
            SingleStrike single = check.single();
            out.println("%s on %s, version %s, attempt %s"
                    .formatted(strike.result().fund(), strike.result().date(), single.version(), single.attempt()));
            strike.result()
                    .classes()
                    .forEach(nav -> out.println("class %s: net assets %s, NAV per share %s %s"
                            .formatted(
                                    nav.shareClass(),
                                    nav.netAssets(),
                                    nav.perShare()
                                            .perUnit()
                                            .stripTrailingZeros()
                                            .toPlainString(),
                                    nav.perShare().currency())));
            out.println("result " + strike.result().digest());
        });
        check.checks()
                .forEach(each -> out.println(String.format(
                        Locale.ROOT,
                        "%-4s  %-" + NAME + "s %s",
                        each.holds() ? "ok" : "NO",
                        each.name(),
                        each.holds()
                                ? each.what()
                                : "places that differ: %s"
                                        .formatted(each.flaws().size()))));
    }
}
