package org.assay.reports.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.assay.reports.DemoNavs;
import org.assay.reports.layout.ArchiveCheck;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.verapdf.pdfa.flavours.PDFAFlavour;

class ArchiveTest {
    static List<String> days() {
        return List.of("2026-01-05", "2026-02-18", "2026-03-31");
    }

    @ParameterizedTest
    @MethodSource("days")
    void a_pack_is_pdf_a_2b_and_2a(String day) {
        byte[] pdf = DemoNavs.written(new NavPackReport(), DemoNavs.on(day));
        assertThat(ArchiveCheck.of(pdf, PDFAFlavour.PDFA_2_B)).isEmpty();
        assertThat(ArchiveCheck.of(pdf, PDFAFlavour.PDFA_2_A)).isEmpty();
    }
}
