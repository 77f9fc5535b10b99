package org.assay.web.price;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.assay.db.PriceProposal;
import org.assay.ejb.ManualPrices;
import org.assay.ejb.Prices;
import org.assay.kernel.nav.NavResult.Position;
import org.assay.pack.fund.FundFile;
import org.assay.reports.StruckNav;
import org.assay.web.figure.Figure;
import org.assay.web.figure.Moments;
import org.assay.web.shell.Asked;
import org.assay.web.shell.Choice;
import org.assay.web.shell.Known;
import org.assay.web.shell.Overview;
import org.assay.web.shell.Shell;

/** Exceptions first: what waits for a second person, what holds a NAV, what somebody must look at. */
@Named
@RequestScoped
public class PricesPage {
    private static final int SIZE = 25;

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

    private final String fund = Asked.parameter("fund");
    private final int page = Asked.page();
    private Optional<Prices.Lines> lines = Optional.empty();

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

    /** Those that hold a NAV first, then by what hangs on them. */
    public List<Row> getRows() {
        return lines().lines().stream()
                .sorted(Comparator.comparing((Prices.Line line) -> !line.found().holds())
                        .thenComparing(PricesPage::weight, Comparator.reverseOrder()))
                .map(PricesPage::row)
                .toList();
    }

    private Prices.Lines lines() {
        if (lines.isEmpty()) {
            lines = Optional.of(prices.exceptions(
                    Optional.of(fund).filter(id -> !id.isEmpty()), (long) page * SIZE, SIZE, known.moment()));
        }
        return lines.get();
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

    private static BigDecimal weight(Prices.Line line) {
        BigDecimal whole = line.nav().result().netAssets().amount();
        BigDecimal exposure = exposure(line.nav(), line.found().instrument());
        return whole.signum() == 0
                ? exposure
                : exposure.divide(whole, MathContext.DECIMAL64).abs();
    }

    /** Of an instrument, or of everything in a currency. */
    static BigDecimal exposure(StruckNav nav, String subject) {
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

    /** {@code 1 to 25 of 140}. */
    public String getShown() {
        int rows = lines().lines().size();
        return rows == 0 ? "none" : "%s to %s of %s".formatted(page * SIZE + 1, page * SIZE + rows, lines().all());
    }

    public boolean isFirst() {
        return page == 0;
    }

    public boolean isLast() {
        return (page + 1) * SIZE >= lines().all();
    }

    public String getBefore() {
        return turned(page - 1);
    }

    public String getAfter() {
        return turned(page + 1);
    }

    private String turned(int to) {
        return "prices.xhtml?fund=%s&page=%s".formatted(Asked.encoded(fund), Integer.toString(to));
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
