package org.assay.reports.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.assay.reports.DemoNavs;
import org.assay.reports.StruckNav;
import org.assay.reports.layout.ArchiveCheck;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/** Funds of each kind: tokens alone, a contract rolled by hand, everything at once on its first day and on a roll's. */
class ArchiveTest {
    static List<StruckNav> navs() {
        return List.of(
                DemoNavs.on("2026-01-05"),
                DemoNavs.on("2026-02-18"),
                golden("J03-token-buy"),
                golden("J10-roll"),
                golden("C36-price-estimated"));
    }

    private static StruckNav golden(String name) {
        SortedMap<LocalDate, StruckNav> navs =
                DemoNavs.struck("ejb/pack/src/test/resources/golden/" + name, LocalDate.of(2026, 1, 12));
        return navs.get(navs.lastKey());
    }

    @ParameterizedTest
    @MethodSource("navs")
    void a_pack_is_pdf_a_2b_and_2a(StruckNav nav) {
        byte[] pdf = DemoNavs.written(new NavPackReport(), nav);
        assertThat(ArchiveCheck.of(pdf, PDFAFlavour.PDFA_2_B)).isEmpty();
        assertThat(ArchiveCheck.of(pdf, PDFAFlavour.PDFA_2_A)).isEmpty();
    }

    @Test
    void a_document_that_is_none_is_found_out() throws IOException {
        try (PDDocument document = new PDDocument();
                ByteArrayOutputStream pdf = new ByteArrayOutputStream()) {
            document.addPage(new PDPage());
            document.save(pdf);
            assertThat(ArchiveCheck.of(pdf.toByteArray(), PDFAFlavour.PDFA_2_B)).isNotEmpty();
        }
    }
}
