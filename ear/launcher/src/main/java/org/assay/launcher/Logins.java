package org.assay.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The people of the demo, one of each role and a second administrator: who prepares a NAV may not approve it, and who asks for
 * a right may not grant it.
 *
 * <p>Their passwords are drawn once for each home and kept there, readable by its owner alone; a password that every
 * copy shares would be a door. They belong to the books of that home: who is in the books already keeps the password they
 * came with, so new ones for the same books would be refused. A home of an older build names two; the others are drawn when
 * they are missed, because its books do not have them yet.
 */
record Logins(SortedMap<String, String> passwords) {
    static final String OPERATOR = "operator@demo";
    static final String APPROVER = "approver@demo";

    /** In the order they are told. */
    static final List<String> NAMES =
            List.of(OPERATOR, APPROVER, "compliance@demo", "auditor@demo", "administrator@demo", "administrator2@demo");

    Logins {
        passwords = Collections.unmodifiableSortedMap(new TreeMap<>(passwords));
    }

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
        var found = new TreeMap<String, String>();
        if (Files.exists(file)) {
            read(file, found);
        } else if (hasBooks) {
            throw new Refusal(
                    "%s is missing and the books beside it take no new passwords: put it back, or choose a new home by -Dassay.home=<folder>."
                            .formatted(file));
        }
        List<String> missing = new ArrayList<>(NAMES);
        missing.removeAll(found.keySet());
        missing.forEach(name -> found.put(name, draw()));
        Logins all = new Logins(found);
        if (!missing.isEmpty()) {
            write(file, all);
        }
        return all;
    }

    private static void read(Path file, Map<String, String> found) throws IOException {
        for (String line : Files.readAllLines(file)) {
            String[] words = line.strip().split(" +");
            if (words.length == 2 && NAMES.contains(words[0])) {
                found.put(words[0], words[1]);
            }
        }
        if (!found.containsKey(OPERATOR) || !found.containsKey(APPROVER)) {
            throw new Refusal(
                    "%s does not name both %s and %s: put back what it was, or choose a new home by -Dassay.home=<folder>."
                            .formatted(file, OPERATOR, APPROVER));
        }
    }

    /** ASSAY_DEMO_OPERATOR_PASSWORD and so on, as the server reads them. */
    Map<String, String> environment() {
        return passwords.entrySet().stream()
                .collect(Collectors.toMap(
                        person -> "ASSAY_DEMO_%s_PASSWORD"
                                .formatted(person.getKey().split("@")[0].toUpperCase(Locale.ROOT)),
                        Map.Entry::getValue));
    }

    /** Value of the header Authorization for the operator. */
    String operatorBasic() {
        return basic(OPERATOR);
    }

    /** The same for the approver. */
    String approverBasic() {
        return basic(APPROVER);
    }

    String password(String name) {
        return passwords.get(name);
    }

    private String basic(String name) {
        byte[] pair = (name + ":" + password(name)).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(pair);
    }

    private static String draw() {
        byte[] bytes = new byte[12];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static void write(Path file, Logins logins) throws IOException {
        if (!Files.exists(file)
                && file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        Files.write(
                file,
                NAMES.stream().map(name -> name + " " + logins.password(name)).toList());
    }

    /** Without the secrets. */
    @Override
    public String toString() {
        return String.join(", ", passwords.keySet());
    }
}
