package org.assay.reports.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.assay.kernel.ErrorCode;
import org.assay.kernel.FundException;
import org.assay.pack.evidence.ChainProof;
import org.assay.pack.evidence.EvidenceCheck;
import org.assay.pack.fund.FundPack;
import org.assay.pack.fund.PackFiles;
import org.assay.reports.Books;
import org.assay.reports.DemoNavs;
import org.assay.reports.StruckDay;
import org.assay.reports.StruckNav;
import org.assay.reports.pdf.NavPackReport;
import org.assay.reports.workbook.WorkbookReport;
import org.junit.jupiter.api.Test;

class EvidenceReportTest {
    /** The day of a restated trade. */
    private static final String DAY = "2026-02-20";

    private static SortedMap<String, byte[]> files(byte[] zip) throws IOException {
        SortedMap<String, byte[]> files = new TreeMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), in.readAllBytes());
            }
        }
        return files;
    }

    @Test
    void it_ties_with_the_key_of_the_house_and_holds_the_reports_as_they_are_alone() throws IOException {
        EvidenceBooks books = EvidenceBooks.on(DAY);
        SortedMap<String, byte[]> files = files(books.evidence());
        EvidenceCheck check = EvidenceCheck.of(PackFiles.of(files), Optional.of(EvidenceBooks.HOUSE.signer()));
        assertThat(check.flaws()).isEmpty();
        assertThat(check.struck().orElseThrow().result().digest())
                .isEqualTo(books.nav().result().digest());
        assertThat(files)
                .containsEntry(
                        "reports/ILL-COMPUTE_2026-02-20_v1_nav-pack.pdf",
                        DemoNavs.written(new NavPackReport(), books.nav()))
                .containsEntry(
                        "reports/ILL-COMPUTE_2026-02-20_v1_workbook.xlsx",
                        DemoNavs.written(new WorkbookReport(), books.nav()));
        assertThat(EvidenceBooks.REPORT.fileName(books.nav())).isEqualTo("ILL-COMPUTE_2026-02-20_v1_evidence.zip");
    }

    @Test
    void it_says_who_did_what_and_how_it_is_checked() throws IOException {
        EvidenceBooks books = EvidenceBooks.on(DAY);
        SortedMap<String, byte[]> files = files(books.evidence());
        assertThat(new String(files.get("decisions.csv"), StandardCharsets.UTF_8).lines())
                .startsWith("at,person,act,subject,reason")
                .contains(
                        "%s,schedule,STRIKE,NAV,".formatted(books.nav().inputs().known()),
                        "%s,approver@demo,APPROVE,NAV,seen"
                                .formatted(books.nav().inputs().known().plusSeconds(3600)))
                .hasSize(3 + books.nav().inputs().facts().size());
        assertThat(new String(files.get("README.txt"), StandardCharsets.UTF_8))
                .contains(
                        "ILL-COMPUTE, ",
                        "(illustrative: the data is invented)",
                        "NAV of      2026-02-20, version 1, attempt 1",
                        "status      Review",
                        "\nclass A: net assets ",
                        "\nclass I: net assets ",
                        "result      " + books.nav().result().digest(),
                        EvidenceBooks.HOUSE.signer().fingerprint());
    }

    @Test
    void made_again_it_is_the_same_to_the_last_byte() throws IOException {
        assertThat(EvidenceBooks.on("2026-03-13").evidence())
                .isEqualTo(EvidenceBooks.on("2026-03-13").evidence());
    }

    @Test
    void one_changed_byte_in_any_of_its_files_is_found_and_named() throws IOException {
        SortedMap<String, byte[]> files = files(EvidenceBooks.on(DAY).evidence());
        assertThat(files).hasSizeGreaterThan(30);
        for (String name : files.keySet()) {
            SortedMap<String, byte[]> changed = new TreeMap<>(files);
            byte[] bytes = files.get(name).clone();
            bytes[bytes.length / 3] ^= 4;
            changed.put(name, bytes);
            assertThat(EvidenceCheck.of(PackFiles.of(changed), Optional.empty()).flaws())
                    .as(name)
                    .anyMatch(flaw -> flaw.startsWith(name));
        }
    }

    @Test
    void a_house_without_a_key_makes_none() {
        EvidenceReport report = new EvidenceReport(
                () -> {
                    throw new FundException(ErrorCode.NO_SIGNING_KEY, "evidence", "ASSAY_SIGNING_KEY", "", "a file");
                },
                new NavPackReport(),
                new WorkbookReport());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThatThrownBy(() -> report.write(EvidenceBooks.on(DAY), out))
                .hasMessage(
                        "NO_SIGNING_KEY: evidence, ASSAY_SIGNING_KEY '': expected a file (who runs the server must act)");
        assertThat(out.size()).isZero();
    }

    /** Books that show the NAV of one day and keep the pack of another. */
    @Test
    void what_an_auditor_would_find_at_fault_is_not_given_out() {
        record Mixed(StruckNav nav, FundPack pack, ChainProof chain) implements Books {
            @Override
            public void days(LocalDate first, Consumer<StruckDay> each) {
                // Nobody posted anything.
            }
        }
        EvidenceBooks shown = EvidenceBooks.on("2026-03-13");
        EvidenceBooks kept = EvidenceBooks.on(DAY);
        assertThatThrownBy(() -> EvidenceBooks.REPORT.write(
                        new Mixed(shown.nav(), kept.pack(), shown.chain()), new ByteArrayOutputStream()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("the evidence of ILL-COMPUTE 2026-03-13 does not tie, in ");
        assertThatThrownBy(() -> EvidenceBooks.REPORT.write(
                        new Mixed(shown.nav(), kept.pack(), kept.chain()), new ByteArrayOutputStream()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageMatching(
                        "the evidence of ILL-COMPUTE 2026-03-13 strikes to [0-9a-f]{64}, and the NAV is [0-9a-f]{64}");
    }
}
