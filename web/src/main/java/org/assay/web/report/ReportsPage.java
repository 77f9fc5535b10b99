package org.assay.web.report;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.assay.db.FundHead;
import org.assay.db.KeptReport;
import org.assay.db.OwedReport;
import org.assay.db.ReportOrder;
import org.assay.db.ReportPage;
import org.assay.db.ReportsWanted;
import org.assay.ejb.Desk;
import org.assay.ejb.ReportOrders;
import org.assay.ejb.Reports;
import org.assay.kernel.FundException;
import org.assay.web.figure.Figure;
import org.assay.web.figure.Moments;
import org.assay.web.list.Column;
import org.assay.web.list.ListModel;
import org.assay.web.list.ListQuestion;
import org.assay.web.shell.Asked;
import org.assay.web.shell.Choice;
import org.assay.web.shell.Known;
import org.assay.web.shell.Overview;

/** The reports of a fund that are kept, the last day first, and how far orders have come. */
@Named
@RequestScoped
public class ReportsPage {
    private static final String FUND = "fund";
    private static final String KIND = "kind";
    private static final String FROM = "from";
    private static final String TO = "to";
    /** Failed ones are told before the rest. */
    private static final int TOLD = 50;

    private static final List<Column> COLUMNS = List.of(
            Column.sorted("day", "Day"),
            Column.sorted(KIND, "Report"),
            Column.of("version", "Version"),
            Column.sorted("status", "Status"),
            Column.of("file", "File"),
            Column.sorted("size", "Bytes"),
            Column.sorted("made", "Made"),
            Column.of("code", "Program"),
            Column.of("sha", "SHA-256"));

    @Inject
    private Desk desk;

    @Inject
    private ReportOrders orders;

    @Inject
    private Overview overview;

    @Inject
    private Known known;

    private final ListQuestion question = new ListQuestion("reports.xhtml", COLUMNS, "-day", FUND, KIND, FROM, TO);
    private final ListModel<Row> reports = new ListModel<>(question, this::read);
    private Optional<FundHead> fund = Optional.empty();
    private Optional<List<OwedReport>> owed = Optional.empty();

    /** A report that is kept. */
    public record Row(
            String day,
            String kind,
            Figure version,
            String status,
            String file,
            Figure size,
            String made,
            String code,
            String sha,
            String shortSha,
            String strike,
            String address) {}

    /** An order, and how far it is. */
    public record OrderRow(
            String at, String who, String days, String kinds, Figure owed, Figure left, String done, String word) {}

    /** One that is to be made. */
    public record OwedRow(String day, String kind, String status, Figure tries, String why) {}

    /** Answers 404 when a fund is asked for that is not there. */
    public void look() throws IOException {
        if (isOfFund()) {
            try {
                fund = Optional.of(desk.fund(getFund()));
            } catch (FundException notThere) {
                Asked.isNotThere("no such fund");
            }
        }
    }

    private ListModel.Piece<Row> read(long skip, long limit) {
        Map<String, Reports.Kind> kinds = kinds();
        ReportsWanted wanted = new ReportsWanted(
                Optional.of(question.value(KIND)).filter(kinds::containsKey),
                question.day(FROM),
                question.day(TO),
                question.sort().of(ReportsWanted.Order.class),
                question.sort().isDescending());
        ReportPage page = orders.kept(getFund(), wanted, skip, limit, known.moment());
        return new ListModel.Piece<>(
                page.reports().stream().map(report -> row(report, kinds)).toList(), page.count());
    }

    private Row row(KeptReport report, Map<String, Reports.Kind> kinds) {
        return new Row(
                report.date().toString(),
                words(report.kind(), kinds),
                Figure.count(report.version()),
                report.status(),
                report.fileName(),
                Figure.count(report.size()),
                Moments.local(report.madeAt(), ZoneOffset.UTC),
                report.provenance().map(KeptReport.Provenance::code).orElse(""),
                report.sha256(),
                report.sha256().substring(0, 12),
                "strike.xhtml?fund=%s&date=%s".formatted(Asked.encoded(getFund()), report.date()),
                "report?fund=%s&sha256=%s".formatted(Asked.encoded(getFund()), report.sha256()));
    }

    private static String words(String kind, Map<String, Reports.Kind> kinds) {
        return Optional.ofNullable(kinds.get(kind)).map(ReportWords::of).orElse(kind);
    }

    private Map<String, Reports.Kind> kinds() {
        return desk.reportKinds().stream().collect(Collectors.toMap(Reports.Kind::kind, Function.identity()));
    }

    public List<OrderRow> getOrders() {
        Map<String, Reports.Kind> kinds = kinds();
        return orders.orders(getFund(), known.moment()).stream()
                .map(order -> row(order, kinds))
                .toList();
    }

    private static OrderRow row(ReportOrder order, Map<String, Reports.Kind> kinds) {
        int made = Math.max(0, order.owed() - order.left());
        return new OrderRow(
                Moments.local(order.askedAt(), ZoneOffset.UTC),
                order.askedBy(),
                order.first().equals(order.last())
                        ? order.first().toString()
                        : "%s to %s".formatted(order.first(), order.last()),
                order.kinds().stream().map(kind -> words(kind, kinds)).collect(Collectors.joining(", ")),
                Figure.count(order.owed()),
                Figure.count(order.left()),
                "%s of %s".formatted(made, Math.max(order.owed(), order.left())),
                order.left() == 0 ? "Done" : order.failed() > 0 ? "Failed" : "Running");
    }

    private List<OwedReport> owed() {
        if (owed.isEmpty()) {
            owed = Optional.of(orders.owed(getFund()));
        }
        return owed.get();
    }

    /** Those that failed come first: somebody must look. */
    public List<OwedRow> getOwed() {
        Map<String, Reports.Kind> kinds = kinds();
        return owed().stream()
                .sorted(Comparator.comparing(OwedReport::tries).reversed())
                .limit(TOLD)
                .map(each -> new OwedRow(
                        each.date().toString(),
                        words(each.kind(), kinds),
                        each.status(),
                        Figure.count(each.tries()),
                        each.why().orElse("")))
                .toList();
    }

    public int getUntold() {
        return Math.max(0, owed().size() - TOLD);
    }

    public ListModel<Row> getReports() {
        return reports;
    }

    public boolean isOfFund() {
        return !getFund().isEmpty();
    }

    public String getFund() {
        return question.value(FUND);
    }

    public String getName() {
        return fund.map(head -> head.terms().name()).orElse("");
    }

    public List<Choice> getFunds() {
        return overview.funds(getFund());
    }

    public List<Choice> getKinds() {
        return desk.reportKinds().stream()
                .map(kind -> new Choice(
                        kind.kind(), ReportWords.of(kind), kind.kind().equals(question.value(KIND))))
                .toList();
    }

    public String getFrom() {
        return question.value(FROM);
    }

    public String getTo() {
        return question.value(TO);
    }
}
