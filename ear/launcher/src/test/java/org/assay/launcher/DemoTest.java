package org.assay.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo against a made-up server that speaks the REST interface. */
class DemoTest {
    private static final Instant CLOCK = Instant.parse("2026-05-30T20:00:00Z");

    private static final Duration GRACE = Duration.ofMillis(700);

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final Logins logins =
            new Logins(new TreeMap<>(Map.of(Logins.OPERATOR, "secret-one", Logins.APPROVER, "secret-two")));
    private FakeHouse house;
    private DemoPlan plan;

    @TempDir
    Path folder;

    @BeforeEach
    void start() throws IOException {
        house = new FakeHouse();
        Path pack = folder.resolve("pack");
        Files.createDirectories(pack.resolve("facts"));
        Files.writeString(
                pack.resolve("pack.json"),
                "{\"format\":1,\"fund\":\"ILL-COMPUTE\",\"known\":\"2026-05-30T20:00:00Z\"}");
        Files.writeString(pack.resolve("facts/trades.csv"), "id,effective\n");
        plan = DemoPlan.of(new DemoPack(pack));
    }

    @AfterEach
    void stop() {
        house.close();
    }

    @Test
    void a_whole_night_ends_with_the_table_of_the_last_quarter() throws Exception {
        assertThat(run()).isTrue();
        assertThat(said()).contains("ILL-COMPUTE is loaded.", "struck 102 of 102, held 0, reports 3");
        assertThat(said())
                .contains("ILL-COMPUTE  A      2026-05-29  1234567.89 USD  1000.0000      1234.5679"
                        + "  13 of 14  Review  0123456789ab  node-7")
                .contains("2026-05-26      1234.5679*")
                .doesNotContain("2026-02-27");
    }

    @Test
    void what_waits_is_told_with_its_reason() throws Exception {
        run();
        assertThat(said().lines().dropWhile(line -> !line.startsWith("What waits")))
                .contains(
                        "ILL-COMPUTE  2026-05-28  Review",
                        "ILL-COMPUTE  2026-05-29  Review  C21 AKT: the price has not moved");
    }

    @Test
    void what_the_plan_has_for_later_arrives_when_all_is_struck_and_once() throws Exception {
        late();
        assertThat(run()).isTrue();
        assertThat(run()).isTrue();
        assertThat(house.files()).containsExactly("late-trades.csv");
        assertThat(said())
                .contains(
                        "trades of ILL-COMPUTE arrived late: late-trades.csv",
                        "ILL-COMPUTE  2026-05-26  Correction  trades arrived late: late-trades.csv")
                .doesNotContain("decided");
    }

    @Test
    void a_day_that_is_held_on_purpose_is_a_success_and_another_is_none() throws Exception {
        house.nights("{\"due\":3,\"struck\":3,\"held\":1,\"reports\":0,\"quiet\":true}");
        house.days("2026-05-28 Review", "2026-05-29 Held");
        late();
        assertThat(run()).isTrue();
        assertThat(said()).contains("2026-05-29      1234.5679!");
        house.days("2026-05-27 Review", "2026-05-28 Held");
        assertThat(run()).isFalse();
        assertThat(said()).contains("1 of 3 days are held");
    }

    /** The plan of a demo, as the offline command writes it. */
    private void late() throws IOException {
        Files.writeString(folder.resolve("late-trades.csv"), "id,effective\n");
        Files.writeString(folder.resolve("demo.json"), """
                {"packs": ["pack"],
                 "late": [{"fund": "ILL-COMPUTE", "kind": "trades", "file": "late-trades.csv"}],
                 "held": [{"fund": "ILL-COMPUTE", "date": "2026-05-29"}]}
                """);
        plan = DemoPlan.in(folder);
    }

    @Test
    void the_second_person_signs_all_but_the_last_days() throws Exception {
        run();
        assertThat(house.signed())
                .containsExactly("/assay/api/funds/ILL-COMPUTE/strikes/2026-05-26/approval"
                        + " Basic YXBwcm92ZXJAZGVtbzpzZWNyZXQtdHdv"
                        + " {\"result\":\"0123456789abcdef\",\"reason\":\"illustrative history\"}");
        assertThat(said()).contains("signed 1 as approver@demo; the last 3 days of each fund wait for you");
    }

