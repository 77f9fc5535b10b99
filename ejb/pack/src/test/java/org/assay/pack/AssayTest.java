package org.assay.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AssayTest {
    @TempDir
    Path folder;

    private Path out() {
        return folder.resolve("out");
    }

    private Path evidence() {
        Ran ran = Ran.assay(
                "evidence",
                Packs.small(),
                "--from",
                "2026-01-06",
                "--to",
                "2026-01-08",
                "--out",
                folder.resolve("evidence"));
        assertThat(ran.exit()).isEqualTo(Program.TIES);
        return folder.resolve("evidence");
    }

    @Test
    void a_replay_says_what_it_struck() {
        Ran ran = Ran.assay("replay", Packs.small(), "--out", out());
        assertThat(ran.exit()).isEqualTo(Program.TIES);
        assertThat(ran.err().lines()).containsExactly("note: the pack is not sealed");
        assertThat(ran.out()).contains("2026-01-12", "101.1327 USD", "6 strikes in", "digest of 2026-01-12: ");
    }

    @Test
    void demo_with_a_seed_writes_a_small_fund_that_replays() {
        assertThat(Ran.assay("demo", "--seed", "7", "--out", folder.resolve("seven"))
                        .exit())
                .isEqualTo(Program.TIES);
        Ran ran = Ran.assay("replay", folder.resolve("seven"), "--out", out());
        assertThat(ran.exit()).isEqualTo(Program.TIES);
        assertThat(ran.out()).contains("26 strikes in", "digest of 2026-01-30: ");
    }

    @Test
    void a_range_writes_its_days_and_strikes_the_ones_before() throws IOException {
        Ran.assay("replay", Packs.small(), "--out", out());
        String all = Files.readString(out().resolve("digest.txt"));
        Ran.assay("replay", Packs.small(), "--from", "2026-01-09", "--to", "2026-01-09", "--out", out());
        assertThat(Files.readString(out().resolve("digest.txt")).lines())
                .singleElement()
                .asString()
                .isSubstringOf(all);
    }

    @Test
    void a_strike_leaves_the_books_the_next_one_opens_with() throws IOException {
        Ran.assay("replay", Packs.small(), "--out", folder.resolve("all"));
        assertThat(Ran.assay("strike", Packs.small(), "--date", "2026-01-08", "--out", out())
                        .exit())
                .isEqualTo(Program.TIES);
        Path next = Packs.copy(
                        out().resolve("books"),
                        Packs.copy(Packs.small(), folder.resolve("next")).resolve("books"))
                .getParent();
        Ran.assay("replay", next, "--out", folder.resolve("rest"));
        assertThat(Files.readString(folder.resolve("all/digest.txt")))
                .endsWith(Files.readString(folder.resolve("rest/digest.txt")));
    }

    @Test
    void evidence_ties_until_a_figure_is_changed() throws IOException {
        Path evidence = evidence();
        Ran ran = Ran.assay("verify", evidence);
        assertThat(ran.exit()).isEqualTo(Program.TIES);
        assertThat(ran.err()).isEmpty();

        Path nav = evidence.resolve("expected/nav.csv");
        Files.writeString(nav, Files.readString(nav).replace("100.1355", "100.1356"));
        ran = Ran.assay("verify", evidence);
        assertThat(ran.exit()).isEqualTo(Program.DIFFERS);
        assertThat(ran.err())
                .startsWith("nav.csv, line 2, column nav_per_share: expected '100.1356', struck '100.1355'\n");
    }

    @Test
    void evidence_whose_inputs_were_changed_is_refused() throws IOException {
        Path evidence = evidence();
        Path trades = evidence.resolve("facts/trades.csv");
        Files.writeString(trades, Files.readString(trades).replace(",4.25,", ",4.26,"));
        Ran ran = Ran.assay("verify", evidence);
        assertThat(ran.exit()).isEqualTo(Program.REFUSED);
        assertThat(ran.err()).startsWith("assay: facts/trades.csv, value").contains("SEAL_BROKEN");
    }

    @Test
    void a_pack_without_results_cannot_be_verified() {
        assertThat(Ran.assay("verify", Packs.small()).exit()).isEqualTo(Program.REFUSED);
    }

    @Test
    void export_writes_the_same_pack_as_folder_and_as_zip() throws IOException {
        assertThat(Ran.assay("export", Packs.small(), "--out", folder.resolve("small.zip"))
                        .exit())
                .isEqualTo(Program.TIES);
        assertThat(Ran.assay("export", folder.resolve("small.zip"), "--out", out())
                        .exit())
                .isEqualTo(Program.TIES);
        assertThat(Packs.names(out())).isEqualTo(Packs.names(Packs.small()));
        for (String name : Packs.names(out())) {
            assertThat(out().resolve(name)).hasSameBinaryContentAs(Packs.small().resolve(name));
        }
    }

    @Test
    void a_sealed_pack_is_read_without_a_note() throws IOException {
        Path pack = Packs.copy(Packs.small(), folder.resolve("pack"));
        assertThat(Ran.assay("seal", pack).exit()).isEqualTo(Program.TIES);
        assertThat(Ran.assay("check", pack)).isEqualTo(new Ran(Program.TIES, "", ""));
    }

    @Test
    void check_prints_what_it_finds() throws IOException {
        Path pack =
                Packs.smallBut(folder.resolve("pack"), "market/prices.csv", text -> text.replace(",299.5,", ",0.126,"));
        Ran ran = Ran.assay("check", pack);
        assertThat(ran.exit()).isEqualTo(Program.DIFFERS);
        assertThat(ran.out())
                .startsWith("date,control,severity,subject,measured,limit,text\n2026-01-05,C20,REVIEW,ILL-TAO,");
    }

    @Test
    void a_trail_ends_at_files_and_lines() {
        Ran ran = Ran.assay("trail", Packs.small(), "--date", "2026-01-12", "--figure", "position:ILL-RENDER");
        assertThat(ran.exit()).isEqualTo(Program.TIES);
        assertThat(ran.out()).contains("[facts/trades.csv, line 2]", "[market/prices.csv, line 19]");
    }

    @Test
    void the_balance_of_an_account_is_followed_back_to_the_first_day() {
        Ran ran = Ran.assay("trail", Packs.small(), "--date", "2026-01-12", "--figure", "account:1010");
        assertThat(ran.out()).contains("2026-01-06: transfer M-1 at FCM: 200000.00 USD   [facts/cash.csv, line 2]");
    }

    @Test
    void a_figure_that_is_not_there_is_refused() {
        Ran ran = Ran.assay("trail", Packs.small(), "--date", "2026-01-12", "--figure", "nav_per_share:Z");
        assertThat(ran.exit()).isEqualTo(Program.REFUSED);
        assertThat(ran.err()).contains("UNKNOWN_REFERENCE");
    }

    @Test
    void a_day_that_is_not_struck_is_refused() {
        Ran ran = Ran.assay("strike", Packs.small(), "--date", "2026-01-10", "--out", out());
        assertThat(ran.exit()).isEqualTo(Program.REFUSED);
        assertThat(ran.err()).contains("NOT_A_STRIKE_DAY", "the person who entered it must act");
    }

    @Test
    void what_is_no_pack_is_refused() throws IOException {
        Path text = Files.writeString(folder.resolve("note.txt"), "not a zip");
        assertThat(Ran.assay("check", text).err())
                .isEqualTo(
                        "assay: %s: expected a folder, or a zip of one (zip END header not found)\n".formatted(text));
        assertThat(Ran.assay("check", folder.resolve("nowhere")).exit()).isEqualTo(Program.REFUSED);
    }

    @Test
    void a_linked_folder_of_a_pack_is_refused_and_not_ignored() throws IOException {
        Path pack = Packs.copy(Packs.small(), folder.resolve("linked"));
        Path elsewhere = folder.resolve("elsewhere");
        Files.move(pack.resolve("facts"), elsewhere);
        Files.createSymbolicLink(pack.resolve("facts"), elsewhere);
        Ran ran = Ran.assay("replay", pack, "--out", out());
        assertThat(ran.exit()).isEqualTo(Program.REFUSED);
        assertThat(ran.err()).contains("facts/: expected no such file in a pack");
    }

    @Test
    void results_are_not_written_into_the_pack() throws IOException {
        Path pack = Packs.copy(Packs.small(), folder.resolve("own"));
        Ran ran = Ran.assay("replay", pack, "--out", pack.resolve("out"));
        assertThat(ran.exit()).isEqualTo(Program.REFUSED);
        assertThat(ran.err()).contains("expected a folder outside the pack");
        assertThat(pack.resolve("out")).doesNotExist();
    }

    @Test
    void a_folder_of_somebody_else_is_not_written_into() throws IOException {
        Files.createDirectories(out());
        Files.writeString(out().resolve("thesis.txt"), "years of work");
        Ran ran = Ran.assay("replay", Packs.small(), "--out", out());
        assertThat(ran.exit()).isEqualTo(Program.REFUSED);
        assertThat(Packs.names(out())).containsExactly("thesis.txt");
    }
}
