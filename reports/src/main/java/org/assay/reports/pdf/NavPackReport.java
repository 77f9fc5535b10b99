package org.assay.reports.pdf;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import net.sf.jasperreports.engine.JRException;
import org.assay.reports.Medium;
import org.assay.reports.NavReport;
import org.assay.reports.StruckNav;
import org.assay.reports.layout.Frame;
import org.assay.reports.layout.Pages;
import org.assay.reports.layout.Paper;

/** The NAV of a day with all that stands behind it, on A4: for the board, the auditor and the file. */
@ApplicationScoped
public class NavPackReport implements NavReport {
    @Override
    public String kind() {
        return "nav-pack";
    }

    @Override
    public String title() {
        return "NAV pack";
    }

    @Override
    public Due due() {
        return Due.EVERY_NAV;
    }

    @Override
    public Medium medium() {
        return Medium.PDF;
    }

    @Override
    public void write(StruckNav nav, OutputStream out) throws IOException {
        String title =
                "NAV pack %s %s".formatted(nav.result().fund(), nav.result().date());
        Paper paper = new Paper(title, nav.inputs().known(), nav.result().digest());
        String date = "NAV of " + nav.result().date();
        try {
            Pages pages = Cover.before(nav, sections(nav));
            paper.write(pages, count -> Frame.of(nav, date, count), out);
        } catch (JRException e) {
            throw new IOException(title + " was not printed", e);
        }
    }

    private static Pages sections(StruckNav nav) throws JRException {
        Pages pages = new Pages();
        Statements statements = new Statements(nav);
        pages.add(statements.classes());
        pages.add(statements.accounts());
        pages.add(statements.operations());
        pages.add(statements.allocation());
        pages.add(statements.changes());
        pages.add(statements.dealt());
        Investments investments = new Investments(nav);
        pages.add(investments.schedule());
        pages.add(investments.levels());
        pages.add(Futures.proof(nav));
        pages.add(Futures.settlements(nav));
        Rolls rolls = new Rolls(nav);
        pages.add(rolls.programmes());
        pages.add(rolls.fills());
        pages.add(Lots.of(nav));
        pages.add(new CashAccounts(nav).section());
        pages.add(Books.fees(nav));
        pages.add(Books.trialBalance(nav));
        RollForwards forwards = new RollForwards(nav);
        pages.add(forwards.netAssets());
        pages.add(forwards.shares());
        pages.add(forwards.cost());
        pages.add(Charts.of(nav));
        pages.add(Evidence.controls(nav));
        pages.add(Evidence.findings(nav));
        pages.add(Evidence.backDated(nav));
        return pages;
    }
}
