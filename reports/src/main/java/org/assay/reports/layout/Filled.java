package org.assay.reports.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JRPrintElement;
import net.sf.jasperreports.engine.JRPrintFrame;
import net.sf.jasperreports.engine.JRPrintText;

/**
 * A section as it was filled, taken apart into what a page may be cut between.
 *
 * @param continued the title again, where the section goes on
 * @param head of the columns; absent where no row has any
 * @param blocks what stays together: a heading with its first row, sums, sentences and the note with their last
 * @param isTable its blocks are rows, or sentences that stand for them
 */
record Filled(
        Optional<JRPrintFrame> title,
        Optional<JRPrintFrame> continued,
        Optional<JRPrintFrame> head,
        List<List<JRPrintElement>> blocks,
        boolean isTable) {
    private static final String PART = "net.sf.jasperreports.export.part";
    private static final List<String> ENDS = List.of("total", "line", "note");
    private static final List<String> WITH_COLUMNS = List.of("row", "quiet", "total");

    static Filled of(Section section) throws JRException {
        List<JRPrintElement> elements = section.elements();
        List<List<JRPrintElement>> blocks = new ArrayList<>();
        boolean goesOn = false;
        for (JRPrintElement element : elements) {
            String part = part(element);
            if (!List.of("title", "continued", "head").contains(part)) {
                if (!blocks.isEmpty() && (goesOn || ENDS.contains(part))) {
                    blocks.get(blocks.size() - 1).add(element);
                } else {
                    blocks.add(new ArrayList<>(List.of(element)));
                }
                goesOn = part.equals("group");
            }
        }
        Optional<JRPrintFrame> head = frame(elements, "head");
        boolean hasRows = elements.stream().anyMatch(element -> WITH_COLUMNS.contains(part(element)));
        return new Filled(
                frame(elements, "title"),
                frame(elements, "continued"),
                head.filter(frame -> hasRows),
                blocks,
                elements.stream().anyMatch(element -> !part(element).isEmpty()));
    }

    /** Which part of a table it is; empty for what is no table. */
    static String part(JRPrintElement element) {
        return Optional.ofNullable(element.getPropertiesMap().getProperty(PART)).orElse("");
    }

    String heading() {
        return title.map(frame -> ((JRPrintText) frame.getElements().get(0)).getFullText())
                .orElse("");
    }

    /** Of title, head and the first so many blocks. */
    int height(int first) {
        int top = title.map(JRPrintElement::getHeight).orElse(0)
                + head.map(JRPrintElement::getHeight).orElse(0);
        return top + blocks.stream().limit(first).mapToInt(Filled::height).sum();
    }

    /** Of the block and all after it. */
    int heightFrom(int block) {
        return blocks.stream().skip(block).mapToInt(Filled::height).sum();
    }

    static int height(List<JRPrintElement> block) {
        return block.stream().mapToInt(JRPrintElement::getHeight).sum();
    }

    private static Optional<JRPrintFrame> frame(List<JRPrintElement> elements, String part) {
        return elements.stream()
                .filter(element -> part(element).equals(part))
                .map(JRPrintFrame.class::cast)
                .findFirst();
    }
}
