package org.assay.reports.pdf;

import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import net.sf.jasperreports.engine.JRException;
import org.assay.kernel.Finding;
import org.assay.kernel.nav.NavResult.ClassNav;
import org.assay.reports.CodeVersion;
import org.assay.reports.SignOff;
import org.assay.reports.StruckNav;
import org.assay.reports.layout.Figures;
import org.assay.reports.layout.Frame;
import org.assay.reports.layout.Pages;
import org.assay.reports.layout.Pages.Heading;
import org.assay.reports.layout.Section;
import org.assay.reports.layout.Table;

/** Page one: what a share is worth, who says so, what needs a person, what is in here and by what to check it. */
final class Cover {
    /** What stops the NAV first; more is told in the section on findings. */
    private static final int TOLD = 8;

    private static final int RIGHT_HALF = 424;

    private final StruckNav nav;
    private final ZoneId zone;

    private Cover(StruckNav nav) {
        this.nav = nav;
        this.zone = nav.fund().dayEnd(nav.result().date()).point().zone();
    }

    /** In front of the rest, whose pages are counted on from it. */
    static Pages before(StruckNav nav, Pages rest) throws JRException {
        Cover cover = new Cover(nav);
        Pages whole = cover.pages(rest.contents(), 1);
        if (whole.count() > 1) {
            whole = cover.pages(rest.contents(), whole.count());
        }
        whole.append(rest);
        return whole;
    }

    private Pages pages(List<Heading> contents, int length) throws JRException {
        Pages pages = new Pages();
        pages.add(title());
        pages.aside(RIGHT_HALF, List.of(contents(contents, length), versions()));
        pages.add(perShare());
        pages.add(about());
        pages.add(signatures());
        pages.add(attention());
        return pages;
    }

    private Section title() {
        return new Section(
                "cover",
                List.of(Map.of()),
                Map.of(
                        "fund",
                        nav.fund().name(),
                        "subtitle",
                        "NAV pack of %s%s"
                                .formatted(
                                        nav.result().date(),
                                        nav.fund().illustrative()
                                                ? ", of an illustrative fund with invented data"
                                                : "")));
    }

    private Section perShare() {
        Table table = table("per-share");
        for (ClassNav shareClass : nav.result().classes()) {
            table.row(
                    shareClass.shareClass(),
                    Statements.perShare(nav, shareClass),
                    shareClass.netAssets(),
                    shareClass.shares(),
                    Statements.sinceLast(nav, shareClass));
        }
        return table.total("Fund", "", nav.result().netAssets()).section();
    }

    private Section about() {
        return table("about")
                .row("Fund", nav.result().fund())
                .row("Status", Frame.status(nav))
                .row("Version, attempt", "%s, %s".formatted(nav.version(), nav.attempt()))
                .row("Valuation point", Figures.moment(nav.inputs().valuationPoint(), zone))
                .row("Known until", Figures.moment(nav.inputs().known(), zone))
                .row("Regime", nav.fund().regime())
                .row(
                        "Currency, rounding",
                        "%s at %s decimals, %s"
                                .formatted(
                                        nav.fund().base(),
                                        nav.fund().base().decimals(),
                                        Wording.word(nav.fund().rounding()).toLowerCase(Locale.ROOT)))
                .section();
    }

    private Section signatures() {
        Table table = table("signatures");
        for (SignOff sign : nav.signOffs()) {
            table.row(sign.person(), sign.act(), Figures.utc(sign.at()), sign.reason());
        }
        return table.orLine("Not signed.").section();
    }

    private Section attention() {
        Table table = table("attention");
        List<Finding> findings = nav.result().findings().stream()
                .filter(finding -> finding.severity() != Finding.Severity.INFO)
                .sorted(Comparator.comparing(Finding::severity).reversed())
                .toList();
        findings.stream()
                .limit(TOLD)
                .forEach(finding -> table.row(
                        finding.control(), Wording.word(finding.severity()), finding.subject(), finding.text()));
        if (findings.size() > TOLD) {
            table.line("And %s more: see the section on findings.".formatted(findings.size() - TOLD));
        }
        return table.orLine("Nothing: every control that ran has passed.").section();
    }

    private Section contents(List<Heading> contents, int length) {
        Table table = table("contents");
        contents.forEach(heading -> table.row(heading.title(), heading.page() + length));
        return table.section();
    }

    private Section versions() {
        return table("versions")
                .row("Inputs", nav.result().inputs())
                .row("Result", nav.result().digest())
                .row("Terms in force", nav.inputs().termsDigest())
                .row("Prices and rates", nav.inputs().marketDigest())
                .row("Program", "Assay " + CodeVersion.text())
                .note(
                        "SHA-256 of each; the first two stand on every page. Whoever has the evidence of this NAV and the program"
                                + " strikes it again and must come to the same.")
                .section();
    }

    private Table table(String layout) {
        return Table.of(layout, nav.fund().base());
    }
}
