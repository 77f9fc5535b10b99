package org.assay.reports.workbook;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import org.assay.reports.Medium;
import org.assay.reports.NavReport;
import org.assay.reports.StruckNav;

/** The NAV of a day worked again in a spreadsheet, by formulas that lead from lots and prices to NAV per share. */
@ApplicationScoped
public class WorkbookReport implements NavReport {
    @Override
    public String kind() {
        return "workbook";
    }

    @Override
    public String title() {
        return "NAV workbook";
    }

    @Override
    public Due due() {
        return Due.EVERY_NAV;
    }

    @Override
    public Medium medium() {
        return Medium.EXCEL;
    }

    @Override
    public void write(StruckNav nav, OutputStream out) throws IOException {
        Book book = new Book();
        Known known = new Known(nav);
        TieOut ties = new TieOut();
        new InputSheets(book, known).write();
        ClassSheets classes = new ClassSheets(book, known, ties);
        LedgerSheet ledger = new LedgerSheet(book, known, ties);
        FutureSheets futures = new FutureSheets(book, known, ties);
        HoldingSheets holdings = new HoldingSheets(book, known, ties);
        RecordSheets records = new RecordSheets(book, known);
        // A formula may only name what is named already.
        classes.names();
        ledger.names();
        futures.lots();
        futures.proof();
        classes.fees();
        holdings.money();
        holdings.positions();
        ledger.write();
        classes.classes();
        ties.write(book);
        classes.summary();
        records.controls();
        records.provenance();
        String title =
                "NAV workbook %s %s".formatted(nav.result().fund(), nav.result().date());
        book.write(nav.inputs().known(), title, out);
    }
}
