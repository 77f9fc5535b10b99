package org.assay.ejb;

import java.util.List;
import org.assay.kernel.Parsed;

/** A file nothing of which was taken, with every reason; that it came is kept. The data desk must act. */
public final class FileRefused extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<Parsed.Failure> failures;

    public FileRefused(List<Parsed.Failure> failures) {
        super("%s reasons, the first: %s".formatted(Integer.toString(failures.size()), failures.get(0)));
        this.failures = List.copyOf(failures);
    }

    /** In order of line. */
    public List<Parsed.Failure> failures() {
        return failures;
    }
}
