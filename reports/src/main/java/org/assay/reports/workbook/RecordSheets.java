package org.assay.reports.workbook;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.Optional;
import org.assay.kernel.Finding;
import org.assay.kernel.instrument.Instrument;
import org.assay.kernel.money.Price;
import org.assay.kernel.nav.NavResult.Control;
import org.assay.kernel.pricing.Estimate;
import org.assay.kernel.pricing.Quote;
import org.assay.reports.CodeVersion;
import org.assay.reports.SignOff;
import org.assay.reports.StruckNav;
import org.assay.reports.pdf.UsedPrice;

/** Controls and findings, and where everything came from. */
final class RecordSheets {
    private final Book book;
    private final Known known;
    private final StruckNav nav;

    RecordSheets(Book book, Known known) {
        this.book = book;
        this.known = known;
        this.nav = known.nav;
    }

    void controls() {
        Grid grid = new Grid(
                book,
                Tab.CONTROLS,
                "The controls that ran on the strike, then what they found.",
                "Control",
                "Outcome, or severity",
                "Tested, or measured",
                "Failed, or held against",
                "Subject",
                "Text");
        for (Control control : nav.result().controls()) {
            grid.row()
                    .text(control.code())
                    .text(control.failed() == 0 ? "pass" : "FAIL")
                    .number(BigDecimal.valueOf(control.tested()), 0)
                    .number(BigDecimal.valueOf(control.failed()), 0);
        }
        grid.row();
        for (Finding finding : nav.result().findings()) {
            grid.row()
                    .text(finding.control())
                    .text(finding.severity().name())
                    .number(finding.measured(), 0)
                    .number(finding.limit(), 0)
                    .text(finding.subject())
                    .text(finding.text());
        }
        grid.close();
    }

    void provenance() {
        ZoneId zone = nav.fund().dayEnd(nav.result().date()).point().zone();
        Grid grid = new Grid(
                book,
                Tab.PROVENANCE,
                "Same inputs, same NAV: the digests name exactly what this file was made of.",
                "What",
                "Value",
                "Price, per unit",
                "Fair value level",
                "Observed, UTC",
                "Learned, UTC",
                "Business date");
        fact(grid, "Fund", nav.result().fund());
        fact(grid, "Name", nav.fund().name());
        fact(grid, "Data", nav.fund().illustrative() ? "Illustrative - invented data" : "as delivered");
        fact(grid, "Date", nav.result().date().toString());
        fact(
                grid,
                "Valuation point",
                nav.inputs().valuationPoint() + ", "
                        + nav.inputs().valuationPoint().atZone(zone));
        fact(grid, "Known until", nav.inputs().known().toString());
        fact(grid, "Version, attempt", nav.version() + ", " + nav.attempt());
        fact(grid, "Status", nav.status());
        fact(grid, "Rounding", nav.fund().rounding() + "; formulas round half away from zero");
        fact(grid, "Inputs SHA-256", nav.result().inputs());
        book.name("Inputs_Digest", "Provenance!$B$" + grid.line());
        fact(grid, "Rules in force SHA-256", nav.inputs().termsDigest());
        fact(grid, "Prices and rates SHA-256", nav.inputs().marketDigest());
        fact(grid, "Result SHA-256", nav.result().digest());
        book.name("Result_Digest", "Provenance!$B$" + grid.line());
        fact(grid, "Made by program", CodeVersion.text());
        for (SignOff sign : nav.signOffs()) {
            fact(
                    grid,
                    "Sign-off",
                    "%s %s %s %s"
                            .formatted(sign.person(), sign.act(), sign.at(), sign.reason())
                            .strip());
        }
        if (nav.signOffs().isEmpty()) {
            fact(grid, "Sign-off", "not signed");
        }
        grid.row();
        known.prices.forEach((id, price) -> price(grid, known.instrument(id).orElseThrow(), price));
        grid.close();
    }

    private void price(Grid grid, Instrument instrument, Price price) {
        Optional<Estimate> estimate = nav.result().estimate(instrument.id());
        Optional<Quote> quote = nav.inputs().quotes().stream()
                .filter(known -> known.instrument().equals(instrument.id()))
                .filter(known -> estimate.isEmpty() && known.price().equals(price))
                .reduce((earlier, later) -> later);
        grid.row()
                .text("Price of " + instrument.id())
                .text(estimate.map(made -> "estimated " + made)
                        .or(() -> quote.map(Quote::source))
                        .orElse("carried from an earlier day"))
                .number(price.perUnit(), 2);
        UsedPrice.of(nav, instrument)
                .ifPresentOrElse(used -> grid.number(BigDecimal.valueOf(used.level()), 0), grid::skip);
        quote.ifPresent(known -> grid.text(known.time().toString())
                .text(known.recorded().toString())
                .date(known.date()));
    }

    private static void fact(Grid grid, String what, String value) {
        grid.row().text(what).text(value);
    }
}
