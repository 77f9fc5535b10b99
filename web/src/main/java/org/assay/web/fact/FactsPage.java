package org.assay.web.fact;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.assay.db.KeptFact;
import org.assay.ejb.Desk;
import org.assay.ejb.Facts;
import org.assay.kernel.FundException;
import org.assay.kernel.ledger.Stamp;
import org.assay.pack.fund.Arriving;
import org.assay.pack.fund.FundFile;
import org.assay.web.figure.Moments;
import org.assay.web.shell.Asked;
import org.assay.web.shell.Choice;
import org.assay.web.shell.Filter;
import org.assay.web.shell.Known;
import org.assay.web.shell.Overview;
import org.assay.web.shell.Shell;

/** The facts of a fund, by kind. Which ones stands in the address. */
@Named
@RequestScoped
public class FactsPage {
    private static final int SIZE = 25;
    private static final String CANCELLATIONS = "cancellations";

    @Inject
    private Facts facts;

    @Inject
    private Desk desk;

    @Inject
    private Overview overview;

    @Inject
    private Shell shell;

    @Inject
    private Known known;

    private final String fund = Asked.parameter("fund");
    private final String asked = Asked.parameter("kind");
    private final String begins = Asked.parameter("id");
    private final int page = Asked.page();
    private Optional<List<Arriving<?>>> kinds = Optional.empty();
    private Optional<List<KeptFact>> rows = Optional.empty();

    /**
     * A fact.
     *
     * @param status Counts, Corrected or Cancelled
     * @param by id of what corrects it
     */
    public record Row(
            String id,
            String counts,
            String what,
            String source,
            String posted,
            String status,
            String by,
            String amend,
            String cancel) {}

    /** Without a fund the page asks for one; of a fund that is not there it answers 404. */
    public void look() throws IOException {
        if (!fund.isEmpty()) {
            try {
                kinds();
            } catch (FundException notThere) {
                Asked.isNotThere("no such fund");
            }
        }
    }

    public boolean isOfFund() {
        return !fund.isEmpty();
    }

    List<Arriving<?>> kinds() {
        if (kinds.isEmpty()) {
            kinds = Optional.of(facts.kinds(fund));
        }
        return kinds.get();
    }

    /** The kind that is looked at; the first one when none is asked for. */
    public String getKind() {
        return kinds().stream()
                .map(Arriving::kind)
                .filter(asked::equals)
                .findFirst()
                .orElse(kinds().get(0).kind());
    }

    /** Prices and rates are no facts: they are sent here and looked at on their own page. */
    public boolean isFacts() {
        return !getKind().equals("prices") && !getKind().equals("fx");
    }

    public List<Filter> getKinds() {
        return kinds().stream()
                .map(kind -> new Filter(
                        FactWords.many(kind.kind()),
                        address(kind.kind(), "", 0),
                        kind.kind().equals(getKind()),
                        0))
                .toList();
    }

    public List<Row> getRows() {
        return read().stream().limit(SIZE).map(this::row).toList();
    }

    /** One more than is shown, to know whether there are any. */
    private List<KeptFact> read() {
        if (rows.isEmpty()) {
            rows = Optional.of(
                    isFacts()
                            ? facts.facts(fund, getKind(), begins, (long) page * SIZE, SIZE + 1L, known.moment())
                            : List.of());
        }
        return rows.get();
    }

    private Row row(KeptFact kept) {
        Stamp stamp = kept.fact().stamp();
        boolean isOpen = kept.correctedBy().isEmpty() && shell.isOperator(fund);
        return new Row(
                stamp.id(),
                Moments.local(stamp.effective(), zone()),
                FactWords.of(kept.fact())
                        + stamp.corrects().map(" (corrects %s)"::formatted).orElse(""),
                stamp.source(),
                "%s, %s".formatted(kept.postedBy(), Moments.local(kept.postedAt(), zone())),
                kept.correctedBy().isEmpty() ? "Counts" : kept.isCancelled() ? "Cancelled" : "Corrected",
                kept.correctedBy().orElse(""),
                isOpen && !getKind().equals(CANCELLATIONS) ? act(getKind(), "amend", stamp.id()) : "",
                isOpen && !getKind().equals(CANCELLATIONS) ? act(CANCELLATIONS, "cancel", stamp.id()) : "");
    }

    private ZoneId zone() {
        FundFile terms = terms();
        return terms.dayEnd(overview.businessDate()).point().zone();
    }

    FundFile terms() {
        return desk.fund(fund).terms();
    }

    public String getName() {
        return terms().name();
    }

    private String act(String kind, String act, String id) {
        return "%s&act=%s&of=%s#enter".formatted(address(kind, "", 0), act, Asked.encoded(id));
    }

    public String getTitle() {
        return FactWords.many(getKind());
    }

    public String getCaptureButton() {
        return "Enter %s".formatted(FactWords.one(getKind()));
    }

    public String getCaptureAddress() {
        return "%s&act=new#enter".formatted(address(getKind(), "", 0));
    }

    public boolean isOperator() {
        return shell.isOperator(fund);
    }

    public String getShown() {
        int shown = Math.min(SIZE, read().size());
        return shown == 0 ? "none" : "%s to %s".formatted(page * SIZE + 1, page * SIZE + shown);
    }

    public boolean isFirst() {
        return page == 0;
    }

    public boolean isLast() {
        return read().size() <= SIZE;
    }

    public String getNewer() {
        return address(getKind(), begins, page - 1);
    }

    public String getOlder() {
        return address(getKind(), begins, page + 1);
    }

    private String address(String kind, String id, int to) {
        return "facts.xhtml?fund=%s&kind=%s%s%s"
                .formatted(
                        Asked.encoded(fund),
                        Asked.encoded(kind),
                        id.isEmpty() ? "" : "&id=" + Asked.encoded(id),
                        to == 0 ? "" : "&page=" + Integer.toString(to));
    }

    public List<Choice> getFunds() {
        return overview.progress().stream()
                .map(progress -> progress.fund().terms())
                .map(terms ->
                        new Choice(terms.fund(), terms.name(), terms.fund().equals(fund)))
                .toList();
    }

    /** Somebody has just acted: what is shown next is read anew. */
    void forget() {
        rows = Optional.empty();
    }

    public String getFund() {
        return fund;
    }

    public String getBegins() {
        return begins;
    }
}
