package org.assay.web.correction;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assay.db.StrikeHead;
import org.assay.ejb.Corrections;
import org.assay.ejb.Desk;
import org.assay.ejb.Restatement;
import org.assay.ejb.Restatement.Change;
import org.assay.ejb.Restatement.ClassChange;
import org.assay.ejb.Restatement.FeeChange;
import org.assay.kernel.FundException;
import org.assay.kernel.nav.ShareClass;
import org.assay.pack.fund.FundFile;
import org.assay.web.figure.Figure;
import org.assay.web.figure.Moments;
import org.assay.web.figure.Tile;
import org.assay.web.shell.Asked;
import org.assay.web.shell.Filter;
import org.assay.web.shell.Known;

/** A correction: every day it strikes again, as it was, as it would be, and the difference. */
@Named
@RequestScoped
public class CorrectionPage {
    @Inject
    private Corrections corrections;

    @Inject
    private Desk desk;

    @Inject
    private Known known;

    private final String fund = Asked.parameter("fund");
    private final String branch = Asked.parameter("branch");
    private final String show = Asked.parameter("show");
    private Optional<Restatement> restatement = Optional.empty();
    private Optional<FundFile> terms = Optional.empty();

    /** A class on a day. */
    public record Row(
            String date,
            boolean isFirst,
            String versions,
            String shareClass,
            Figure assetsWas,
            Figure assetsIs,
            Figure assetsChange,
            Figure perShareWas,
            Figure perShareIs,
            Figure perShareChange,
            Figure basisPoints,
            Figure fees,
            boolean isChanged) {}

    /** Answers 404 when there is no such correction. */
    public void look() throws IOException {
        try {
            restatement();
        } catch (FundException | NumberFormatException notThere) {
            known.isNotThere("This correction was not opened");
        }
    }

    Restatement restatement() {
        if (restatement.isEmpty()) {
            restatement = Optional.of(corrections.restatement(fund, Long.parseLong(branch), known.moment()));
        }
        return restatement.get();
    }

    /** Somebody has just acted: what is shown next is read anew. */
    void forget() {
        restatement = Optional.empty();
    }

    private FundFile terms() {
        if (terms.isEmpty()) {
            terms = Optional.of(desk.fund(fund).terms());
        }
        return terms.get();
    }

    ZoneId zone() {
        return terms().dayEnd(restatement().branch().from()).point().zone();
    }

    public String getName() {
        return terms().name();
    }

    public String getFrom() {
        return restatement().branch().from().toString();
    }

    public String getCurrency() {
        return terms().base().code();
    }

    public String getStatus() {
        return CorrectionsPage.status(restatement().behind());
    }

    public String getProvenance() {
        var opened = restatement().branch();
        return "%s · opened by %s, %s · with what was known %s"
                .formatted(
                        opened.reason(),
                        opened.openedBy(),
                        Moments.local(opened.openedAt(), zone()),
                        Moments.at(opened.known(), zone()));
    }

    public String getWhat() {
        return CorrectionsPage.what(restatement().behind(), zone());
    }

    public List<Tile> getTiles() {
        List<ClassChange> all = restatement().days().stream()
                .flatMap(day -> day.classes().stream())
                .toList();
        Optional<ClassChange> most = all.stream()
                .max(Comparator.comparing(
                        change -> proportion(change.perShare()).abs()));
        BigDecimal fees = all.stream()
                .flatMap(change -> change.fees().stream())
                .map(fee -> fee.amount().difference())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal last = restatement().days().stream()
                .reduce((earlier, later) -> later)
                .map(day -> day.is().netAssets().subtract(day.was().netAssets()))
                .orElse(BigDecimal.ZERO);
        return List.of(
                new Tile(Figure.count(restatement().days().size()), "days struck again"),
                new Tile(
                        most.map(change -> basisPoints(change.perShare())).orElse(Figure.NONE),
                        "largest change of a NAV per share, bp"),
                new Tile(money(last), "change of net assets on the last day, " + getCurrency()),
                new Tile(money(fees), "change of all fees charged, " + getCurrency()));
    }

    /** A proportion to sort by. */
    private static BigDecimal proportion(Change change) {
        return change.was().signum() == 0
                ? BigDecimal.ZERO
                : change.difference().divide(change.was(), MathContext.DECIMAL64);
    }

    /** By day and class; without those nothing happened to, if they were not asked for. */
    public List<Row> getRows() {
        return restatement().days().stream()
                .flatMap(this::rows)
                .filter(row -> isAll() || row.isChanged())
                .toList();
    }

    public List<Filter> getFilters() {
        List<Row> rows = restatement().days().stream().flatMap(this::rows).toList();
        String here = CorrectionsPage.address(restatement().branch());
        return List.of(
                new Filter(
                        "Changed",
                        here,
                        !isAll(),
                        rows.stream().filter(Row::isChanged).count()),
                new Filter("All", here + "&show=all", isAll(), rows.size()));
    }

    private boolean isAll() {
        return show.equals("all");
    }

    private Stream<Row> rows(Restatement.Day day) {
        return day.classes().stream()
                .map(change -> row(day, change, change.equals(day.classes().get(0))));
    }

    private Row row(Restatement.Day day, ClassChange change, boolean isFirst) {
        int decimals = terms().allClasses().stream()
                .filter(terms -> terms.code().equals(change.shareClass()))
                .mapToInt(ShareClass::priceDecimals)
                .findFirst()
                .orElse(0);
        BigDecimal fees =
                change.fees().stream().map(fee -> fee.amount().difference()).reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Row(
                day.date().toString(),
                isFirst,
                "%s → %s".formatted(version(day.was()), version(day.is())),
                change.shareClass(),
                money(change.netAssets().was()),
                money(change.netAssets().is()),
                money(change.netAssets().difference()),
                price(change.perShare().was(), decimals),
                price(change.perShare().is(), decimals),
                price(change.perShare().difference(), decimals),
                basisPoints(change.perShare()),
                new Figure(
                        money(fees).text(), fees(change.fees()), "", money(fees).number()),
                fees.signum() != 0
                        || Stream.of(change.netAssets(), change.shares(), change.perShare())
                                .anyMatch(figure -> figure.difference().signum() != 0));
    }

    private static String version(StrikeHead head) {
        return "v%s%s".formatted(head.strike().version(), head.isHeld() ? " held" : "");
    }

    /** {@code 5000: 12.30 becomes 12.31}. */
    private String fees(List<FeeChange> fees) {
        return fees.stream()
                .map(fee -> "%s: %s becomes %s"
                        .formatted(
                                fee.account(),
                                money(fee.amount().was()).text(),
                                money(fee.amount().is()).text()))
                .collect(Collectors.joining("; "));
    }

    private static Figure basisPoints(Change change) {
        return Figure.basisPoints(change.difference(), change.was());
    }

    private Figure money(BigDecimal amount) {
        return Figure.money(amount, terms().base().decimals(), getCurrency());
    }

    private Figure price(BigDecimal amount, int decimals) {
        return Figure.money(amount, decimals, getCurrency());
    }

    public String getFund() {
        return fund;
    }

    public String getBranch() {
        return branch;
    }

    public String getShow() {
        return show;
    }
}
