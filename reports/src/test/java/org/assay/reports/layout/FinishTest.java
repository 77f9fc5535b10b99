package org.assay.reports.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.assay.reports.DemoNavs;
import org.assay.reports.pdf.NavPackReport;
import org.junit.jupiter.api.Test;

class FinishTest {
    @Test
    void a_report_whose_fonts_were_not_loaded_is_none() throws IOException {
        byte[] pdf = withFontOfTheReader();
        assertThatThrownBy(() -> Finish.write(
                        pdf, new Paper("NAV pack", Instant.EPOCH, "0".repeat(64)), new ByteArrayOutputStream()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Helvetica stands for them");
    }

    /** A packer differs from one JVM to the next, and the bytes with it. */
    @Test
    void nothing_in_a_document_is_packed_and_no_time_but_its_own_is_in_it() throws IOException {
        byte[] pdf = DemoNavs.written(new NavPackReport(), DemoNavs.on("2026-03-31"));
        assertThat(new String(pdf, StandardCharsets.ISO_8859_1))
                .doesNotContain("FlateDecode", "CIDSet")
                .contains("<xmp:CreateDate>2026-04-01T02:00:00Z</xmp:CreateDate>", "D:20260401020000+00'00'");
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("en");
            assertThat(document.getDocumentInformation().getTitle()).isEqualTo("NAV pack ILL-COMPUTE 2026-03-31");
            assertThat(document.getDocumentCatalog().getDocumentOutline().children())
                    .extracting(PDOutlineItem::getTitle)
                    .contains("Schedule of investments", "Trial balance", "Charts");
        }
    }

    /** As it is written when the report's own font is not to be had. */
    private static byte[] withFontOfTheReader() throws IOException {
        try (PDDocument document = new PDDocument();
                ByteArrayOutputStream pdf = new ByteArrayOutputStream()) {
            PDPage page = new PDPage();
            document.addPage(page);
            try (PDPageContentStream text = new PDPageContentStream(document, page)) {
                text.beginText();
                text.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 8);
                text.showText("NAV per share");
                text.endText();
            }
            document.save(pdf);
            return pdf.toByteArray();
        }
    }
}
