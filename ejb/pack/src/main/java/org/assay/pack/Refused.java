package org.assay.pack;

import java.util.List;
import java.util.stream.Stream;
import org.assay.kernel.ErrorCode;
import org.assay.kernel.FundException;
import org.assay.kernel.Parsed;
import org.assay.pack.table.Origin;
import org.assay.pack.table.Origins;
import org.assay.pack.table.Refusals;

/** The input was refused: one line a reason, each with its place and what was expected there. */
final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private static final String DATA_DESK = "nothing of the pack was read: %s must act"
            .formatted(ErrorCode.FORMAT.blame().who());

    private final transient List<String> reasons;

    private Refused(List<String> reasons) {
        super(String.join("; ", reasons));
        this.reasons = List.copyOf(reasons);
    }

    List<String> reasons() {
        return reasons;
    }

    static Refused because(String reason) {
        return new Refused(List.of(reason));
    }

    /** What was found in the files. */
    static Refused because(List<Parsed.Failure> failures) {
        return new Refused(Stream.concat(failures.stream().map(Refusals::line), Stream.of(DATA_DESK))
                .toList());
    }

    /** What a strike refused, with the file and line of what it refused, as far as that came from one. */
    static Refused because(FundException e, Origins origins) {
        String place = List.of("fact", "instrument", "class", "place", "calendar", "currency").stream()
                .flatMap(kind -> origins.find(kind, e.subject()).stream())
                .findFirst()
                .map(Origin::toString)
                .orElse(e.subject());
        return new Refused(List.of("%s, column %s, value '%s': expected %s (%s of %s: %s must act)"
                .formatted(
                        place,
                        e.field(),
                        e.value(),
                        e.expected(),
                        e.code(),
                        e.subject(),
                        e.code().blame().who())));
    }
}
