package org.assay.web.strike;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.assay.db.StrikeHead;
import org.assay.ejb.Desk;
import org.assay.ejb.StruckNavs;
import org.assay.kernel.FundException;
import org.assay.kernel.nav.NavResult.ClassNav;
import org.assay.web.figure.Figure;
import org.assay.web.figure.Moments;
import org.assay.web.figure.Tile;
import org.assay.web.list.ListModel;
import org.assay.web.nav.NavTables;
import org.assay.web.nav.WhyItMoved;
import org.assay.web.report.ReportWords;
import org.assay.web.shell.Asked;
import org.assay.web.shell.Known;

/** A NAV of a day. What is shown was struck again from the books just now, with the digests it was kept with. */
@Named
@RequestScoped
public class StrikePage {
    @Inject
    private Desk desk;

    @Inject
    private Known known;

    private final String fund = Asked.parameter("fund");
    private final String date = Asked.parameter("date");
    private Optional<Desk.Struck> struck = Optional.empty();
    private Optional<ListModel<NavTables.JournalRow>> journal = Optional.empty();

    /** @param isUnexplained the last line */
    public record CauseRow(String label, Figure amount, Figure basisPoints, boolean isUnexplained) {}

    /** @param address where its bytes are */
    public record Download(String label, String address) {}

    /** Answers 404 when there is no such day; the rest of the page need not ask again. */
    public void look() throws IOException {
        try {
            struck = Optional.of(desk.struck(fund, LocalDate.parse(date), known.moment()));
        } catch (FundException | DateTimeParseException notThere) {
            known.isNotThere("This NAV was not struck");
        }
    }

    Desk.Struck struck() {
        if (struck.isEmpty()) {
            struck = Optional.of(desk.struck(fund, LocalDate.parse(date), known.moment()));
        }
        return struck.get();
    }

    /** Somebody has just acted: what is shown next is read anew. */
    void forget() {
        struck = Optional.empty();
        journal = Optional.empty();
    }

    public StrikeHead getHead() {
        return struck().head();
    }

    public String getName() {
        return struck().nav().fund().name();
    }

    public String getStatus() {
        return StruckNavs.word(getHead().status());
    }

    public String getCurrency() {
        return struck().nav().fund().base().code();
    }

    public NavTables getTables() {
        return NavTables.of(struck().nav().inputs(), struck().nav().result());
    }

    public List<NavTables.PositionRow> getPositions() {
        return getTables().positions();
    }

    public List<NavTables.FutureRow> getFutures() {
        return getTables().futures();
    }

    public List<NavTables.RollRow> getRolls() {
        return getTables().rolls();
    }

    public List<NavTables.ControlRow> getControls() {
        return getTables().controls();
    }

    public List<NavTables.FindingRow> getFindings() {
        return getTables().findings();
    }

    public List<NavTables.ClassRow> getClasses() {
        return getTables().classes();
    }

    public List<NavTables.AccountRow> getAccounts() {
        return getTables().accounts();
    }

    public ListModel<NavTables.JournalRow> getJournal() {
        if (journal.isEmpty()) {
            journal = Optional.of(JournalList.of(getTables().journal(), getCurrency()));
        }
        return journal.get();
    }

    /** Who struck it, when, for when, and what it knew. */
    public String getProvenance() {
        StrikeHead head = getHead();
        ZoneId zone = zone();
        String fired = head.askedBy()
                .fireInstance()
                .map(fire -> ", fire instance " + fire)
                .orElse("");
        return "Version %s, attempt %s · valuation point %s · known until %s · struck by %s%s, %s"
                .formatted(
                        Integer.toString(head.strike().version()),
                        Integer.toString(head.strike().attempt()),
                        Moments.at(head.valuationPoint(), zone),
                        Moments.at(head.known(), zone),
                        head.askedBy().who(),
                        fired,
                        Moments.at(head.struckAt(), zone));
    }

