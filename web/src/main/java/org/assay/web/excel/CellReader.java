package org.assay.web.excel;

import jakarta.faces.component.UIComponent;
import jakarta.faces.context.ResponseWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.assay.reports.table.TableBook;

/**
 * Reads what a page writes into a cell: its words, and the number a figure bears in {@code data-number}. A cell of one figure is a
 * number, of one date a date, everything else text.
 */
final class CellReader extends ResponseWriter {
    private static final String NUMBER = "data-number";
    private static final Pattern SPACE = Pattern.compile("[\\s\\u00a0]+");
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private final StringBuilder text = new StringBuilder();
    private final List<BigDecimal> numbers = new ArrayList<>();
    /** Words that are no figure's. */
    private boolean hasWords;

    private int depth;
    private int figureFrom;

    /** Forgets the cell before. */
    void begin() {
        text.setLength(0);
        numbers.clear();
        hasWords = false;
        depth = 0;
        figureFrom = 0;
    }

    TableBook.Cell cell() {
        if (numbers.size() == 1 && !hasWords) {
            return new TableBook.Figure(numbers.get(0));
        }
        String words = SPACE.matcher(text).replaceAll(" ").strip();
        return DATE.matcher(words).matches() ? day(words) : new TableBook.Text(words);
    }

    private static TableBook.Cell day(String words) {
        try {
            return new TableBook.Day(LocalDate.parse(words));
        } catch (DateTimeParseException notDate) {
            return new TableBook.Text(words);
        }
    }

    @Override
    public void startElement(String name, UIComponent component) {
        depth++;
        // Words of two elements are two words, however they are laid out.
        text.append(' ');
    }

    @Override
    public void endElement(String name) {
        if (depth == figureFrom) {
            figureFrom = 0;
        }
        depth--;
        text.append(' ');
    }

    @Override
    public void writeAttribute(String name, Object value, String property) {
        if (name.equals(NUMBER) && value != null && !value.toString().isEmpty()) {
            numbers.add(new BigDecimal(value.toString()));
            figureFrom = depth;
        }
    }

    @Override
    public void writeURIAttribute(String name, Object value, String property) {
        writeAttribute(name, value, property);
    }

    @Override
    public void writeText(Object words, String property) {
        add(words.toString());
    }

    @Override
    public void writeText(char[] words, int from, int length) {
        add(new String(words, from, length));
    }

    /** Of markup that was written as it is. */
    @Override
    public void write(char[] words, int from, int length) {
        add(new String(words, from, length));
    }

    private void add(String words) {
        text.append(words);
        hasWords = hasWords
                || (figureFrom == 0 && !SPACE.matcher(words).replaceAll("").isEmpty());
    }

    @Override
    public ResponseWriter cloneWithWriter(Writer writer) {
        return this;
    }

    @Override
    public String getContentType() {
        return "text/html";
    }

    @Override
    public String getCharacterEncoding() {
        return StandardCharsets.UTF_8.name();
    }

    @Override
    public void writeComment(Object comment) {
        // Not shown.
    }

    @Override
    public void startDocument() {
        // A cell has none.
    }

    @Override
    public void endDocument() {
        // A cell has none.
    }

    @Override
    public void flush() {
        // Nothing waits.
    }

    @Override
    public void close() {
        // Nothing is open.
    }
}
