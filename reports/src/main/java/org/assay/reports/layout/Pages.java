package org.assay.reports.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JRPrintElement;
import net.sf.jasperreports.engine.JRPrintFrame;
import net.sf.jasperreports.engine.JasperPrint;
import net.sf.jasperreports.engine.base.JRBasePrintFrame;
import net.sf.jasperreports.engine.base.JRBasePrintPage;

/**
 * Sections one below the other, on as many pages as they need. A short one is not cut; a long one goes on under its title and
 * heads; no heading stands at the foot of a page and no sum at the top of one. Lengths are in points.
 */
public final class Pages {
    private static final int HEIGHT = 595;
    private static final int TOP = 62;
    private static final int BOTTOM = 551;
    private static final int LEFT = 36;
    private static final int GAP = 18;
    /** A section up to this height stays on one page. */
    private static final int SHORT = 170;
    /** A longer one begins only where so many of its rows have room. */
    private static final int FIRST_ROWS = 4;
    /** So many of its rows, at least, come over to its last page. */
    private static final int LAST_ROWS = 3;

    private static final String TAG_TABLE = "net.sf.jasperreports.export.pdf.tag.table";

    private final List<List<JRPrintElement>> pages = new ArrayList<>();
    private final List<Heading> contents = new ArrayList<>();
    private int end = BOTTOM;

    /**
     * Where a section begins.
     *
     * @param page from 1
     */
    public record Heading(String title, int page) {}

    /** In the order of the pages; sections without a title have none. */
    public List<Heading> contents() {
        return List.copyOf(contents);
    }

    public int count() {
        return pages.size();
    }

    /** What comes next begins a page. */
    public void breakPage() {
        end = BOTTOM;
    }

    public void add(Section section) throws JRException {
        add(section, SHORT);
    }

    /** The same, but it is not cut if a page has room for it. */
    public void addWhole(Section section) throws JRException {
        add(section, BOTTOM - TOP);
    }

    private void add(Section section, int uncut) throws JRException {
        Filled filled = Filled.of(section);
        int whole = filled.height(Integer.MAX_VALUE);
        int needed = whole <= uncut ? whole : Math.min(whole, filled.height(FIRST_ROWS));
        int gap = end == TOP ? 0 : GAP;
        if (end + gap + needed > BOTTOM) {
            newPage();
        } else {
            end += gap;
        }
        note(filled);
        filled.title().ifPresent(title -> place(title, LEFT));
        List<JRPrintElement> table = new ArrayList<>();
        filled.head().ifPresent(head -> table.add(place(again(head), LEFT)));
        int last = Math.max(1, filled.blocks().size() - LAST_ROWS);
        for (int i = 0; i < filled.blocks().size(); i++) {
            List<JRPrintElement> block = filled.blocks().get(i);
            int together = i == last ? filled.heightFrom(i) : Filled.height(block);
            if (end + together > BOTTOM) {
                tag(filled, table);
                newPage();
                filled.continued().ifPresent(title -> place(again(title), LEFT));
                filled.head().ifPresent(head -> table.add(place(again(head), LEFT)));
            }
            for (JRPrintElement element : block) {
                place(element, LEFT);
                if (!Filled.part(element).equals("note")) {
                    table.add(element);
                }
            }
        }
        tag(filled, table);
    }

    /** Puts sections beside what is added next, one below the other: they must have room down to the foot of the page. */
    public void aside(int x, List<Section> sections) throws JRException {
        int from = end;
        for (Section section : sections) {
            Filled filled = Filled.of(section);
            end += GAP;
            filled.title().ifPresent(title -> place(title, LEFT + x));
            List<JRPrintElement> table = new ArrayList<>();
            filled.head().ifPresent(head -> table.add(place(head, LEFT + x)));
            filled.blocks().forEach(block -> block.forEach(element -> table.add(place(element, LEFT + x))));
            table.removeIf(element -> Filled.part(element).equals("note"));
            tag(filled, table);
        }
        end = from;
    }

    /** What is in {@code later} follows on pages of its own. */
    public void append(Pages later) {
        later.contents.forEach(heading -> contents.add(new Heading(heading.title(), heading.page() + pages.size())));
        pages.addAll(later.pages);
        end = later.end;
    }

    /**
     * All pages in the same frame.
     *
     * @param frame given the number of pages, a section with one element for each
     */
    JasperPrint framed(String name, IntFunction<Section> frame) throws JRException {
        JasperPrint like = frame.apply(pages.size()).fill();
        List<JRPrintElement> frames = like.getPages().get(0).getElements();
        JasperPrint whole = new JasperPrint();
        whole.setName(name);
        whole.setPageWidth(like.getPageWidth());
        whole.setPageHeight(HEIGHT);
        whole.setOrientation(like.getOrientation());
        whole.setLocaleCode(like.getLocaleCode());
        whole.setTimeZoneId(like.getTimeZoneId());
        whole.setDefaultStyle(like.getDefaultStyle());
        for (int i = 0; i < pages.size(); i++) {
            JRBasePrintPage page = new JRBasePrintPage();
            frames.get(i).setY(0);
            page.addElement(frames.get(i));
            pages.get(i).forEach(page::addElement);
            whole.addPage(page);
        }
        return whole;
    }

    private void newPage() {
        pages.add(new ArrayList<>());
        end = TOP;
    }

    private void note(Filled filled) {
        if (filled.title().isPresent()) {
            contents.add(new Heading(filled.heading(), pages.size()));
        }
    }

    private JRPrintElement place(JRPrintElement element, int x) {
        element.setX(x);
        element.setY(end);
        pages.get(pages.size() - 1).add(element);
        end += element.getHeight();
        return element;
    }

    /** The rows on one page are a table to whoever listens to the document; so are those on the next. */
    private static void tag(Filled filled, List<JRPrintElement> rows) {
        if (filled.isTable() && rows.size() == 1) {
            rows.get(0).getPropertiesMap().setProperty(TAG_TABLE, "full");
        } else if (filled.isTable() && rows.size() > 1) {
            rows.get(0).getPropertiesMap().setProperty(TAG_TABLE, "start");
            rows.get(rows.size() - 1).getPropertiesMap().setProperty(TAG_TABLE, "end");
        }
        rows.clear();
    }

    /** The same frame once more: what is in it is shared, where it stands is its own. */
    private static JRPrintFrame again(JRPrintFrame frame) {
        JRBasePrintFrame copy = new JRBasePrintFrame(frame.getDefaultStyleProvider());
        copy.setWidth(frame.getWidth());
        copy.setHeight(frame.getHeight());
        frame.getElements().forEach(copy::addElement);
        for (String name : frame.getPropertiesMap().getPropertyNames()) {
            copy.getPropertiesMap().setProperty(name, frame.getPropertiesMap().getProperty(name));
        }
        return copy;
    }
}
