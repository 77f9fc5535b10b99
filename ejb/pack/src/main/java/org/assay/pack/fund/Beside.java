package org.assay.pack.fund;

import java.nio.file.Path;
import java.util.UUID;

/** Where something is written before it is moved into its place: in the same folder, so that the move is one step. */
public final class Beside {
    private Beside() {}

    /** A path that does not exist; what is made there has the permissions of any new file. */
    public static Path of(Path place) {
        Path whole = place.toAbsolutePath().normalize();
        return whole.resolveSibling(".%s-%s".formatted(whole.getFileName(), UUID.randomUUID()));
    }
}
