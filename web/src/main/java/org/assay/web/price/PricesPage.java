package org.assay.web.price;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.assay.db.PriceProposal;
import org.assay.ejb.ManualPrices;
import org.assay.ejb.Prices;
import org.assay.kernel.nav.NavResult.Position;
import org.assay.pack.fund.FundFile;
import org.assay.reports.StruckNav;
import org.assay.web.figure.Figure;
import org.assay.web.figure.Moments;
import org.assay.web.list.Column;
import org.assay.web.list.ListModel;
import org.assay.web.list.ListQuestion;
import org.assay.web.shell.Asked;
import org.assay.web.shell.Choice;
import org.assay.web.shell.Known;
import org.assay.web.shell.Overview;
import org.assay.web.shell.Shell;

/** Exceptions first: what waits for a second person, what holds a NAV, what somebody must look at. */
@Named
@RequestScoped
public class PricesPage {
    private static final String FUND = "fund";
    private static final String INSTRUMENT = "instrument";
    private static final String WHAT = "what";
    private static final List<String> WHATS = List.of("Missing", "Moved", "Stale");

    private static final List<Column> COLUMNS = List.of(
            Column.sorted(FUND, "Fund"),
            Column.sorted("day", "NAV"),
            Column.sorted(INSTRUMENT, "Instrument"),
            Column.sorted(WHAT, "What"),
            Column.of("why", "Why"),
            Column.of("worth", "Worth, bp of NAV"),
            Column.sorted("measured", "Measured, % or days"),
            Column.of("limit", "Limit"),
            Column.sorted("status", "Status"));

    private static final Map<String, Comparator<Prices.Found>> ORDERS = Map.of(
            FUND,
            Comparator.comparing(each -> each.head().strike().fund()),
            "day",
            Comparator.comparing(each -> each.head().date()),
            INSTRUMENT,
            Comparator.comparing(each -> each.found().instrument()),
            WHAT,
            Comparator.comparing(each -> what(each.found().control())),
            "measured",
            Comparator.comparing(each -> each.found().measured()),
            "status",
            Comparator.comparing(each -> !each.found().holds()));

    @Inject
    private Prices prices;

    @Inject
    private ManualPrices manual;

    @Inject
    private Overview overview;

    @Inject
    private Shell shell;

    @Inject
    private Known known;

    private final ListQuestion question = new ListQuestion("prices.xhtml", COLUMNS, "status", FUND, INSTRUMENT, WHAT);
    private final String fund = question.value(FUND);
    private final ListModel<Row> exceptions = new ListModel<>(question, this::read);

    /**
     * A price that needs a person.
     *
     * @param what Missing, Stale or Moved
     * @param worth what hangs on it, of the fund's net assets
     */
    public record Row(
            String fund,
            String name,
            String date,
            String instrument,
            String what,
            String text,
            Figure worth,
            Figure measured,
            Figure limit,
            String status,
            String address,
            String act) {}

    /** A price somebody proposed. */
    public record ProposalRow(
            String name,
            String date,
            String instrument,
            Figure price,
            String currency,
            String source,
            String reason,
            String evidence,
            String by,
            String address,
            boolean isMine) {}

    public List<ProposalRow> getProposals() {
        Map<String, FundFile> funds = funds();
        return manual.open(known.moment()).stream()
                .filter(proposal -> funds.containsKey(proposal.fund()))
                .filter(proposal -> fund.isEmpty() || proposal.fund().equals(fund))
                .map(proposal -> row(proposal, funds.get(proposal.fund())))
                .toList();
    }

    private ProposalRow row(PriceProposal proposal, FundFile terms) {
        return new ProposalRow(
                terms.name(),
                proposal.date().toString(),
                proposal.instrument(),
                Figure.of(proposal.price()),
                proposal.price().currency().code(),
                proposal.source(),
                proposal.reason(),
                proposal.evidence(),
                "%s, %s"
                        .formatted(
                                proposal.proposedBy(),
                                Moments.local(
                                        proposal.proposedAt(),
                                        terms.dayEnd(proposal.date()).point().zone())),
                address(proposal.fund(), proposal.date(), proposal.instrument()),
                shell.isApprover(proposal.fund()) && !proposal.proposedBy().equals(shell.getUser()));
    }

    /** Those that hold a NAV first, when nobody asks for another order. */
    public ListModel<Row> getExceptions() {
        return exceptions;
    }

    private ListModel.Piece<Row> read(long skip, long limit) {
        Prices.Lines read = prices.exceptions(this::isWanted, question.sort().of(ORDERS), skip, limit, known.moment());
        return new ListModel.Piece<>(read.lines().stream().map(PricesPage::row).toList(), read.all());
    }

    private boolean isWanted(Prices.Found each) {
        return (fund.isEmpty() || each.head().strike().fund().equals(fund))
                && each.found()
                        .instrument()
                        .toLowerCase(Locale.ROOT)
                        .contains(question.value(INSTRUMENT).toLowerCase(Locale.ROOT))
                && (question.value(WHAT).isEmpty()
                        || what(each.found().control()).equals(question.value(WHAT)));
    }

    private static Row row(Prices.Line line) {
        StruckNav nav = line.nav();
        String id = line.head().strike().fund();
        return new Row(
                id,
                nav.fund().name(),
                line.head().date().toString(),
                line.found().instrument(),
                what(line.found().control()),
                line.found().text(),
                Figure.basisPoints(
                        exposure(nav, line.found().instrument()),
                        nav.result().netAssets().amount()),
                line.found().control().equals("C20")
                        ? Figure.percent(line.found().measured(), BigDecimal.ONE)
                        : Figure.plain(line.found().measured()),
                line.found().control().equals("C20")
                        ? Figure.percent(line.found().limit(), BigDecimal.ONE)
                        : Figure.plain(line.found().limit()),
                line.found().holds() ? "Held" : "Review",
                address(id, line.head().date(), line.found().instrument()),
                line.proposal().isPresent() ? "Decide" : "Look at the evidence");
    }

    /** Of an instrument, or of everything in a currency. */
    public static BigDecimal exposure(StruckNav nav, String subject) {
        return nav.result().positions().stream()
                .filter(position -> position.instrument().equals(subject)
                        || position.price().currency().code().equals(subject))
                .map(Position::notional)
                .map(money -> money.amount().abs())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** In one word. */
    static String what(String control) {
        return switch (control) {
            case "C20" -> "Moved";
            case "C21" -> "Stale";
            default -> "Missing";
        };
    }

    /** Where one is looked at. */
    public static String address(String fund, LocalDate date, String instrument) {
        return "price.xhtml?fund=%s&date=%s&instrument=%s"
                .formatted(Asked.encoded(fund), date, Asked.encoded(instrument));
    }

    public String getInstrument() {
        return question.value(INSTRUMENT);
    }

    public List<Choice> getWhats() {
        return WHATS.stream()
                .map(word -> new Choice(word, word, word.equals(question.value(WHAT))))
                .toList();
    }

    public List<Choice> getFunds() {
        return funds().values().stream()
                .map(terms ->
                        new Choice(terms.fund(), terms.name(), terms.fund().equals(fund)))
                .sorted(Comparator.comparing(Choice::word))
                .toList();
    }

    private Map<String, FundFile> funds() {
        return overview.progress().stream()
                .map(progress -> progress.fund().terms())
                .collect(Collectors.toMap(FundFile::fund, terms -> terms));
    }
}
