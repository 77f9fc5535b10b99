package org.assay.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.assay.pack.evidence.EvidenceZip;
import org.assay.pack.evidence.SigningKey;
import org.assay.pack.evidence.SomeEvidence;
import org.assay.pack.fund.PackFiles;
import org.assay.pack.fund.PackWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an auditor is told of evidence, and of what somebody did to it. */
class VerifyEvidenceTest {
    private static final String NAV = "pack/expected/nav.csv";

    private static final int STEPS = System.getProperty("assay.drill", "").matches("evidence|all") ? 2_000 : 12;

    @TempDir
    Path folder;

    private Ran verify(SortedMap<String, byte[]> files, Object... more) throws IOException {
        Path zip = folder.resolve("evidence.zip");
        Files.write(zip, SomeEvidence.zip(files));
        return Ran.assay(
                Stream.concat(Stream.of("verify", zip), Arrays.stream(more)).toArray());
    }

    private static SortedMap<String, byte[]> but(String name, String from, String to) {
        SortedMap<String, byte[]> files = SomeEvidence.unsealed();
        String text = new String(files.get(name), StandardCharsets.UTF_8);
        assertThat(text).contains(from);
        files.put(name, SomeEvidence.utf8(text.replace(from, to)));
        return files;
    }

    private Path key(SigningKey key) throws IOException {
        // The file with both keys is taken too; its private part is not looked at.
        return Files.write(folder.resolve("key.pem"), key.pem());
    }

    @Test
    void evidence_as_it_was_given_ties() throws IOException {
        Ran ran = verify(SomeEvidence.sealed());
        assertThat(ran.exit()).as(ran.err()).isZero();
        assertThat(ran.err()).isEmpty();
        assertThat(ran.out().lines())
                .startsWith("ILL-SMALL-0007 on 2026-01-14, version 1, attempt 1")
                .contains(
                        "ok    signature      the manifest is signed by " + SomeEvidence.HOUSE.signer(),
                        "ok    chain          links 212 to 215 of ILL-SMALL-0007 follow one another and seal these 4 rows",
                        "ok    sealed strike  its row in the chain has the inputs and the result struck here",
                        "ok    decisions      sealed: APPROVE by approver@demo at 2026-01-15T08:30:00.250Z",
                        "ok    re-strike      13 result files are the same to the last byte",
                        "fingerprint of the signer: "
                                + SomeEvidence.HOUSE.signer().fingerprint())
                .endsWith("TIES");
    }

    @Test
    void unpacked_it_ties_too_and_so_does_the_pack_inside() throws IOException {
        PackWriter.toFolder(SomeEvidence.sealed(), folder);
        assertThat(Ran.assay("verify", folder).out().lines()).endsWith("TIES");
        Ran inside = Ran.assay("verify", folder.resolve("pack"));
        assertThat(inside.exit()).as(inside.err()).isZero();
        assertThat(inside.out()).contains("ILL-SMALL-0007 ties: 13 files are the same to the last byte");
    }

    @Test
    void the_key_that_is_demanded_must_have_signed() throws IOException {
        Ran right = verify(SomeEvidence.sealed(), "--key", key(SomeEvidence.HOUSE));
        assertThat(right.exit()).isZero();
        assertThat(right.out()).doesNotContain("fingerprint").endsWith("TIES\n");
        SigningKey other = SigningKey.draw();
        Ran wrong = verify(SomeEvidence.sealed(), "--key", key(other));
        assertThat(wrong.exit()).isEqualTo(1);
        assertThat(wrong.err())
                .startsWith("signer.pem: signed by another key: expected fingerprint %s, found %s"
                        .formatted(
                                other.signer().fingerprint(),
                                SomeEvidence.HOUSE.signer().fingerprint()));
    }

