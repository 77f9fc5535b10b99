package org.assay.reports.pdf;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JRPrintElement;
import net.sf.jasperreports.engine.JRPrintPage;
import net.sf.jasperreports.engine.JasperPrint;
import net.sf.jasperreports.engine.base.JRBasePrintPage;

/** Puts filled sections one below the other where they fit, and a frame over every page. Lengths are in points. */
final class Pages {
    private static final int TOP = 64;
    private static final int BOTTOM = 551;
    private static final int GAP = 16;

    private final List<JasperPrint> sections = new ArrayList<>();
    private final List<List<JRPrintElement>> pages = new ArrayList<>();
    private int end = BOTTOM;

    void add(JasperPrint section) {
        sections.add(section);
        for (JRPrintPage page : section.getPages()) {
            List<JRPrintElement> elements = page.getElements();
            int height = bottom(elements) - TOP;
            boolean fits = section.getPages().size() == 1 && end + GAP + height <= BOTTOM;
            if (fits) {
                int down = end + GAP - TOP;
                elements.forEach(element -> element.setY(element.getY() + down));
                pages.get(pages.size() - 1).addAll(elements);
            } else {
                pages.add(new ArrayList<>(elements));
            }
            end = bottom(elements);
        }
    }

    /** @param frame given the number of pages, fills as many pages of frame */
    JasperPrint framed(IntFunction<Section> frame) throws JRException {
        JasperPrint frames = frame.apply(pages.size()).fill();
        JasperPrint whole = new JasperPrint();
        JasperPrint like = sections.get(0);
        whole.setName("nav-pack");
        whole.setPageWidth(like.getPageWidth());
        whole.setPageHeight(like.getPageHeight());
        whole.setOrientation(like.getOrientation());
        whole.setLocaleCode(like.getLocaleCode());
        whole.setTimeZoneId(like.getTimeZoneId());
        whole.setDefaultStyle(like.getDefaultStyle());
        for (int i = 0; i < pages.size(); i++) {
            JRBasePrintPage page = new JRBasePrintPage();
            pages.get(i).forEach(page::addElement);
            frames.getPages().get(i).getElements().forEach(page::addElement);
            whole.addPage(page);
        }
        return whole;
    }

    private static int bottom(List<JRPrintElement> elements) {
        return elements.stream()
                .mapToInt(element -> element.getY() + element.getHeight())
                .max()
                .orElse(TOP);
    }
}
