package org.assay.reports.layout;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.graphics.color.PDOutputIntent;

/**
 * Takes out of a PDF what its writer put in by chance: the time of the machine, a random identity, random names of embedded
 * fonts. What is left depends on the content alone. Takes out, too, what PDF/A-2 does not take.
 */
final class Finish {
    private static final COSName FONT_NAME = COSName.getPDFName("FontName");
    /** The tag in front of the name of a font of which only some letters are embedded, ISO 32000-1 section 9.6.4. */
    private static final Pattern TAGGED = Pattern.compile("[A-Z]{6}\\+.*");
    /** Which letters of a font are in it: it may be left out, and is incomplete here (ISO 19005-2 section 6.2.11.4.2). */
    private static final COSName LETTERS = COSName.getPDFName("CIDSet");

    private static final Pattern MOMENT = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T[^<\"]*");

    private Finish() {}

    static void write(byte[] pdf, Paper paper, OutputStream out) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            Calendar made = GregorianCalendar.from(ZonedDateTime.ofInstant(paper.asOf(), ZoneOffset.UTC));
            PDDocumentInformation information = document.getDocumentInformation();
            information.setTitle(paper.title());
            information.setCreationDate(made);
            information.setModificationDate(made);
            settle(document);
            PDDocumentCatalog catalog = document.getDocumentCatalog();
            for (PDOutputIntent intent : catalog.getOutputIntents()) {
                // Not as it came: on its way a JDK writes its own name into the profile.
                fill(intent.getDestOutputIntent(), Paper.colours());
            }
            catalog.setLanguage(Paper.LANGUAGE);
            catalog.setMetadata(described(document, catalog.getMetadata(), paper.asOf()));
            document.getDocument().getTrailer().removeItem(COSName.ID);
            // On an Arabic host OpenPDF writes the offsets of its objects in Arabic digits; PDFBox finds the objects
            // all the
            // same, but not this entry, which it writes anew.
            document.getDocument().getTrailer().removeItem(COSName.SIZE);
            sort(document.getDocument().getTrailer());
            document.setDocumentId(Long.parseUnsignedLong(paper.digest().substring(0, 16), 16));
            document.save(out, CompressParameters.NO_COMPRESSION);
        }
    }

    /** The description says the same times as the document does. */
    private static PDMetadata described(PDDocument document, PDMetadata metadata, Instant asOf) throws IOException {
        String xmp = MOMENT.matcher(new String(metadata.toByteArray(), StandardCharsets.UTF_8))
                .replaceAll(asOf.truncatedTo(ChronoUnit.SECONDS).toString());
        return new PDMetadata(document, new ByteArrayInputStream(xmp.getBytes(StandardCharsets.UTF_8)));
    }

    /** Entries in order of their names; fonts AAAAAA+, AAAAAB+ and so on, in the order of the objects. */
    private static void settle(PDDocument document) throws IOException {
        SortedMap<String, String> tags = new TreeMap<>();
        for (COSObjectKey key :
                new TreeSet<>(document.getDocument().getXrefTable().keySet())) {
            COSBase object = document.getDocument().getObjectFromPool(key).getObject();
            if (object instanceof COSDictionary dictionary) {
                mustBeEmbedded(dictionary);
                sort(dictionary);
                nameFont(dictionary, COSName.BASE_FONT, tags);
                nameFont(dictionary, FONT_NAME, tags);
                dictionary.removeItem(LETTERS);
            }
        }
    }

    private static void fill(COSStream stream, byte[] content) throws IOException {
        try (OutputStream out = stream.createOutputStream()) {
            out.write(content);
        }
    }

    /**
     * A font that cannot be loaded, because there was no room for it in the folder of temporary files, is replaced by another
     * without a word, and until the process ends: such a report would differ from the same one of another node, and stay.
     */
    private static void mustBeEmbedded(COSDictionary dictionary) {
        String name = dictionary.getNameAsString(COSName.BASE_FONT, "");
        if (COSName.FONT.equals(dictionary.getCOSName(COSName.TYPE)) && !isTagged(name)) {
            throw new IllegalStateException(
                    "the fonts of the report were not loaded, %s stands for them: make room for temporary files, start again"
                            .formatted(name));
        }
    }

    /** A dictionary has no order, but what writes it has one, and it differs from one JVM to the next. */
    private static void sort(COSDictionary dictionary) {
        SortedMap<COSName, COSBase> entries = new TreeMap<>();
        dictionary.keySet().forEach(name -> entries.put(name, dictionary.getItem(name)));
        dictionary.clear();
        entries.forEach(dictionary::setItem);
    }

    private static void nameFont(COSDictionary dictionary, COSName entry, SortedMap<String, String> tags) {
        String name = dictionary.getNameAsString(entry, "");
        if (!name.isEmpty() && isTagged(name)) {
            String tag = tags.computeIfAbsent(name.substring(0, 6), random -> tag(tags.size()));
            dictionary.setName(entry, tag + name.substring(6));
        }
    }

    private static boolean isTagged(String font) {
        return TAGGED.matcher(font).matches();
    }

    private static String tag(int number) {
        StringBuilder letters = new StringBuilder();
        int rest = number;
        for (int i = 0; i < 6; i++) {
            letters.insert(0, (char) ('A' + rest % 26));
            rest /= 26;
        }
        return letters.toString();
    }
}
