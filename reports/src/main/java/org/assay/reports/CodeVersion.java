package org.assay.reports;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** Which program makes a report: it stands on each of them, because another program may make another (control C41). */
public final class CodeVersion {
    private static final String TEXT = read();

    private CodeVersion() {}

    /** {@code 0.1.0 (8d2a13e)}; the build tells when it was made of something nobody committed. */
    public static String text() {
        return TEXT;
    }

    private static String read() {
        Properties build = new Properties();
        try (InputStream in = CodeVersion.class.getResourceAsStream("version.properties")) {
            build.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String changed = Boolean.parseBoolean(build.getProperty("changed")) ? ", with changes nobody committed" : "";
        return "%s (%s%s)".formatted(build.getProperty("version"), build.getProperty("commit"), changed);
    }
}