    @Test
    void a_key_that_is_none_is_refused_and_so_is_one_for_a_pack_by_itself() throws IOException {
        Path text = Files.writeString(folder.resolve("text.pem"), "no key\n");
        assertThat(verify(SomeEvidence.sealed(), "--key", text).err())
                .isEqualTo("assay: %s: expected an Ed25519 public key in PEM, as signer.pem has it\n".formatted(text));
        assertThat(verify(SomeEvidence.sealed(), "--key", folder.resolve("gone"))
                        .exit())
                .isEqualTo(2);
        Ran pack = Ran.assay("verify", Packs.small(), "--key", key(SomeEvidence.HOUSE));
        assertThat(pack.exit()).isEqualTo(2);
        assertThat(pack.err()).contains("--key: expected evidence that is signed");
    }

    static Stream<String> files() {
        return SomeEvidence.sealed().keySet().stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void one_changed_byte_is_found_in_whichever_file_it_is(String name) throws IOException {
        SortedMap<String, byte[]> files = SomeEvidence.sealed();
        byte[] bytes = files.get(name).clone();
        bytes[bytes.length / 2] ^= 1;
        files.put(name, bytes);
        Ran ran = verify(files);
        assertThat(ran.exit()).as(ran.out()).isEqualTo(1);
        assertThat(ran.err()).contains(name);
        assertThat(ran.out()).doesNotContain("TIES");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "MANIFEST.sha256",
                "MANIFEST.sig",
                "README.txt",
                "chain/rows.csv",
                "decisions.csv",
                "pack/fund.json",
                "pack/expected/nav.csv",
                "signer.pem"
            })
    void a_file_that_is_gone_is_named(String name) throws IOException {
        SortedMap<String, byte[]> files = SomeEvidence.sealed();
        files.remove(name);
        Ran ran = verify(files);
        assertThat(ran.exit()).as(ran.out()).isEqualTo(1);
        assertThat(ran.err()).contains(name + ": ");
    }

    @Test
    void a_file_that_came_in_and_one_that_is_called_otherwise_are_named() throws IOException {
        SortedMap<String, byte[]> files = SomeEvidence.sealed();
        files.put("notes.txt", SomeEvidence.utf8("between the lines\n"));
        files.put("reports/nav.pdf", files.remove("reports/nav-pack.pdf"));
        assertThat(verify(files).err().lines())
                .containsExactly(
                        "reports/nav-pack.pdf: it is missing; MANIFEST.sha256 knows it",
                        "notes.txt: it was added; MANIFEST.sha256 does not know it",
                        "reports/nav.pdf: it was added; MANIFEST.sha256 does not know it",
                        "the evidence differs; places: 3");
    }

