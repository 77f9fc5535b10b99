package org.assay.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;

/**
 * The two people of the demo, for the eyes of four: who prepares a NAV may not approve it.
 *
 * <p>Their passwords are drawn once for each home and kept there, readable by its owner alone; a password that every
 * copy shares would be a door.
 */
record Logins(String preparerPassword, String approverPassword) {
    static final String PREPARER = "preparer@demo";
    static final String APPROVER = "approver@demo";

    static Logins of(Path file) throws IOException {
        if (!Files.exists(file)) {
            write(file, new Logins(draw(), draw()));
        }
        var found = new TreeMap<String, String>();
        for (String line : Files.readAllLines(file)) {
            String[] words = line.strip().split(" +");
            if (words.length == 2) {
                found.put(words[0], words[1]);
            }
        }
        if (!found.containsKey(PREPARER) || !found.containsKey(APPROVER)) {
            throw new Refusal("%s does not name both %s and %s: delete the file, and new passwords are drawn."
                    .formatted(file, PREPARER, APPROVER));
        }
        return new Logins(found.get(PREPARER), found.get(APPROVER));
    }

    Map<String, String> environment() {
        return Map.of(
                "ASSAY_DEMO_PREPARER_PASSWORD", preparerPassword, "ASSAY_DEMO_APPROVER_PASSWORD", approverPassword);
    }

    /** Value of the header Authorization for the preparer. */
    String preparerBasic() {
        return basic(PREPARER, preparerPassword);
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
                file, "%s %s%n%s %s%n".formatted(PREPARER, logins.preparerPassword, APPROVER, logins.approverPassword));
    }

    /** Without the secrets. */
    @Override
    public String toString() {
        return PREPARER + ", " + APPROVER;
    }
}
