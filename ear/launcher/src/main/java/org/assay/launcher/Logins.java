package org.assay.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The two people of the demo, for the eyes of four: who prepares a NAV may not approve it.
 *
 * <p>Their passwords are drawn once for each home and kept there, readable by its owner alone; a password that every
 * copy shares would be a door. They belong to the books of that home: who is in the books already keeps the password they
 * came with, so new ones for the same books would be refused.
 */
record Logins(String operatorPassword, String approverPassword) {
    static final String OPERATOR = "operator@demo";
    static final String APPROVER = "approver@demo";

    /**
     * Those of a home before its database is started; empty where the demo does not run.
     *
     * @param hasOwnDatabase what {@code db} of the home holds is not what will be served
     */
    static Optional<Logins> of(Home home, boolean isDemo, boolean hasOwnDatabase) throws IOException {
        boolean hasBooks = !hasOwnDatabase && Files.exists(home.database());
        if (isDemo) {
            return Optional.of(of(home.logins(), hasBooks));
        }
        if (!hasOwnDatabase && !hasBooks) {
            // Drawn with the books, although nobody needs them yet, so that a later start can bring the demo.
            of(home.logins(), false);
        }
        return Optional.empty();
    }

    private static Logins of(Path file, boolean hasBooks) throws IOException {
        if (!Files.exists(file)) {
            if (hasBooks) {
                throw new Refusal(
                        "%s is missing and the books beside it take no new passwords: put it back, or choose a new home by -Dassay.home=<folder>."
                                .formatted(file));
            }
            write(file, new Logins(draw(), draw()));
        }
        var found = new TreeMap<String, String>();
        for (String line : Files.readAllLines(file)) {
            String[] words = line.strip().split(" +");
            if (words.length == 2) {
                found.put(words[0], words[1]);
            }
        }
        if (!found.containsKey(OPERATOR) || !found.containsKey(APPROVER)) {
            throw new Refusal(
                    "%s does not name both %s and %s: put back what it was, or choose a new home by -Dassay.home=<folder>."
                            .formatted(file, OPERATOR, APPROVER));
        }
        return new Logins(found.get(OPERATOR), found.get(APPROVER));
    }

    Map<String, String> environment() {
        return Map.of(
                "ASSAY_DEMO_OPERATOR_PASSWORD", operatorPassword, "ASSAY_DEMO_APPROVER_PASSWORD", approverPassword);
    }

    /** Value of the header Authorization for the operator. */
    String operatorBasic() {
        return basic(OPERATOR, operatorPassword);
    }

    /** The same for the approver. */
    String approverBasic() {
        return basic(APPROVER, approverPassword);
    }

    private static String basic(String name, String password) {
        byte[] pair = (name + ":" + password).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(pair);
    }

    private static String draw() {
        byte[] bytes = new byte[12];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static void write(Path file, Logins logins) throws IOException {
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        Files.writeString(
                file, "%s %s%n%s %s%n".formatted(OPERATOR, logins.operatorPassword, APPROVER, logins.approverPassword));
    }

    /** Without the secrets. */
    @Override
    public String toString() {
        return OPERATOR + ", " + APPROVER;
    }
}
