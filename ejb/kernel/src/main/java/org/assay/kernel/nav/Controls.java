package org.assay.kernel.nav;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.assay.kernel.Finding;
import org.assay.kernel.Finding.Severity;
import org.assay.kernel.nav.NavResult.Control;
import org.assay.kernel.nav.NavResult.Status;

/**
 * The tie-outs an auditor expects, run on every result. They re-add the result by other ways than it was made and share no
 * code with the steps; each looks at its own figures, so that one wrong cent makes exactly one of them fail.
 */
final class Controls {
    /** The register, in the order of the codes. */
    private static final List<Check> CHECKS = List.of(
            new Check("C01", LedgerControls::trialBalance),
            new Check("C02", LedgerControls::rollForward),
            new Check("C03", LedgerControls::classSum),
            new Check("C04", LedgerControls::sharesRoll),
            new Check("C05", LedgerControls::perShare),
            new Check("C06", PositionControls::lotsToPosition),
            new Check("C11", PositionControls::marginIdentity),
            new Check("C12", PositionControls::noDoubleCount),
            new Check("C14", PositionControls::unrealisedProof),
            new Check("C20", PriceControls::tolerance),
            new Check("C21", PriceControls::stale),
            new Check("C32", PriceControls::backDated),
            new Check("C36", PriceControls::complete),
            new Check("C38", PositionControls::expiryCoverage));

    /**
     * Came after funds were struck without them. They find like the others, and are not counted in the result: a count would
     * change the digest of every NAV that was struck before (ADR 15).
     */
    private static final List<Check> UNCOUNTED = List.of(
            new Check("C15", AccrualControls::cashInterest),
            new Check("C17", AccrualControls::managementFee),
            new Check("CASH", AccrualControls::overdrawn));

    private Controls() {}

    /** The result with its controls, findings and status. */
    static NavResult judge(NavInputs inputs, NavResult result) {
        List<Control> controls = new ArrayList<>();
        List<Finding> findings = new ArrayList<>(result.findings());
        for (Check check : CHECKS) {
            Outcome outcome = check.run().apply(inputs, result);
            int failed = (int) outcome.findings().stream()
                    .filter(finding -> finding.severity() != Severity.INFO)
                    .count();
            controls.add(new Control(check.code(), outcome.tested(), failed));
            findings.addAll(outcome.findings());
        }
        UNCOUNTED.forEach(
                check -> findings.addAll(check.run().apply(inputs, result).findings()));
        boolean held = findings.stream().anyMatch(finding -> finding.severity() == Severity.BLOCK);
        return new NavResult(
                result.fund(),
                result.date(),
                result.inputs(),
                held ? Status.HELD : Status.REVIEW,
                result.netAssets(),
                result.classes(),
                result.positions(),
                result.futures(),
                result.fees(),
                result.rolls(),
                result.entries(),
                result.movements(),
                controls,
                findings,
                result.closing(),
                result.estimates());
    }

    private record Check(String code, BiFunction<NavInputs, NavResult, Outcome> run) {}

    /** How many things were looked at, and what was wrong with them. */
    record Outcome(int tested, List<Finding> findings) {}
}
