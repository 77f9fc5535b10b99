package org.assay.reports.layout;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
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
