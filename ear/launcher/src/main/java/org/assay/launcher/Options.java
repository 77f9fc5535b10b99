package org.assay.launcher;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * What the caller chose, from system properties named {@code assay.*}; docs/server.md lists them.
 *
 * @param root the source tree, where the build left the server, the archive and the offline command
 * @param home where all state of a run lives, outside every {@code target}
 * @param node its name and, where it is one of several, its port
 * @param databasePort empty: any free one, kept in the home
 * @param java home of the Java that runs the server
 * @param exit stop after the table instead of staying up
 * @param demo bring the demo's people and funds, and set the clock for them
 * @param pack the one to bring instead of the living demo
 */
record Options(
        Path root,
        Path home,
        int port,
        int managementPort,
        Server.Node node,
        Optional<Integer> databasePort,
        Path java,
        boolean exit,
        boolean demo,
        Optional<DemoPack> pack) {

    /** Neither yes nor no: the database decides. Maven cannot leave an argument away, so there is a word for it. */
    private static final String AUTO = "auto";

    /**
     * @param hasOwnDatabase the caller's books are no place for invented people and funds, unless they ask for them
     * @param isClustered this is one of several nodes
     */
    static Options of(Properties given, boolean hasOwnDatabase, boolean isClustered) {
        Path root =
                Path.of(given.getProperty("assay.root", "")).toAbsolutePath().normalize();
        String databasePort = given.getProperty("assay.db.port", "");
        return new Options(
                root,
                root.resolve(given.getProperty("assay.home", ".assay")).normalize(),
                port(given, "assay.port", "8080"),
                port(given, "assay.management.port", "9990"),
                node(given, isClustered),
                databasePort.isBlank() || databasePort.equals("0")
                        ? Optional.empty()
                        : Optional.of(port(given, "assay.db.port", databasePort)),
                Path.of(given.getProperty("assay.java", System.getProperty("java.home"))),
                isOn(given, "assay.exit", "false"),
                isDemo(given, hasOwnDatabase),
                pack(given, root));
    }

    private static Server.Node node(Properties given, boolean isClustered) {
        String name = given.getProperty("assay.node", Server.Node.SINGLE.name());
        // A transaction's node has no room for more, and the name stands in cookies.
        if (!name.matches("[A-Za-z0-9_-]{1,23}")) {
            throw new Refusal(
                    "-Dassay.node=%s is no name of a node: at most 23 letters, digits, - and _.".formatted(name));
        }
        return new Server.Node(
                name, isClustered ? Optional.of(port(given, "assay.cluster.port", "7600")) : Optional.empty());
    }

    private static boolean isDemo(Properties given, boolean hasOwnDatabase) {
        String word = demo(given);
        return word.equalsIgnoreCase(AUTO) ? !hasOwnDatabase : !word.equalsIgnoreCase("false");
    }

    /** A folder: one of those that lie with the source, or any other. */
    private static Optional<DemoPack> pack(Properties given, Path root) {
        String word = demo(given);
        if (word.isEmpty() || List.of(AUTO, "true", "false").contains(word.toLowerCase(Locale.ROOT))) {
            return Optional.empty();
        }
        return Stream.of(root.resolve("ejb/pack/demo"), root)
                .map(folder -> new DemoPack(folder.resolve(word).normalize()))
                .filter(DemoPack::isThere)
                .findFirst()
                .or(() -> {
                    throw new Refusal(
                            "-Dassay.demo=%s is neither true nor false nor the folder of a fund pack: ".formatted(word)
                                    + "leave it away, or name one, such as ill-compute.");
                });
    }

    private static String demo(Properties given) {
        return given.getProperty("assay.demo", AUTO);
    }

    /** WildFly as the build provisioned it; only read. */
    Path provisioned() {
        return root.resolve("ear/target/server");
    }

    Path application() {
        return root.resolve("ear/target/assay.ear");
    }

    /** The offline command, which makes the living demo. */
    Path command() {
        return root.resolve("ejb/pack/target/assay.jar");
    }

    private static int port(Properties given, String name, String otherwise) {
        String text = given.getProperty(name, otherwise);
        try {
            int port = Integer.parseInt(text);
            if (port >= 1 && port <= 65_535) {
                return port;
            }
        } catch (NumberFormatException notANumber) {
            throw new Refusal(portSentence(name, text), notANumber);
        }
        throw new Refusal(portSentence(name, text));
    }

    private static String portSentence(String name, String text) {
        return "-D%s=%s is no port: give a number from 1 to 65535.".formatted(name, text);
    }

    /** {@code -Dassay.exit} alone means yes. */
    private static boolean isOn(Properties given, String name, String otherwise) {
        String text = given.getProperty(name, otherwise);
        return text.isEmpty() || text.equalsIgnoreCase("true");
    }
}
