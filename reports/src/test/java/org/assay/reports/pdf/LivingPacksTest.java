package org.assay.reports.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.assay.pack.demo.LivingDemo;
import org.assay.reports.DemoNavs;
import org.assay.reports.StruckNav;
import org.assay.reports.layout.ArchiveCheck;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/** The three funds of the living demo, on days of a roll, at a month's end, and on the last, which is held. */
@EnabledIfSystemProperty(named = "assay.drill", matches = ".+")
class LivingPacksTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"ill-tokens", "ill-cetf", "ill-balanced"})
    void every_pack_ties_and_is_pdf_a(String fund) throws IOException {
        SortedMap<LocalDate, StruckNav> navs = DemoNavs.struck(unpacked(fund), LocalDate.of(2026, 7, 10));
        for (LocalDate day : List.of(LocalDate.of(2025, 11, 10), LocalDate.of(2026, 6, 12), navs.lastKey())) {
            byte[] pdf = DemoNavs.written(new NavPackReport(), navs.get(day));
            assertThat(ArchiveCheck.of(pdf, PDFAFlavour.PDFA_2_B)).isEmpty();
            assertThat(ArchiveCheck.of(pdf, PDFAFlavour.PDFA_2_A)).isEmpty();
            try (PDDocument document = Loader.loadPDF(pdf)) {
                assertThat(new PDFTextStripper().getText(document)).doesNotContain("DOES NOT TIE");
            }
        }
    }

    private String unpacked(String fund) throws IOException {
        for (Map.Entry<String, byte[]> file : LivingDemo.files().entrySet()) {
            if (file.getKey().startsWith(fund + "/")) {
                Path path = folder.resolve(file.getKey());
                Files.createDirectories(path.getParent());
                Files.write(path, file.getValue());
            }
        }
        return folder.resolve(fund).toString();
    }
}