    public List<Tile> getTiles() {
        var result = struck().nav().result();
        NavTables tables = getTables();
        List<Tile> tiles = new ArrayList<>();
        tiles.add(new Tile(Figure.of(result.netAssets()).because("net_assets"), "Net assets, " + getCurrency()));
        result.classes().forEach(nav -> tiles.add(tile(nav, tables)));
        return tiles;
    }

    /** {@code NAV per share, class A: 0.06 % since 2026-05-28, 96.5008}. */
    private Tile tile(ClassNav nav, NavTables tables) {
        String since = before(nav)
                .map(past -> ": %s %% since %s, %s"
                        .formatted(
                                dayChange(nav).orElse(Figure.NONE).text(),
                                struck().before().orElseThrow().date(),
                                past.text()))
                .orElse("");
        return new Tile(tables.perShare(nav), "NAV per share, class %s%s".formatted(nav.shareClass(), since));
    }

    public String getControlsPassed() {
        return "%s of %s"
                .formatted(
                        getHead().controlsRun() - getHead().controlsFailed(),
                        getHead().controlsRun());
    }

    public String getControlsNote() {
        int findings = getFindings().size();
        return findings == 0
                ? "controls pass, nothing found"
                : "controls pass, %s".formatted(findings == 1 ? "1 finding" : findings + " findings");
    }

    /** The causes, what is unexplained, and nothing that is zero but that. */
    public List<CauseRow> getCauses() {
        WhyItMoved why = why();
        List<CauseRow> rows = new ArrayList<>();
        why.causes()
                .forEach(cause -> rows.add(new CauseRow(
                        cause.label(),
                        Figure.of(cause.amount()).because(cause.trail()),
                        Figure.basisPoints(cause.amount().amount(), why.whole()),
                        false)));
        rows.add(new CauseRow(
                "Unexplained",
                Figure.of(why.unexplained()),
                Figure.basisPoints(why.unexplained().amount(), why.whole()),
                true));
        return rows;
    }

    public Figure getChange() {
        return Figure.of(why().change());
    }

    public Figure getChangeBasisPoints() {
        return Figure.basisPoints(why().change().amount(), why().whole());
    }

    /** {@code since 2026-05-28, when net assets were 10.00}. */
    public String getSince() {
        return struck().before()
                .map(head -> "since %s, when net assets were %s"
                        .formatted(head.date(), Figure.of(why().opening()).text()))
                .orElse("since the fund began");
    }

    /** A report tells how the NAV stands now, so none is offered as of another moment. */
    public List<Download> getDownloads() {
        return known.isThen() ? List.of() : reports();
    }

    private List<Download> reports() {
        return desk.reportKinds().stream()
                .map(kind -> new Download(
                        ReportWords.of(kind), "report?fund=%s&date=%s&kind=%s".formatted(fund, date, kind.kind())))
                .toList();
    }

    public Optional<LocalDate> getBefore() {
        return struck().before().map(StrikeHead::date);
    }

    ZoneId zone() {
        return struck().nav().fund().dayEnd(getHead().date()).point().zone();
    }

    private WhyItMoved why() {
        return WhyItMoved.of(struck().nav().inputs(), struck().nav().result());
    }

    private Optional<StrikeHead.ClassLine> past(ClassNav nav) {
        return struck().before().stream()
                .flatMap(head -> head.classes().stream())
                .filter(line -> line.shareClass().equals(nav.shareClass()))
                .findFirst();
    }

    private Optional<Figure> before(ClassNav nav) {
        int decimals = struck().nav().inputs().terms().classes().stream()
                .filter(terms -> terms.code().equals(nav.shareClass()))
                .mapToInt(terms -> terms.priceDecimals())
                .findFirst()
                .orElse(0);
        return past(nav).map(line -> Figure.money(line.perShare(), decimals, getCurrency()));
    }

    private Optional<Figure> dayChange(ClassNav nav) {
        return past(nav)
                .map(line -> Figure.percent(nav.perShare().perUnit().subtract(line.perShare()), line.perShare()));
    }

    public String getFund() {
        return fund;
    }

    public String getDate() {
        return date;
    }
}
