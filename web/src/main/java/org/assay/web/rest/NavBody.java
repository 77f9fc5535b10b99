package org.assay.web.rest;

import java.util.List;
import org.assay.kernel.Finding;
import org.assay.kernel.nav.NavResult;
import org.assay.kernel.roll.RollStep;

/** A NAV, whole but for its journal: what the strike decided, as the strike names it. */
public record NavBody(
        StrikeBody head,
        List<NavResult.ClassNav> classes,
        List<NavResult.Position> positions,
        List<NavResult.FutureProof> futures,
        List<NavResult.ClassFee> fees,
        List<NavResult.Control> controls,
        List<Finding> findings,
        List<RollStep> rolls) {
    static NavBody of(StrikeBody head, NavResult result) {
        return new NavBody(
                head,
                result.classes(),
                result.positions(),
                result.futures(),
                result.fees(),
                result.controls(),
                result.findings(),
                result.rolls());
    }
}
