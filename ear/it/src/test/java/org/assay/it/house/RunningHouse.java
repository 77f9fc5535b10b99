package org.assay.it.house;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.assay.launcher.Database;
import org.assay.launcher.Home;
import org.assay.launcher.Ports;
import org.assay.launcher.Server;
import org.assay.launcher.SigningKey;
import org.jboss.arquillian.core.api.annotation.Observes;
import org.jboss.arquillian.test.spi.event.suite.AfterSuite;
import org.jboss.arquillian.test.spi.event.suite.BeforeSuite;

/**
 * Database and server, started before Arquillian looks for its container and stopped after.
 *
 * <p>Arquillian's container is told to join the server that runs at the management port, so one server, started by the
 * launcher's code as everywhere else, serves the tests inside and outside. The books start empty each time.
 */
public class RunningHouse {
    static final String PORT = "assay.it.port";
    static final String MANAGEMENT_PORT = "assay.it.management.port";
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private Optional<Home> home = Optional.empty();
    private Optional<Database> database = Optional.empty();
    private Optional<Server> server = Optional.empty();

    /** Early, because Arquillian reads its file, in which these names stand, before it starts anything. */
    static void choosePorts() {
        System.setProperty(PORT, String.valueOf(Ports.anyFree()));
        System.setProperty(MANAGEMENT_PORT, String.valueOf(Ports.anyFree()));
    }

    /** Before the container, whose observer has precedence 100. */
    public void start(@Observes(precedence = 1_000) BeforeSuite event) throws IOException, InterruptedException {
        Path root = Path.of(System.getProperty("assay.root"));
        Path folder = root.resolve("ear/it/target/house");
        delete(folder.resolve("db"));
        delete(folder.resolve("roots"));
        Runtime.getRuntime().addShutdownHook(new Thread(this::stopAll, "stop the house"));

        Home taken = Home.take(folder);
        home = Optional.of(taken);
        Database started = Database.start(taken, Optional.empty());
        database = Optional.of(started);
        var settings = new HashMap<>(started.address().environment());
        settings.put("ASSAY_DEMO_OPERATOR_PASSWORD", DemoFund.OPERATOR_PASSWORD);
        settings.put("ASSAY_DEMO_APPROVER_PASSWORD", DemoFund.APPROVER_PASSWORD);
        for (String person : List.of("COMPLIANCE", "AUDITOR", "ADMINISTRATOR", "ADMINISTRATOR2")) {
            settings.put("ASSAY_DEMO_%s_PASSWORD".formatted(person), DemoFund.OTHERS_PASSWORD);
        }
        settings.putAll(StandInProvider.ONE.settings());
        settings.put(SigningKey.VARIABLE, SigningKey.of(taken, Map.of()).toString());
        settings.put("ASSAY_ROOTS", folder.resolve("roots").toString());
        // A week after the demo's last prices: every day of it is struck, and one too many, which is held.
        settings.put("ASSAY_CLOCK", "2026-06-05T20:00:00Z");
        Server wildfly = Server.start(
                taken,
                new Server.Setup(
                        root.resolve("ear/target/server"),
                        // Deployed by Arquillian, with the tests in it.
                        Optional.empty(),
                        Server.Node.SINGLE,
                        Integer.getInteger(PORT),
                        Integer.getInteger(MANAGEMENT_PORT),
                        Path.of(System.getProperty("java.home")),
                        settings));
        server = Optional.of(wildfly);
        wildfly.awaitReady(PATIENCE);
    }

    /** After the container, which has by then let go of the server. */
    public void stop(@Observes(precedence = -1_000) AfterSuite event) {
        stopAll();
    }

    private synchronized void stopAll() {
        server.ifPresent(Server::close);
        server = Optional.empty();
        database.ifPresent(Database::close);
        database = Optional.empty();
        home.ifPresent(Home::close);
        home = Optional.empty();
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
