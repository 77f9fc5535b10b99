package org.assay.reports;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.assay.kernel.nav.NavInputs;
import org.assay.kernel.nav.NavResult;
import org.assay.pack.fund.FundFile;

/**
 * A strike with what people did about it: all a report may know.
 *
 * @param version of the NAV of this day, 1 unless it was restated
 * @param attempt at this version, from 1
 * @param status Held or Review as the strike decided; Approved, Published, Superseded or Abandoned as people did; Proposed
 *     while it stands on a branch
 * @param signOffs in the order of their time
 * @param history NAVs of earlier days and of this one, for the chart; as long as one likes
 */
public record StruckNav(
        FundFile fund,
        NavInputs inputs,
        NavResult result,
        int version,
        int attempt,
        String status,
        List<SignOff> signOffs,
        List<PastNav> history) {
    private static final Set<String> STATUSES =
            Set.of("Held", "Review", "Approved", "Published", "Superseded", "Proposed", "Abandoned");

    public StruckNav {
        if (!STATUSES.contains(status)) {
            throw new IllegalArgumentException(
                    "status '%s': expected one of %s".formatted(status, new TreeSet<>(STATUSES)));
        }
        if (version < 1 || attempt < 1) {
            throw new IllegalArgumentException(
                    "version %s, attempt %s: expected both from 1".formatted(version, attempt));
        }
        if (!result.inputs().equals(inputs.digest())) {
            throw new IllegalArgumentException(
                    "result of %s on %s was struck from other inputs".formatted(result.fund(), result.date()));
        }
        signOffs = signOffs.stream().sorted(Comparator.comparing(SignOff::at)).toList();
        history = history.stream()
                .sorted(Comparator.comparing(PastNav::date).thenComparing(PastNav::shareClass))
                .toList();
    }

    /** {@code ILL-COMPUTE_2026-03-31_v1_nav-pack.pdf}: sorts by day within a fund, and is safe on every file system. */
    public String fileName(String kind, String ending) {
        String safe = result.fund().replaceAll("[^A-Za-z0-9-]", "-");
        return "%s_%s_v%s_%s.%s".formatted(safe, result.date(), version, kind, ending);
    }
}
