package org.assay.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stops the launcher before anything is started: one sentence each, with what to do. */
class RefusalTest {
    @TempDir
    Path folder;

    @Test
    void a_taken_port_names_the_port_and_the_property() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            refused(() -> Ports.mustBeFree(taken.getLocalPort(), "assay.port"))
                    .hasMessageContaining(String.valueOf(taken.getLocalPort()))
                    .hasMessageContaining("-Dassay.port=");
        }
    }

    @Test
    void a_free_port_is_free() {
        assertThat(Ports.isFree(Ports.anyFree())).isTrue();
    }

    @Test
    void a_home_serves_one_launcher() {
        try (Home first = Home.take(folder.resolve("home"))) {
            refused(() -> Home.take(first.folder()))
                    .hasMessageContaining("in use by a running launcher")
                    .hasMessageContaining(String.valueOf(ProcessHandle.current().pid()))
                    .hasMessageContaining("-Dassay.home=");
        }
    }

    @Test
    void a_home_given_back_can_be_taken_again() {
        Home.take(folder).close();
        try (Home again = Home.take(folder)) {
            assertThat(again.folder()).isEqualTo(folder);
        }
    }

    @Test
    void a_home_draws_its_key_once_for_its_owner_alone() throws IOException {
        try (Home home = Home.take(folder.resolve("home"))) {
            Path file = SigningKey.of(home, Map.of());
            String drawn = Files.readString(file);
            assertThat(drawn).contains("BEGIN PRIVATE KEY", "BEGIN PUBLIC KEY");
            assertThat(SigningKey.of(home, Map.of("ASSAY_SIGNING_KEY", " "))).isEqualTo(file);
            assertThat(file).hasContent(drawn);
            if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                assertThat(Files.getPosixFilePermissions(file)).hasSize(2);
            }
        }
    }

    @Test
    void a_key_that_is_named_is_taken_and_must_be_readable() throws IOException {
        try (Home home = Home.take(folder.resolve("home"))) {
            Path named = Files.writeString(folder.resolve("house.pem"), "a key");
            assertThat(SigningKey.of(home, Map.of("ASSAY_SIGNING_KEY", named.toString())))
                    .isEqualTo(named);
            assertThat(home.signingKey()).doesNotExist();
            refused(() -> SigningKey.of(home, Map.of("ASSAY_SIGNING_KEY", named + ".gone")))
                    .hasMessageStartingWith("ASSAY_SIGNING_KEY=" + named + ".gone cannot be read");
        }
    }

    @Test
    void a_home_that_cannot_be_made_is_told() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        refused(() -> Home.take(file.resolve("home"))).hasMessageContaining("cannot be written");
    }

    @Test
    void data_of_another_postgresql_are_not_touched() throws IOException {
        Files.createDirectories(folder.resolve("db"));
        Files.writeString(folder.resolve("db/PG_VERSION"), "14\n");
        try (Home home = Home.take(folder)) {
            refused(() -> Database.start(home, Optional.empty()))
                    .hasMessageContaining("was written by PostgreSQL 14 and ours is " + Database.MAJOR);
        }
    }

    @Test
    void half_an_address_of_a_database_is_none() {
        refused(() -> DatabaseAddress.given(Map.of("ASSAY_DB_URL", "jdbc:postgresql://db/assay", "ASSAY_DB_USER", "a")))
                .hasMessageContaining("ASSAY_DB_PASSWORD, ASSAY_DB_OWNER, ASSAY_DB_OWNER_PASSWORD");
        assertThat(DatabaseAddress.given(Map.of())).isEmpty();
    }

    @Test
    void a_database_that_does_not_answer_is_told() {
        String url = "jdbc:postgresql://127.0.0.1:%s/assay".formatted(Ports.anyFree());
        refused(() -> new DatabaseAddress(url, "a", "secret", "o", "secret").check())
                .hasMessageContaining(url)
                .hasMessageContaining("docs/server.md")
                .hasMessageNotContaining("secret");
    }

    @Test
    void a_port_is_a_number_up_to_65535() {
        for (String wrong : new String[] {"abc", "0", "65536", "-1"}) {
            var given = new Properties();
            given.setProperty("assay.port", wrong);
            refused(() -> Options.of(given, false, false)).hasMessageContaining("-Dassay.port=" + wrong);
        }
    }

    @Test
    void options_have_defaults_under_the_root() {
        var given = new Properties();
        given.setProperty("assay.root", folder.toString());
        given.setProperty("assay.exit", "");
        Options options = Options.of(given, false, false);
        assertThat(options.home()).isEqualTo(folder.resolve(".assay"));
        assertThat(options.port()).isEqualTo(8080);
        assertThat(options.databasePort()).isEmpty();
        assertThat(options.node()).isEqualTo(Server.Node.SINGLE);
        assertThat(options.exit()).isTrue();
        assertThat(options.demo()).isTrue();
    }

    @Test
    void one_of_several_nodes_has_a_port_for_the_others() {
        var given = new Properties();
        given.setProperty("assay.node", "assay-2");
        assertThat(Options.of(given, true, true).node()).isEqualTo(new Server.Node("assay-2", Optional.of(7600)));
        assertThat(Options.of(given, true, false).node()).isEqualTo(new Server.Node("assay-2", Optional.empty()));
    }

    @Test
    void a_node_has_a_name_that_fits_everywhere() {
        for (String wrong : new String[] {"", "two words", "a-name-of-24-bytes-length"}) {
            var given = new Properties();
            given.setProperty("assay.node", wrong);
            refused(() -> Options.of(given, false, false)).hasMessageContaining("-Dassay.node=" + wrong);
        }
    }

    @Test
    void books_of_ones_own_get_the_demo_only_when_it_is_asked_for() {
        assertThat(isDemo(Map.of(), false)).isTrue();
        assertThat(isDemo(Map.of(), true)).isFalse();
        assertThat(isDemo(Map.of("assay.demo", "auto"), false)).isTrue();
        assertThat(isDemo(Map.of("assay.demo", "auto"), true)).isFalse();
        assertThat(isDemo(Map.of("assay.demo", "true"), true)).isTrue();
        assertThat(isDemo(Map.of("assay.demo", ""), true)).isTrue();
        assertThat(isDemo(Map.of("assay.demo", "false"), false)).isFalse();
    }

    @Test
    void a_pack_of_ones_own_is_brought_instead_of_the_living_demo() throws IOException {
        Path pack = Files.createDirectories(folder.resolve("ejb/pack/demo/ill-mine"));
        Files.writeString(pack.resolve("pack.json"), "{}");
        assertThat(options("ill-mine").pack()).contains(new DemoPack(pack));
        assertThat(options("ill-mine").demo()).isTrue();
        assertThat(options("ejb/pack/demo/ill-mine").pack()).contains(new DemoPack(pack));
        assertThat(options(pack.toString()).pack()).contains(new DemoPack(pack));
        assertThat(options("true").pack()).isEmpty();
        refused(() -> options("ill-other")).hasMessageContaining("-Dassay.demo=ill-other");
    }

    private Options options(String demo) {
        var given = new Properties();
        given.setProperty("assay.root", folder.toString());
        given.setProperty("assay.demo", demo);
        return Options.of(given, false, false);
    }

    private static boolean isDemo(Map<String, String> properties, boolean hasOwnDatabase) {
        var given = new Properties();
        given.putAll(properties);
        return Options.of(given, hasOwnDatabase, false).demo();
    }

    @Test
    void a_blank_address_is_no_database_of_ones_own() {
        assertThat(DatabaseAddress.isGiven(Map.of("ASSAY_DB_URL", " "))).isFalse();
        assertThat(DatabaseAddress.isGiven(Map.of("ASSAY_DB_URL", "jdbc:postgresql://db/assay")))
                .isTrue();
    }

    @Test
    void logins_are_drawn_once_and_kept_for_the_owner_alone() throws IOException {
        try (Home home = Home.take(folder)) {
            Logins drawn = Logins.of(home, true, false).orElseThrow();
            Files.createDirectories(home.database());
            assertThat(Logins.of(home, true, false)).contains(drawn);
            assertThat(drawn.passwords()).containsOnlyKeys(Logins.NAMES);
            assertThat(drawn.passwords().values()).doesNotHaveDuplicates().allSatisfy(password -> {
                assertThat(password).hasSizeGreaterThan(12);
                assertThat(drawn).asString().doesNotContain(password);
            });
            if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                assertThat(Files.getPosixFilePermissions(home.logins())).hasSize(2);
            }
        }
    }

    @Test
    void lost_logins_of_books_that_are_there_are_not_drawn_anew() throws IOException {
        try (Home home = Home.take(folder)) {
            Files.createDirectories(home.database());
            refused(() -> Logins.of(home, true, false))
                    .hasMessageStartingWith(home.logins() + " is missing")
                    .hasMessageContaining("-Dassay.home=");
            assertThat(home.logins()).doesNotExist();
            assertThat(Logins.of(home, false, false)).as("nobody needs them").isEmpty();
            assertThat(home.logins()).doesNotExist();
        }
    }

    @Test
    void half_of_the_logins_is_none() throws IOException {
        try (Home home = Home.take(folder)) {
            Files.writeString(home.logins(), Logins.OPERATOR + " secret\n");
            refused(() -> Logins.of(home, true, false))
                    .hasMessageContaining("does not name both")
                    .hasMessageNotContaining("secret");
        }
    }

    @Test
    void a_home_of_an_older_build_keeps_its_two_and_gets_the_others() throws IOException {
        try (Home home = Home.take(folder)) {
            Files.createDirectories(home.database());
            Files.writeString(home.logins(), "operator@demo one-that-is-kept\napprover@demo another\n");
            Logins found = Logins.of(home, true, false).orElseThrow();
            assertThat(found.password(Logins.OPERATOR)).isEqualTo("one-that-is-kept");
            assertThat(found.environment())
                    .containsEntry("ASSAY_DEMO_APPROVER_PASSWORD", "another")
                    .containsKeys("ASSAY_DEMO_ADMINISTRATOR2_PASSWORD", "ASSAY_DEMO_AUDITOR_PASSWORD");
            assertThat(Logins.of(home, true, false)).contains(found);
        }
    }

    @Test
    void a_home_begun_without_the_demo_can_have_it_later() throws IOException {
        try (Home home = Home.take(folder)) {
            assertThat(Logins.of(home, false, false)).isEmpty();
            Files.createDirectories(home.database());
            assertThat(Logins.of(home, true, false)).isPresent();
        }
    }

    @Test
    void books_elsewhere_have_nothing_to_do_with_the_home() throws IOException {
        try (Home home = Home.take(folder)) {
            Files.createDirectories(home.database());
            assertThat(Logins.of(home, false, true)).isEmpty();
            assertThat(home.logins()).doesNotExist();
            assertThat(Logins.of(home, true, true)).isPresent();
        }
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> refused(ThrowingCallable attempt) {
        return assertThatThrownBy(attempt).isInstanceOf(Refusal.class);
    }
}
