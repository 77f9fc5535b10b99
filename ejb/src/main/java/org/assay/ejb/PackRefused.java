package org.assay.ejb;

import java.util.List;
import org.assay.kernel.Parsed;

/** A pack that was not taken, with every reason; nothing of it was read in. The data desk must act. */
public final class PackRefused extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<Parsed.Failure> failures;

    public PackRefused(List<Parsed.Failure> failures) {
        super("%s reasons, the first: %s".formatted(Integer.toString(failures.size()), failures.get(0)));
        this.failures = List.copyOf(failures);
    }

    /** In order of file and line. */
    public List<Parsed.Failure> failures() {
        return failures;
    }
}
