package org.assay.pack.fund;

import java.io.IOException;

/** A pack beyond what is read of one, whoever sent it. */
public final class PackTooLarge extends IOException {
    private static final long serialVersionUID = 1L;

    private final String file;
    private final String expected;

    PackTooLarge(String file, String expected) {
        super("%s: expected %s".formatted(file, expected));
        this.file = file;
        this.expected = expected;
    }

    /** The file at which it was too much. */
    public String file() {
        return file;
    }

    public String expected() {
        return expected;
    }
}
