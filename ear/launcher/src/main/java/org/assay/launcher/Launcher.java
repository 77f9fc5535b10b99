package org.assay.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The whole house in one command: database, server, demo; and all of it stopped again by Ctrl-C.
 *
 * <p>Exit status: 0 as wished, 1 something failed or a day is not struck, 2 refused to start, with one sentence why.
 */
public final class Launcher {
    private static final String CLOCK = "ASSAY_CLOCK";
    private static final String ROOTS = "ASSAY_ROOTS";

    /** Addresses of all nodes on the database, for the server; that it is there makes ours one of them. */
    private static final String CLUSTER = "ASSAY_CLUSTER";

    private static final Duration START_PATIENCE = Duration.ofMinutes(5);
    private static final int OLDEST_JAVA = 17;
    private static final Pattern JAVA_VERSION = Pattern.compile("(?m)^JAVA_VERSION=\"(\\d+)");

    private final Options options;
    private final Map<String, String> environment;
    private final Screen screen;
    private final Running running = new Running();

    private Launcher(Options options, Map<String, String> environment, Screen screen) {
        this.options = options;
        this.environment = environment;
        this.screen = screen;
    }

    public static void main(String[] arguments) {
        Screen screen = Screen.ofProcess();
        if (Boolean.getBoolean("assay.with.parent")) {
            endWithParent();
        }
        int status;
        try {
            status = launcher(System.getenv(), screen).run();
        } catch (Refusal refusal) {
            screen.say(refusal.getMessage());
            status = 2;
        }
        tell(status);
        System.exit(status);
    }

    private static Launcher launcher(Map<String, String> environment, Screen screen) {
        boolean hasOwnDatabase = DatabaseAddress.isGiven(environment);
        boolean isClustered = !environment.getOrDefault(CLUSTER, "").isBlank();
        return new Launcher(Options.of(System.getProperties(), hasOwnDatabase, isClustered), environment, screen);
    }

    /** For a build that starts us: Ctrl-C reaches us both, but a build that is ended by its number tells nobody. */
    private static void endWithParent() {
        ProcessHandle.current().parent().ifPresent(parent -> {
            var watch = new Thread(
                    () -> {
                        parent.onExit().join();
                        System.exit(1);
                    },
                    "end with parent");
            watch.setDaemon(true);
            watch.start();
        });
    }

    /** For a build that starts us and would drown the reason in its own stack trace if we ended otherwise than 0. */
    private static void tell(int status) {
        String file = System.getProperty("assay.status.file", "");
        if (!file.isEmpty()) {
            try {
                Files.writeString(Path.of(file), String.valueOf(status));
            } catch (IOException unwritable) {
                throw new UncheckedIOException("The status cannot be written to " + file, unwritable);
            }
        }
    }

    private int run() {
        Runtime.getRuntime().addShutdownHook(new Thread(running::stopFromOutside, "stop"));
        try {
            return start() ? 0 : 1;
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            return 1;
        } catch (IOException | UncheckedIOException | IllegalStateException failed) {
            // While we are being stopped, calls fail because the other side is gone already.
            if (!running.isStopping()) {
                String cause = failed.getCause() == null ? "" : " (" + failed.getCause() + ")";
                screen.say(failed.getMessage() + cause);
            }
            return 1;
        } finally {
            running.close();
            running.ended();
        }
    }

    private boolean start() throws IOException, InterruptedException {
        Home home = check();
        running.add(home);
        Optional<Logins> logins = Logins.of(home, options.demo(), DatabaseAddress.isGiven(environment));
        Path signingKey = SigningKey.of(home, environment);
        Optional<DemoMaker> maker = maker(home);
        var database = database(home);
        Optional<DemoPlan> plan = plan(maker);
        var settings = new HashMap<>(environment);
        settings.putAll(database);
        settings.put(
                ROOTS,
                Optional.ofNullable(environment.get(ROOTS)).orElse(home.roots().toString()));
        settings.put(SigningKey.VARIABLE, signingKey.toString());
        // Only where the demo runs: in real books its people would stay for ever.
        logins.ifPresent(people -> settings.putAll(people.environment()));
        Optional<Instant> clock = clock(plan);
        clock.ifPresent(instant -> settings.put(CLOCK, instant.toString()));

        long begun = System.nanoTime();
        Server server = running.add(Server.start(
                home,
                new Server.Setup(
                        options.provisioned(),
                        Optional.of(options.application()),
                        options.node(),
                        options.port(),
                        options.managementPort(),
                        options.java(),
                        settings)));
        screen.say("The server starts; its log is " + server.log());
        server.awaitReady(START_PATIENCE);
        screen.say("The server is ready after %s s."
                .formatted(Duration.ofNanos(System.nanoTime() - begun).toSeconds()));

        boolean whole = logins.isEmpty()
                || new Demo(new Api(server.address(), server::isRunning), logins.get(), screen, Demo.GRACE)
                        .run(plan.orElseThrow(), clock.orElseThrow(), home.reports());
        if (options.exit()) {
            return whole;
        }
        screen.say("Assay: " + server.address().resolve("assay/"));
        logins.ifPresent(people ->
                Logins.NAMES.forEach(name -> screen.say("log in as %s %s".formatted(name, people.password(name)))));
        screen.say("Ctrl-C stops everything; what was done is kept in " + home.folder());
        return stay(server);
    }

