package org.assay.web.today;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.assay.db.StrikeHead;
import org.assay.db.StrikeHead.ClassLine;
import org.assay.ejb.Desk;
import org.assay.ejb.Night;
import org.assay.ejb.StruckNavs;
import org.assay.kernel.calendar.ValuationPoint;
import org.assay.kernel.nav.ShareClass;
import org.assay.pack.fund.FundFile;
import org.assay.web.figure.Figure;
import org.assay.web.figure.Moments;
import org.assay.web.list.Column;
import org.assay.web.list.ListModel;
import org.assay.web.list.ListQuestion;
import org.assay.web.shell.Choice;
import org.assay.web.shell.Known;
import org.assay.web.shell.Overview;

/** Every fund as of its last NAV, a line a class. */
@Named
@RequestScoped
public class FundLines {
    private static final String NAME = "name";
    private static final String STATUS = "status";
    private static final String DAY = "day";

    private static final List<Column> COLUMNS = List.of(
            Column.sorted(NAME, "Fund"),
            Column.sorted("class", "Class"),
            Column.sorted("point", "Valuation point"),
            Column.sorted("last", "Last NAV"),
            Column.sorted("step", "Step"),
            Column.sorted("currency", "Currency"),
            Column.sorted("assets", "Net assets"),
            Column.of("share", "NAV per share"),
            Column.sorted(DAY, "Day, bp"),
            Column.sorted(STATUS, "Status"));

    private static final Map<String, Comparator<FundLine>> ORDERS = Map.of(
            NAME,
            Comparator.comparing(FundLine::name),
            "class",
            Comparator.comparing(FundLine::shareClass),
            "point",
            Comparator.comparing(FundLine::valuationPoint),
            "last",
            Comparator.comparing(FundLine::date),
            "step",
            Comparator.comparing(FundLine::step),
            "currency",
            Comparator.comparing(FundLine::currency),
            "assets",
            Comparator.comparing(line -> number(line.netAssets())),
            // The largest move first, whichever way it went.
            DAY,
            Comparator.comparing(line -> number(line.day()).abs()),
            STATUS,
            Comparator.comparing(FundLine::status));

    @Inject
    private Overview overview;

    @Inject
    private Desk desk;

    @Inject
    private Known known;

    private final ListQuestion question = new ListQuestion("today.xhtml#funds", COLUMNS, "-day", NAME, STATUS);
    private Optional<List<FundLine>> all = Optional.empty();
    private Optional<ListModel<FundLine>> lines = Optional.empty();
    private Optional<Map<String, List<ClassLine>>> before = Optional.empty();

    /** A class of a fund. */
    public record FundLine(
            String fund,
            String name,
            String shareClass,
            String valuationPoint,
            String countdown,
            String step,
            String date,
            String currency,
            Figure netAssets,
            Figure perShare,
            Figure day,
            String status) {}

    /** What moved most on its last day first, when nobody asks for another order. */
    public ListModel<FundLine> getLines() {
        if (lines.isEmpty()) {
            lines = Optional.of(ListModel.of(
                    question,
                    all().stream()
                            .filter(this::isWanted)
                            .sorted(Comparator.comparing(FundLine::name).thenComparing(FundLine::shareClass))
                            .toList(),
                    ORDERS,
                    line -> line));
        }
        return lines.get();
    }

    private boolean isWanted(FundLine line) {
        return (line.fund() + " " + line.name())
                        .toLowerCase(Locale.ROOT)
                        .contains(question.value(NAME).toLowerCase(Locale.ROOT))
                && (question.value(STATUS).isEmpty() || line.status().equals(question.value(STATUS)));
    }

    private List<FundLine> all() {
        if (all.isEmpty()) {
            all = Optional.of(overview.progress().stream()
                    .flatMap(fund -> lines(fund).stream())
                    .toList());
        }
        return all.get();
    }

    public String getName() {
        return question.value(NAME);
    }

    /** Those that some fund stands in. */
    public List<Choice> getStatuses() {
        return Stream.concat(
                        all().stream().map(FundLine::status),
                        Stream.of(question.value(STATUS)).filter(word -> !word.isEmpty()))
                .distinct()
                .sorted()
                .map(word -> new Choice(word, word, word.equals(question.value(STATUS))))
                .toList();
    }

    private static BigDecimal number(Figure figure) {
        return figure.number().isEmpty() ? BigDecimal.ZERO : new BigDecimal(figure.number());
    }

    private List<FundLine> lines(Night.Progress progress) {
        FundFile fund = progress.fund().terms();
        if (progress.last().isEmpty()) {
            return List.of(line(progress, "", "", Figure.NONE, Figure.NONE, Figure.NONE));
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
                    day(shareClass, before)));
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
                .map(past -> Figure.basisPoints(now.perShare().subtract(past.perShare()), past.perShare()))
                .orElse(Figure.NONE);
    }

    private FundLine line(
            Night.Progress progress, String shareClass, String date, Figure netAssets, Figure perShare, Figure day) {
        FundFile fund = progress.fund().terms();
        return new FundLine(
                fund.fund(),
                fund.name(),
                shareClass,
                valuationPoint(progress),
                countdown(progress),
                step(progress),
                date,
                fund.base().code(),
                netAssets,
                perShare,
                day,
                status(progress));
    }

    /** The next one; as known then, when a day ends. */
    private String valuationPoint(Night.Progress progress) {
        LocalDate day = next(progress);
        ValuationPoint point = point(progress, day);
        String time = "%s %s".formatted(point.time(), Moments.city(point.zone()));
        return known.isThen() || progress.next().isEmpty() ? time : "%s %s".formatted(day, time);
    }

    private static LocalDate next(Night.Progress progress) {
        return progress.next()
                .or(() -> progress.last().map(StrikeHead::date))
                .orElseGet(() -> progress.fund().terms().inception());
    }

    private static ValuationPoint point(Night.Progress progress, LocalDate day) {
        return progress.fund().terms().dayEnd(day).point();
    }

    /** How long until then; empty when it has passed. */
    private String countdown(Night.Progress progress) {
        LocalDate day = next(progress);
        long seconds = desk.now().until(point(progress, day).on(day), ChronoUnit.SECONDS);
        return known.isThen() || seconds <= 0 ? "" : "in " + Moments.span(seconds);
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