    /** Who may sign anew with a key of his own can make hashes and signature fit, but not the figures. */
    @Test
    void a_figure_that_was_changed_and_sealed_anew_is_named_with_line_column_and_both_values() throws IOException {
        SortedMap<String, byte[]> files = but(NAV, ",REVIEW", ",PERFECT");
        Ran ran = verify(EvidenceZip.sealed(files, SigningKey.draw()));
        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.err().lines())
                .containsExactly(
                        "pack/expected/nav.csv, line 2, column status: expected 'PERFECT', struck 'REVIEW'",
                        "the evidence differs; places: 1");
    }

    @Test
    void an_input_that_was_changed_and_sealed_anew_is_not_what_the_chain_sealed() throws IOException {
        SortedMap<String, byte[]> files = SomeEvidence.unsealed();
        Path pack = folder.resolve("pack");
        PackWriter.toFolder(files, folder);
        Path prices = pack.resolve("market/prices.csv");
        Files.writeString(prices, Files.readString(prices).replaceFirst(",USD,", "1,USD,"));
        assertThat(Ran.assay("seal", pack).exit()).isZero();
        try (PackFiles changed = PackFiles.open(folder)) {
            SortedMap<String, byte[]> all = new TreeMap<>();
            changed.names().forEach(name -> all.put(name, changed.bytes(name)));
            Ran ran = verify(EvidenceZip.sealed(all, SigningKey.draw()));
            assertThat(ran.exit()).isEqualTo(1);
            assertThat(ran.err())
                    .contains("pack/expected/digest.txt, line 1")
                    .contains("chain/rows.csv, link 212, column inputs: sealed '", "column result: sealed '");
        }
    }

    @Test
    void a_link_that_was_left_out_a_row_that_was_altered_and_rows_that_are_gone_are_named() throws IOException {
        SortedMap<String, byte[]> files = SomeEvidence.unsealed();
        String links = new String(files.get("chain/links.csv"), StandardCharsets.UTF_8);
        files.put("chain/links.csv", SomeEvidence.utf8(links.replaceFirst("(?m)^214,.*\n", "")));
        String rows = new String(files.get("chain/rows.csv"), StandardCharsets.UTF_8);
        files.put(
                "chain/rows.csv", SomeEvidence.utf8(rows.replace("seen", "sent").replaceAll("(?m)^213,.*\n", "")));
        assertThat(verify(EvidenceZip.sealed(files, SomeEvidence.HOUSE)).err().lines())
                .contains(
                        "chain/links.csv, link 215: it does not follow the link in the line above",
                        "chain/rows.csv, link 215: the link was not made of these rows",
                        "chain/rows.csv, link 213: its rows are missing");
    }

    @Test
    void a_decision_that_is_told_otherwise_than_it_was_sealed_is_named() throws IOException {
        SortedMap<String, byte[]> files = but("decisions.csv", "approver@demo", "friend@demo");
        assertThat(verify(EvidenceZip.sealed(files, SomeEvidence.HOUSE)).err().lines())
                .containsExactly(
                        "decisions.csv: it does not tell, as it was sealed: APPROVE by approver@demo at"
                                + " 2026-01-15T08:30:00.250Z, 'seen, and \"ticked\"'",
                        "the evidence differs; places: 1");
    }

    @Test
    void the_same_files_and_the_same_key_are_the_same_bytes() {
        assertThat(SomeEvidence.zip(SomeEvidence.sealed())).isEqualTo(SomeEvidence.zip(SomeEvidence.sealed()));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "../evil.txt",
                "pack/../../evil.txt",
                "/etc/evil.txt",
                "pack//evil.txt",
                "pack\\evil.txt",
                "./evil"
            })
    void a_zip_that_leads_elsewhere_is_refused(String name) throws IOException {
        Path zip = folder.resolve("evidence.zip");
        Files.write(zip, withEntry(name));
        Ran ran = Ran.assay("verify", zip);
        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err()).contains(name);
    }

    @Test
    void a_zip_with_an_entry_twice_or_cut_is_refused() throws IOException {
        Path zip = folder.resolve("evidence.zip");
        byte[] twice = withEntry("pack/pack.jsoo");
        for (int i = 0; i + 14 < twice.length; i++) {
            if (new String(twice, i, 14, StandardCharsets.US_ASCII).equals("pack/pack.jsoo")) {
                twice[i + 13] = 'n';
            }
        }
        Files.write(zip, twice);
        assertThat(Ran.assay("verify", zip).err()).contains("two entries pack/pack.json");
        byte[] whole = SomeEvidence.zip(SomeEvidence.sealed());
        for (int length : new int[] {0, 10, whole.length / 2, whole.length - 1}) {
            Files.write(zip, Arrays.copyOf(whole, length));
            assertThat(Ran.assay("verify", zip).exit())
                    .as("of %s bytes", length)
                    .isEqualTo(2);
        }
    }

    /** A byte of the zip that is none of a file's may change and mean nothing; what it says is then still held to everything. */
    @Test
    void no_changed_byte_of_the_zip_makes_the_command_stumble() throws IOException {
        byte[] whole = SomeEvidence.zip(SomeEvidence.sealed());
        Path zip = folder.resolve("evidence.zip");
        for (int at = 0; at < whole.length; at += whole.length / STEPS) {
            byte[] changed = whole.clone();
            changed[at] ^= 0x10;
            Files.write(zip, changed);
            assertThat(Ran.assay("verify", zip).exit()).as("byte %s", at).isBetween(0, 2);
        }
    }

    private static byte[] withEntry(String name) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (var file : SomeEvidence.sealed().entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
            zip.putNextEntry(new ZipEntry(name));
            zip.write('x');
            zip.closeEntry();
        }
        return bytes.toByteArray();
    }
}
