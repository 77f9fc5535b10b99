package org.assay.web.fact;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.assay.db.FactPage;
import org.assay.db.FactsWanted;
import org.assay.db.KeptFact;
import org.assay.ejb.Desk;
import org.assay.ejb.Facts;
import org.assay.kernel.FundException;
import org.assay.kernel.ledger.Stamp;
import org.assay.pack.fund.Arriving;
import org.assay.pack.fund.FundFile;
import org.assay.web.figure.Moments;
import org.assay.web.list.Column;
import org.assay.web.list.ListModel;
import org.assay.web.list.ListQuestion;
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
    private static final String CANCELLATIONS = "cancellations";
    private static final String FUND = "fund";
    private static final String KIND = "kind";
    private static final String BEGINS = "id";

    private static final List<Column> COLUMNS = List.of(
            Column.sorted(BEGINS, "Id"),
            Column.sorted("counts", "Counts from"),
            Column.of("what", "What"),
            Column.of("source", "Source"),
            Column.sorted("by", "Posted by"),
            Column.sorted("learned", "Posted at"),
            Column.of("status", "Status"));

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

    private final ListQuestion question = new ListQuestion("facts.xhtml", COLUMNS, "-learned", FUND, KIND, BEGINS);
    private final String fund = question.value(FUND);
    private Optional<List<Arriving<?>>> kinds = Optional.empty();
    private ListModel<Row> list = new ListModel<>(question, this::read);

    /**
     * A fact.
     *
     * @param status Counts, Corrected or Cancelled
     * @param correctedBy id of what corrects it
     */
    public record Row(
            String id,
            String counts,
            String what,
            String source,
            String by,
            String posted,
            String status,
            String correctedBy,
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
                .filter(question.value(KIND)::equals)
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
                        address(kind.kind()),
                        kind.kind().equals(getKind()),
                        0))
                .toList();
    }

    public ListModel<Row> getList() {
        return list;
    }

    private ListModel.Piece<Row> read(long skip, long limit) {
        if (!isFacts()) {
            return new ListModel.Piece<>(List.of(), 0);
        }
        FactsWanted wanted = new FactsWanted(
                getKind(),
                question.value(BEGINS),
                question.sort().of(FactsWanted.Order.class),
                question.sort().isDescending());
        FactPage read = facts.facts(fund, wanted, skip, limit, known.moment());
        return new ListModel.Piece<>(read.facts().stream().map(this::row).toList(), read.count());
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
                kept.postedBy(),
                Moments.local(kept.postedAt(), zone()),
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
        return "%s&act=%s&of=%s#enter".formatted(address(kind), act, Asked.encoded(id));
    }

    public String getTitle() {
        return FactWords.many(getKind());
    }

    public String getCaptureButton() {
        return "Enter %s".formatted(FactWords.one(getKind()));
    }

    public String getCaptureAddress() {
        return "%s&act=new#enter".formatted(address(getKind()));
    }

    public boolean isOperator() {
        return shell.isOperator(fund);
    }

    private String address(String kind) {
        return "facts.xhtml?fund=%s&kind=%s".formatted(Asked.encoded(fund), Asked.encoded(kind));
    }

    public List<Choice> getFunds() {
        return overview.funds(fund);
    }

    /** Somebody has just acted: what is shown next is read anew. */
    void forget() {
        list = new ListModel<>(question, this::read);
    }

    public String getFund() {
        return fund;
    }

    public String getBegins() {
        return question.value(BEGINS);
    }
}
