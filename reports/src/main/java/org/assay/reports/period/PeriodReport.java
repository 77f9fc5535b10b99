package org.assay.reports.period;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.assay.kernel.money.Money;
import org.assay.reports.Books;
import org.assay.reports.Medium;
import org.assay.reports.Report;
import org.assay.reports.StruckNav;

/** The one way all four reports are told: the days go by once, then what they come to is arranged. */
abstract class PeriodReport implements Report {
    private final Span span;
    private final Medium medium;

    PeriodReport(Span span, Medium medium) {
        this.span = span;
        this.medium = medium;
    }

    @Override
    public String kind() {
        String period = span.word().toLowerCase(Locale.ROOT);
        return medium == Medium.PDF ? period : period + "-workbook";
    }

    @Override
    public String title() {
        return span.word() + (medium == Medium.PDF ? " report" : " workbook");
    }

    @Override
    public Due due() {
        return span == Span.MONTH ? Due.PUBLISHED_MONTH : Due.PUBLISHED_YEAR;
    }

    @Override
    public Medium medium() {
        return medium;
    }

    @Override
    public void write(Books books, OutputStream out) throws IOException {
        if (medium == Medium.PDF) {
            pages(books, span, out);
        } else {
            workbook(books, span, out);
        }
    }

    static void workbook(Books books, Span span, OutputStream out) throws IOException {
        StruckNav nav = books.nav();
        try (Sheets sheets = new Sheets(tabs(span))) {
            tell(books, span, sheets);
            sheets.write(
                    "%s, %s".formatted(Period.title(span, nav), nav.result().fund()),
                    nav.inputs().known(),
                    out);
        }
    }

    static void pages(Books books, Span span, OutputStream out) throws IOException {
        Leaves leaves = new Leaves(books.nav(), span);
        tell(books, span, leaves);
        leaves.write(out);
    }

    static void tell(Books books, Span span, Outlet outlet) {
        Lists lists = new Lists(outlet, Money.zero(books.nav().fund().base()));
        Sums sums = Sums.of(books, span, lists);
        Checks checks = new Checks(outlet);
        new OperationTables(outlet, sums, checks).write();
        new HighlightTables(outlet, sums, checks).write();
        if (span == Span.YEAR) {
            new YearEndTables(outlet, sums, checks).write();
        }
        LedgerTables.write(outlet, sums, checks);
        HoldingTables.write(outlet, sums, checks);
        FutureTables.write(outlet, sums, checks);
        lists.end(outlet, sums, checks);
        new SummaryTables(outlet, sums, checks.all()).write();
    }

    static List<Tab> tabs(Span span) {
        List<Tab> tabs = new ArrayList<>(Arrays.asList(Tab.values()));
        if (span == Span.MONTH) {
            tabs.remove(Tab.YEAR_END);
        }
        return tabs;
    }
}
