package org.assay.launcher;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Where the books are: one database and its two users.
 *
 * @param url JDBC address
 * @param user the application, which owns nothing and creates nothing
 * @param owner owns the schemas; only the migrator uses it
 */
public record DatabaseAddress(String url, String user, String password, String owner, String ownerPassword) {
    static final String URL = "ASSAY_DB_URL";

    /** The names the server's configuration asks for (ear/src/main/server/configure.cli). */
    private static final List<String> NAMES =
            List.of(URL, "ASSAY_DB_USER", "ASSAY_DB_PASSWORD", "ASSAY_DB_OWNER", "ASSAY_DB_OWNER_PASSWORD");

    private static final int OLDEST_MAJOR = 15;

    /** Whether the caller has a database of their own. */
    static boolean isGiven(Map<String, String> environment) {
        return !environment.getOrDefault(URL, "").isBlank();
    }

    /** A database of the caller's own, where the environment names one. */
    static Optional<DatabaseAddress> given(Map<String, String> environment) {
        if (!isGiven(environment)) {
            return Optional.empty();
        }
        var missing = new ArrayList<String>(NAMES);
        missing.removeIf(name -> !environment.getOrDefault(name, "").isBlank());
        if (!missing.isEmpty()) {
            throw new Refusal(URL + " is set but " + String.join(", ", missing)
                    + " is not: set all five, or none to have a database of our own started.");
        }
        return Optional.of(new DatabaseAddress(
                environment.get(NAMES.get(0)),
                environment.get(NAMES.get(1)),
                environment.get(NAMES.get(2)),
                environment.get(NAMES.get(3)),
                environment.get(NAMES.get(4))));
    }

    /** What the server is given; also how a test finds the database. */
    public Map<String, String> environment() {
        var environment = new TreeMap<String, String>();
        environment.put(NAMES.get(0), url);
        environment.put(NAMES.get(1), user);
        environment.put(NAMES.get(2), password);
        environment.put(NAMES.get(3), owner);
        environment.put(NAMES.get(4), ownerPassword);
        return environment;
    }

    /** Better here in one sentence than from the server in a hundred lines. */
    void check() {
        check(user, password, "ASSAY_DB_USER");
        check(owner, ownerPassword, "ASSAY_DB_OWNER");
    }

    private void check(String name, String secret, String variable) {
        try (Connection connection = DriverManager.getConnection(url, name, secret)) {
            int major = connection.getMetaData().getDatabaseMajorVersion();
            if (major < OLDEST_MAJOR) {
                throw new Refusal(
                        "The PostgreSQL at %s is version %s: use %s or newer.".formatted(place(), major, OLDEST_MAJOR));
            }
        } catch (SQLException refused) {
            throw new Refusal(
                    "The database at %s does not take user %s (%s): %s. Mend it as docs/server.md tells, or unset %s."
                            .formatted(place(), name, variable, firstLine(refused), URL),
                    refused);
        }
    }

    private static String firstLine(SQLException refused) {
        return String.valueOf(refused.getMessage()).lines().findFirst().orElse("no reason given");
    }

    /** Without the secrets, which a log may keep; the part of the address after the question mark may hold one too. */
    @Override
    public String toString() {
        return place() + " as " + user;
    }

    private String place() {
        return url.replaceAll("\\?.*", "");
    }
}
