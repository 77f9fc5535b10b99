package org.assay.reports.period;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import net.sf.jasperreports.engine.JRException;
import org.assay.kernel.money.Currency;
import org.assay.pack.fund.PackFiles;
import org.assay.reports.StruckNav;
import org.assay.reports.layout.Frame;
import org.assay.reports.layout.Pages;
import org.assay.reports.layout.Paper;
import org.assay.reports.layout.Section;
import org.assay.reports.layout.Table;

/**
 * The pages. They begin with the summary, which is known last, so tables wait until all are told. A list of more rows than
 * anybody reads on paper is not printed: its sum and checks are, and where it stands in full.
 */
final class Leaves implements Outlet {
    /** Of a list, some forty pages of it. */
    static final int MOST = 1_500;

    private static final int RIGHT_HALF = 424;

    private final StruckNav nav;
    private final Span span;
    private final Map<Tab, List<Leaf>> leaves = new EnumMap<>(Tab.class);

    Leaves(StruckNav nav, Span span) {
        this.nav = nav;
        this.span = span;
    }

    @Override
    public Rows begin(TableHead table) {
        Leaf leaf = new Leaf(table, MOST);
        leaves.computeIfAbsent(table.tab(), key -> new ArrayList<>()).add(leaf);
        return leaf::add;
    }

    @Override
    public void check(Tab tab, List<Check> checks) {
        List<Leaf> there = leaves.get(tab);
        there.get(there.size() - 1).check(checks);
    }

    /** A page has no formulas. */
    @Override
    public String sum(String column) {
        return "";
    }

    @Override
    public String sumWhere(String column, String key, String cell) {
        return "";
    }

    void write(OutputStream out) throws IOException {
        String title = Period.title(span, nav);
        try {
            Pages rest = new Pages();
            for (Tab tab : PeriodReport.tabs(span)) {
                if (tab != Tab.SUMMARY) {
                    add(rest, leaves.get(tab));
                }
            }
            Pages whole = before(rest);
            String full = "%s, %s".formatted(title, nav.result().fund());
            byte[] told = "%s %s".formatted(full, nav.result().digest()).getBytes(StandardCharsets.UTF_8);
            new Paper(full, nav.inputs().known(), PackFiles.sha256(told))
                    .write(whole, count -> Frame.of(nav, title, count), out);
        } catch (JRException e) {
            throw new IOException(title + " was not printed", e);
        }
    }

    /** The first page, which says where the others are, and so must know how many it is itself. */
    private Pages before(Pages rest) throws JRException {
        int length = cover(rest, 1).count();
        Pages whole = cover(rest, length);
        whole.append(rest);
        return whole;
    }

    private Pages cover(Pages rest, int length) throws JRException {
        Pages pages = new Pages();
        pages.add(new Section(
                "cover",
                List.of(Map.of()),
                Map.of(
                        "fund",
                        nav.fund().name(),
                        "subtitle",
                        Period.title(span, nav)
                                + (nav.fund().illustrative() ? ", of an illustrative fund with invented data" : ""))));
        Table contents = Table.of("contents", base());
        rest.contents().forEach(heading -> contents.row(heading.title(), heading.page() + length));
        pages.aside(RIGHT_HALF, List.of(contents.section()));
        add(pages, leaves.get(Tab.SUMMARY));
        return pages;
    }

    private void add(Pages pages, List<Leaf> some) throws JRException {
        for (Leaf leaf : some) {
            for (Section section : leaf.sections(base())) {
                if (leaf.isList()) {
                    pages.add(section);
                } else {
                    pages.addWhole(section);
                }
            }
        }
    }

    private Currency base() {
        return nav.fund().base();
    }
}
