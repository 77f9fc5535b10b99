package org.assay.web.nav;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.assay.ejb.Previews.Preview;
import org.assay.kernel.Finding;
import org.assay.kernel.ledger.Entry;
import org.assay.kernel.nav.NavResult;
import org.assay.kernel.nav.NavResult.ClassNav;
import org.assay.kernel.nav.ShareClass;
import org.assay.web.figure.Figure;

/**
 * What would change, shown before the button that does it.
 *
 * @param sentence on which day, and what becomes of it
 * @param classes was, would be, difference
 * @param booked lines the rows cause, and those of facts they correct, turned round
 * @param holds what would hold the NAV
 */
public record Effect(String sentence, List<ClassRow> classes, List<LineRow> booked, List<String> holds) {
    /** Nothing to show. */
    public static final Effect NONE = new Effect("", List.of(), List.of(), List.of());

    public Effect {
        classes = List.copyOf(classes);
        booked = List.copyOf(booked);
        holds = List.copyOf(holds);
    }

    /** A class; {@code basisPoints} of its NAV per share as it was. */
    public record ClassRow(
            String shareClass, String currency, Figure was, Figure is, Figure difference, Figure basisPoints) {}

    /** A line of an entry; {@code isGone} when it is no longer booked. */
    public record LineRow(
            String kind, String fact, String account, String subject, Figure debit, Figure credit, boolean isGone) {}

    /** The day would be refused. */
    public static Effect refused(String why) {
        return new Effect("", List.of(), List.of(), List.of(why));
    }

    public boolean isShown() {
        return !sentence.isEmpty() || !holds.isEmpty();
    }

    public static Effect of(Preview preview) {
        return new Effect(
                sentence(preview),
                preview.with().classes().stream().map(nav -> row(preview, nav)).toList(),
                Stream.concat(
                                preview.gone().stream().flatMap(entry -> lines(entry, true)),
                                preview.booked().stream().flatMap(entry -> lines(entry, false)))
                        .toList(),
                holds(preview.with()));
    }

    private static String sentence(Preview preview) {
        String what = preview.with().status() == NavResult.Status.HELD ? "be held" : "go to review";
        String day = preview.struck().isPresent()
                ? "NAV %s is struck already; struck again with this it would %s".formatted(preview.date(), what)
                : "It counts in NAV %s, which would %s".formatted(preview.date(), what);
        String repeated = preview.repeated() == 0
                ? ""
                : "; %s of %s rows are there already"
                        .formatted(preview.repeated(), preview.repeated() + preview.rows());
        return day + repeated + ".";
    }

    private static ClassRow row(Preview preview, ClassNav nav) {
        int decimals = preview.fund().allClasses().stream()
                .filter(terms -> terms.code().equals(nav.shareClass()))
                .mapToInt(ShareClass::priceDecimals)
                .findFirst()
                .orElse(0);
        Optional<ClassNav> was = preview.without().stream()
                .flatMap(result -> result.classes().stream())
                .filter(each -> each.shareClass().equals(nav.shareClass()))
                .findFirst();
        String currency = nav.perShare().currency().code();
        return new ClassRow(
                nav.shareClass(),
                currency,
                was.map(past -> Figure.of(past.perShare(), decimals)).orElse(Figure.NONE),
                Figure.of(nav.perShare(), decimals),
                was.map(past -> Figure.money(nav.perShare().since(past.perShare()), decimals, currency))
                        .orElse(Figure.NONE),
                was.map(past -> Figure.basisPoints(
                                nav.perShare().since(past.perShare()),
                                past.perShare().perUnit()))
                        .orElse(Figure.NONE));
    }

    private static Stream<LineRow> lines(Entry entry, boolean isGone) {
        return NavTables.journal(entry)
                .map(row -> new LineRow(
                        row.kind(), row.fact(), row.account(), row.subject(), row.debit(), row.credit(), isGone));
    }

    private static List<String> holds(NavResult result) {
        List<String> holds = new ArrayList<>();
        result.findings().stream()
                .filter(finding -> finding.severity() == Finding.Severity.BLOCK)
                .forEach(finding ->
                        holds.add("%s %s: %s".formatted(finding.control(), finding.subject(), finding.text())));
        return holds;
    }
}
