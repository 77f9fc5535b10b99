package org.assay.reports.layout;

import com.lowagie.text.Document;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.util.function.IntFunction;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.export.SimpleExporterInput;
import net.sf.jasperreports.export.SimpleOutputStreamExporterOutput;
import net.sf.jasperreports.pdf.JRPdfExporter;
import net.sf.jasperreports.pdf.SimplePdfExporterConfiguration;
import net.sf.jasperreports.pdf.type.PdfVersionEnum;
import net.sf.jasperreports.pdf.type.PdfaConformanceEnum;

/**
 * A document for the file: PDF/A-2, which needs nothing but itself to be read in thirty years, with the structure that a
 * screen reader follows.
 *
 * @param title of the document
 * @param asOf stands in it as the time it was made
 * @param digest of what it tells, SHA-256 in hex; its identity is made of it
 */
public record Paper(String title, Instant asOf, String digest) {
    static final String LANGUAGE = "en";
    private static final String COLOURS = "org/assay/reports/layout/srgb.icc";

    static {
        // Packed data differ from one JVM to the next, because the packer does; and packing takes a third of the time.
        Document.compress = false;
    }

    /**
     * A digest and the pages of one document give one file, to the last byte.
     *
     * @param frame given the number of pages, the section that has the head and foot of each
     */
    public void write(Pages pages, IntFunction<Section> frame, OutputStream out) throws IOException {
        ByteArrayOutputStream raw = new ByteArrayOutputStream();
        try {
            SimplePdfExporterConfiguration archive = new SimplePdfExporterConfiguration();
            archive.setPdfVersion(PdfVersionEnum.VERSION_1_7);
            archive.setPdfaConformance(PdfaConformanceEnum.PDFA_2A);
            archive.setIccProfilePath(COLOURS);
            archive.setTagged(true);
            archive.setTagLanguage(LANGUAGE);
            archive.setMetadataTitle(title);
            archive.setMetadataCreator("Assay");
            archive.setDisplayMetadataTitle(true);
            JRPdfExporter exporter = new JRPdfExporter();
            exporter.setExporterInput(new SimpleExporterInput(pages.framed(title, frame)));
            exporter.setExporterOutput(new SimpleOutputStreamExporterOutput(raw));
            exporter.setConfiguration(archive);
            exporter.exportReport();
        } catch (JRException e) {
            throw new IOException("%s was not printed".formatted(title), e);
        }
        Finish.write(raw.toByteArray(), this, out);
    }

    /** What its colours mean: an ICC profile. */
    static byte[] colours() throws IOException {
        try (InputStream in = Paper.class.getResourceAsStream("srgb.icc")) {
            return in.readAllBytes();
        }
    }
}
