package org.assay.web.today;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assay.db.StrikeHead;
import org.assay.db.StrikeHead.ClassLine;
import org.assay.ejb.Desk;
import org.assay.ejb.Night;
import org.assay.ejb.StruckNavs;
import org.assay.kernel.nav.ShareClass;
import org.assay.pack.fund.FundFile;
import org.assay.web.figure.Figure;
import org.assay.web.figure.Moments;
import org.assay.web.shell.Known;
import org.assay.web.shell.Overview;

/** Every fund as of its last NAV, a line a class. */
@Named
@RequestScoped
public class FundLines {
    @Inject
    private Overview overview;

    @Inject
    private Desk desk;

    @Inject
    private Known known;

    private Optional<List<FundLine>> lines = Optional.empty();
    private Optional<Map<String, List<ClassLine>>> before = Optional.empty();

    /**
     * A class of a fund; the fund's own columns stand in its first line.
     *
     * @param isFirst of its fund
     */
    public record FundLine(
            String fund,
            String name,
            boolean isFirst,
            String shareClass,
            String valuationPoint,
            String step,
            String date,
            String currency,
            Figure netAssets,
            Figure perShare,
            Figure day,
            String status) {}

    public List<FundLine> getLines() {
        if (lines.isEmpty()) {
            lines = Optional.of(overview.progress().stream()
                    .flatMap(fund -> lines(fund).stream())
                    .toList());
        }
        return lines.get();
    }

    private List<FundLine> lines(Night.Progress progress) {
        FundFile fund = progress.fund().terms();
        if (progress.last().isEmpty()) {
            return List.of(line(progress, "", "", Figure.NONE, Figure.NONE, Figure.NONE, true));
        }
        StrikeHead last = progress.last().get();
        List<ClassLine> before = before().getOrDefault(fund.fund(), List.of());
        List<FundLine> rows = new ArrayList<>();
        for (ClassLine shareClass : last.classes()) {
            int decimals = fund.allClasses().stream()
                    .filter(terms -> terms.code().equals(shareClass.shareClass()))
                    .mapToInt(ShareClass::priceDecimals)
                    .findFirst()
                    .orElse(0);
            rows.add(line(
                    progress,
                    shareClass.shareClass(),
                    last.date().toString(),
                    Figure.money(shareClass.netAssets(), fund.base().decimals(), last.currency()),
                    Figure.money(shareClass.perShare(), decimals, last.currency()),
                    day(shareClass, before),
                    rows.isEmpty()));
        }
        return rows;
    }

    /** Of all funds, asked once. */
    private Map<String, List<ClassLine>> before() {
        if (before.isEmpty()) {
            before = Optional.of(desk.beforeLast(
                    overview.progress().stream()
                            .flatMap(fund -> fund.last().stream())
                            .toList(),
                    known.moment()));
        }
        return before.get();
    }

    private static Figure day(ClassLine now, List<ClassLine> before) {
        return before.stream()
                .filter(line -> line.shareClass().equals(now.shareClass()))
                .findFirst()
                .map(past -> Figure.percent(now.perShare().subtract(past.perShare()), past.perShare()))
                .orElse(Figure.NONE);
    }

    private static FundLine line(
            Night.Progress progress,
            String shareClass,
            String date,
            Figure netAssets,
            Figure perShare,
            Figure day,
            boolean isFirst) {
        FundFile fund = progress.fund().terms();
        var point = fund.dayEnd(progress.last().map(StrikeHead::date).orElse(fund.inception()))
                .point();
        return new FundLine(
                fund.fund(),
                fund.name(),
                isFirst,
                shareClass,
                point.time() + " " + Moments.city(point.zone()),
                step(progress),
                date,
                fund.base().code(),
                netAssets,
                perShare,
                day,
                status(progress));
    }

    private static String step(Night.Progress progress) {
        if (progress.isHeld()) {
            return "Clearance";
        }
        if (progress.refusal().isPresent() && !progress.isDue()) {
            return "Cannot be read";
        }
        if (progress.isDue()) {
            return "Strike %s, %s due"
                    .formatted(progress.due().get(0), progress.due().size());
        }
        return progress.last()
                .map(head -> head.status() == StrikeHead.Status.REVIEW ? "Sign-off" : "Waits for its next day")
                .orElse("Waits for its first day");
    }

    private static String status(Night.Progress progress) {
        if (progress.refusal().isPresent()) {
            return "Held";
        }
        if (progress.isDue()) {
            return "Running";
        }
        return progress.last().map(head -> StruckNavs.word(head.status())).orElse("Waiting");
    }
}