    @Test
    void the_reports_of_the_last_day_are_left_in_a_folder() throws Exception {
        run();
        assertThat(folder.resolve("reports/ILL-COMPUTE-2026-05-29.pdf")).hasContent("report");
        assertThat(folder.resolve("reports/ILL-COMPUTE-2026-05-29.xlsx")).hasContent("report");
    }

    @Test
    void the_pack_is_sent_whole_and_by_the_operator() throws Exception {
        run();
        assertThat(house.authorization()).isEqualTo("Basic b3BlcmF0b3JAZGVtbzpzZWNyZXQtb25l");
        assertThat(house.contentType()).isEqualTo("application/zip");
        assertThat(names(house.posted())).containsExactly("facts/trades.csv", "pack.json");
    }

    @Test
    void the_zip_is_the_same_every_time() throws IOException {
        DemoPack pack = plan.packs().get(0);
        byte[] first = pack.zip();
        Path manifest = folder.resolve("pack/pack.json");
        Files.writeString(manifest, Files.readString(manifest));
        assertThat(pack.zip()).isEqualTo(first);
    }

    @Test
    void a_fund_that_is_there_already_is_no_error() throws Exception {
        house.answerToPost(200, "");
        assertThat(run()).isTrue();
        assertThat(said()).contains("was there already");
    }

    @Test
    void a_refused_pack_is_told_in_the_servers_words() throws Exception {
        house.answerToPost(422, "{\"title\":\"Pack refused\",\"detail\":\"facts/trades.csv line 2: no such fund\"}");
        assertThat(run()).isFalse();
        assertThat(said()).contains("Pack refused (status 422) facts/trades.csv line 2: no such fund");
    }

    @Test
    void without_the_interface_the_server_still_runs() throws Exception {
        house.answerToPost(404, "<html>Not Found</html>");
        assertThat(run()).isFalse();
        assertThat(said()).contains("no REST interface for funds");
    }

    @Test
    void a_held_day_is_no_success() throws Exception {
        house.nights("{\"due\":3,\"struck\":2,\"held\":1,\"reports\":0,\"quiet\":true}");
        house.days("2026-05-29 Held");
        assertThat(run()).isFalse();
        assertThat(said()).contains("1 of 3 days are held");
    }

    @Test
    void a_night_that_is_quiet_before_it_begins_is_waited_for() throws Exception {
        house.nights(
                "{\"due\":0,\"struck\":0,\"held\":0,\"reports\":0,\"quiet\":true}",
                "{\"due\":5,\"struck\":0,\"held\":0,\"reports\":0,\"quiet\":false}",
                "{\"due\":5,\"struck\":5,\"held\":0,\"reports\":1,\"quiet\":true}");
        assertThat(run()).isTrue();
    }

    @Test
    void a_night_without_a_day_is_no_success() throws Exception {
        house.nights("{\"due\":0,\"struck\":0,\"held\":0,\"reports\":0,\"quiet\":true}");
        assertThat(run()).isFalse();
    }

    @Test
    void a_server_that_is_gone_is_noticed() {
        var demo = new Demo(new Api(house.address(), () -> false), logins, screen(), GRACE);
        assertThatThrownBy(() -> demo.run(plan, CLOCK, folder.resolve("reports")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("gone");
    }

    @Test
    void the_clock_of_the_demo_stands_where_its_packs_were_known() throws IOException {
        assertThat(plan.known()).isEqualTo(CLOCK);
    }

    private boolean run() throws IOException, InterruptedException {
        return new Demo(new Api(house.address(), () -> true), logins, screen(), GRACE)
                .run(plan, CLOCK, folder.resolve("reports"));
    }

    private Screen screen() {
        return new Screen(new PrintStream(said, true, UTF_8), false);
    }

    private String said() {
        return said.toString(UTF_8);
    }

    private static List<String> names(byte[] zip) throws IOException {
        var names = new ArrayList<String>();
        try (var entries = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (var entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                names.add(entry.getName());
            }
        }
        return names;
    }
}
