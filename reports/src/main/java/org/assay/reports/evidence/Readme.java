package org.assay.reports.evidence;

import org.assay.kernel.nav.NavResult;
import org.assay.pack.evidence.Signer;
import org.assay.reports.StruckNav;

/** What evidence is, for who opens it and knows nothing of it. */
record Readme(StruckNav nav, Signer signer) {
    private static final String TEXT = """
            Evidence of a NAV

            fund        %1$s, %2$s%3$s
            NAV of      %4$s, version %5$s, attempt %6$s
            status      %7$s
            %8$s
            inputs      %9$s
            result      %10$s
            signed by   %11$s

            How to check it

            1. Get assay.jar, the offline command of Assay, from somebody you trust, or build it. It needs Java 17.
            2. Run: java -jar assay.jar verify FILE    (this file as it came, or the folder it was unpacked to)
            3. Its last line is TIES, or it names every file, line and column that differs.
            4. Compare the fingerprint it prints with the one the administrator of the fund gave you by another way.
            5. Compare the result above with the one on the NAV you were given.

            Without the command: sha256sum -c MANIFEST.sha256
            openssl pkeyutl -verify -pubin -inkey signer.pem -rawin -in MANIFEST.sha256 -sigfile MANIFEST.sig

            What is in it

            pack/                   all that this strike knew: terms, facts, prices, the books it opened with
            pack/expected/          what it decided: NAV, positions, lots, journal, trial balance
            pack/expected/controls.csv, findings.csv    every control that ran, and what they found
            reports/                the NAV pack and the workbook, as they were given out
            decisions.csv           who posted, struck and decided, when and why
            chain/                  the piece of the audit chain that seals the strike and the decisions
            MANIFEST.sha256, MANIFEST.sig, signer.pem   the hash of every file, the signature over them, by whom

            What it does not prove: that a price is fair, that a fact is true, that nothing was left out before it
            came to the books. It proves that this NAV follows from these inputs, and that they are those of that day.
            """;

    String text() {
        NavResult result = nav.result();
        StringBuilder classes = new StringBuilder();
        for (NavResult.ClassNav each : result.classes()) {
            String line = "class %s: net assets %s, NAV per share %s %s"
                    .formatted(
                            each.shareClass(),
                            each.netAssets(),
                            each.perShare().perUnit().stripTrailingZeros().toPlainString(),
                            each.perShare().currency());
            classes.append(classes.isEmpty() ? "" : "\n").append(line);
        }
        return TEXT.formatted(
                result.fund(),
                nav.fund().name(),
                nav.fund().illustrative() ? " (illustrative: the data is invented)" : "",
                result.date(),
                nav.version(),
                nav.attempt(),
                nav.status(),
                classes,
                result.inputs(),
                result.digest(),
                signer.fingerprint());
    }
}