    /** All that can be known to fail is told before anything is started. */
    private Home check() {
        mustFitTls();
        Home home = Home.take(options.home());
        Server.stopRemnant(home);
        Ports.mustBeFree(options.port(), "assay.port");
        Ports.mustBeFree(options.managementPort(), "assay.management.port");
        options.node().clusterPort().ifPresent(port -> Ports.mustBeFree(port, "assay.cluster.port"));
        home.mustHaveRoom();
        if (!Files.isRegularFile(options.provisioned().resolve("jboss-modules.jar"))
                || !Files.isRegularFile(options.application())
                || !Files.isRegularFile(options.command())) {
            throw new Refusal(
                    "There is no built server in %s: build it first, by mvn -Prun verify.".formatted(options.root()));
        }
        javaMustBeNewEnough(options.java());
        return home;
    }

    /** The demo is brought by us, who do not know by which name and by whom its certificate can be trusted. */
    private void mustFitTls() {
        String keyStore = environment.getOrDefault(Server.Setup.TLS, "");
        if (keyStore.isBlank()) {
            return;
        }
        if (options.demo()) {
            throw new Refusal("The demo does not speak TLS: unset %s, or start without the demo by -Dassay.demo=false."
                    .formatted(Server.Setup.TLS));
        }
        if (!Files.isReadable(Path.of(keyStore))) {
            throw new Refusal("%s=%s cannot be read: name the file of a key store, and give us the right to it."
                    .formatted(Server.Setup.TLS, keyStore));
        }
    }

    private Optional<DemoMaker> maker(Home home) throws IOException {
        return options.demo() && options.pack().isEmpty()
                ? Optional.of(DemoMaker.begin(options.command(), options.java(), home))
                : Optional.empty();
    }

    private Optional<DemoPlan> plan(Optional<DemoMaker> maker) throws IOException, InterruptedException {
        return maker.isPresent()
                ? Optional.of(maker.get().plan())
                : options.pack().map(DemoPlan::of);
    }

    /** Ours is moved only for the demo, to when all of it was known; without the demo the machine's is right. */
    private Optional<Instant> clock(Optional<DemoPlan> plan) throws IOException {
        String given = environment.getOrDefault(CLOCK, "");
        if (given.isBlank()) {
            return plan.isPresent() ? Optional.of(plan.get().known()) : Optional.empty();
        }
        try {
            return Optional.of(Instant.parse(given));
        } catch (DateTimeParseException unreadable) {
            throw new Refusal(
                    "%s=%s is no moment: write it like 2026-05-30T20:00:00Z, or unset it.".formatted(CLOCK, given),
                    unreadable);
        }
    }

    private static void javaMustBeNewEnough(Path java) {
        try {
            var version = JAVA_VERSION.matcher(Files.readString(java.resolve("release")));
            if (!version.find() || Integer.parseInt(version.group(1)) < OLDEST_JAVA) {
                throw new Refusal("The Java in %s is older than %s: point -Dassay.java at a newer one."
                        .formatted(java, OLDEST_JAVA));
            }
        } catch (IOException noRelease) {
            throw new Refusal(
                    "%s is no home of a Java: point -Dassay.java at one of version %s or newer."
                            .formatted(java, OLDEST_JAVA),
                    noRelease);
        }
    }

    private Map<String, String> database(Home home) {
        Optional<DatabaseAddress> given = DatabaseAddress.given(environment);
        if (given.isPresent()) {
            given.get().check();
            screen.say("The database is " + given.get());
            return given.get().environment();
        }
        Database database = running.add(Database.start(home, options.databasePort()));
        running.watch(database);
        screen.say("PostgreSQL runs at " + database.address());
        return database.address().environment();
    }

    /** Until it is stopped from outside, which the hook does; returns only when a part ends by itself. */
    private boolean stay(Server server) throws InterruptedException {
        while (server.isRunning() && running.isDatabaseRunning()) {
            Thread.sleep(1_000);
        }
        if (!running.isStopping()) {
            screen.say((server.isRunning() ? "PostgreSQL" : "The server") + " has ended by itself; the reason is in "
                    + server.log());
        }
        return false;
    }
}
