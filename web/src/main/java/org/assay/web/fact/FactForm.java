package org.assay.web.fact;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assay.db.Branch;
import org.assay.db.FactsWanted;
import org.assay.db.KeptFact;
import org.assay.ejb.Desk;
import org.assay.ejb.Facts;
import org.assay.ejb.FileRefused;
import org.assay.ejb.Intake;
import org.assay.ejb.Previews;
import org.assay.kernel.ErrorCode;
import org.assay.kernel.FundException;
import org.assay.pack.fund.Arriving;
import org.assay.pack.fund.PackFiles;
import org.assay.pack.table.Blank;
import org.assay.web.bring.Outcome;
import org.assay.web.correction.CorrectionsPage;
import org.assay.web.nav.Effect;
import org.assay.web.shell.Asked;
import org.assay.web.shell.Cell;
import org.assay.web.shell.Overview;
import org.assay.web.shell.Said;

/**
 * A row that is written by hand, or a file that is sent: first its effect is shown, then it can be posted. What is posted is
 * what was shown, and nothing else.
 */
@Named
@RequestScoped
public class FactForm {
    private static final String MESSAGES = "capture";
    private static final String AMEND = "amend";
    private static final String CANCEL = "cancel";

    @Inject
    private Facts facts;

    @Inject
    private Intake intake;

    @Inject
    private Previews previews;

    @Inject
    private Desk desk;

    @Inject
    private FactsPage page;

    @Inject
    private Overview overview;

    @Inject
    private Outcome outcome;

    private final String act = Asked.parameter("act");
    private final String of = Asked.parameter("of");
    private Optional<List<Cell>> fields = Optional.empty();
    private Optional<Part> file = Optional.empty();
    private Optional<Effect> effect = Optional.empty();
    /** Asked of the request itself: whether there is a button is decided before the form's cells are read. */
    private String seen = Asked.parameter(MESSAGES + ":seen");

    private String done = "";
    private Optional<Branch> branch = Optional.empty();

    /** A price somebody says has a page of its own, with a second person; here it only comes as a file. */
    public boolean isShown() {
        return page.isOfFund() && page.isOperator() && !act.isEmpty() && (isImport() || page.isFacts());
    }

    /** A file has no fields. */
    public boolean isImport() {
        return act.equals("import");
    }

    public String getTitle() {
        String kind = page.getKind();
        return switch (act) {
            case AMEND -> "Amend %s".formatted(of);
            case CANCEL -> "Cancel %s".formatted(of);
            case "import" -> "Send a file of %s".formatted(FactWords.many(kind).toLowerCase(Locale.ROOT));
            default -> "Enter %s".formatted(FactWords.one(kind));
        };
    }

    public List<Cell> getFields() {
        if (fields.isEmpty()) {
            Arriving<?> kind = kind();
            Map<String, String> given = given(kind);
            fields = Optional.of(kind.blanks().stream()
                    .map(blank -> new Cell(blank, given.getOrDefault(blank.name(), "")))
                    .toList());
        }
        return fields.get();
    }

    private Arriving<?> kind() {
        return page.kinds().stream()
                .filter(each -> each.kind().equals(page.getKind()))
                .findFirst()
                .orElseThrow();
    }

    /** What is known of the row before anybody types. */
    private Map<String, String> given(Arriving<?> kind) {
        return switch (act) {
            case AMEND -> amended(kind);
            case CANCEL ->
                Map.of("id", "X-" + of, "corrects", of, "effective", desk.now().toString(), "source", "desk");
            default -> Map.of("effective", desk.now().toString(), "source", "desk");
        };
    }

    /** The fact it corrects, under an id of its own. */
    private Map<String, String> amended(Arriving<?> kind) {
        Optional<KeptFact> old =
                facts.facts(page.getFund(), FactsWanted.one(kind.kind(), of), 0, 1, Optional.empty()).facts().stream()
                        .filter(kept -> kept.fact().stamp().id().equals(of))
                        .findFirst();
        List<String> names = kind.blanks().stream().map(Blank::name).toList();
        Map<String, String> cells = old.stream()
                .flatMap(kept -> IntStream.range(0, names.size())
                        .mapToObj(i -> Map.entry(names.get(i), kept.cells().get(i))))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one, TreeMap::new));
        cells.put("id", of + "-2");
        cells.put("corrects", of);
        return cells;
    }

    /** Shows the entries and the NAV; nothing is kept. */
    public void preview() {
        attempt("Not possible", () -> show(content()));
    }

    private void show(byte[] content) throws FileRefused {
        Optional<Previews.Preview> preview = previews.preview(page.getFund(), page.getKind(), content);
        effect = preview.map(Effect::of);
        seen = preview.map(shown -> PackFiles.sha256(content)).orElse("");
        if (preview.isEmpty()) {
            Said.no(MESSAGES, "Nothing in it is new: every row is there already.");
        }
    }

    /** Of what was shown; anything else is shown first. */
    public void post() {
        attempt("Not posted", () -> {
            byte[] content = content();
            if (!PackFiles.sha256(content).equals(seen)) {
                show(content);
                Said.no(MESSAGES, "It was changed after it was shown: this is what it would do now.");
                return;
            }
            Intake.Taken taken = intake.take(page.getFund(), page.getKind(), name(), content);
            seen = "";
            branch = taken.branch();
            done = "Posted: %s, %s there already. %s"
                    .formatted(
                            taken.rows() == 1 ? "1 row" : taken.rows() + " rows",
                            taken.repeated(),
                            taken.branch()
                                    .map(opened -> "It counts on a day that is struck, so a correction from %s is open."
                                            .formatted(opened.from()))
                                    .orElse("It counts in the next NAV."));
        });
    }

    private String name() {
        return isImport()
                ? file.map(Part::getSubmittedFileName).orElse("")
                : "%s at the desk".formatted(act.equals("new") ? "entered" : act + "ed");
    }

    private byte[] content() {
        if (!isImport()) {
            return kind().line(getFields().stream().map(Cell::getValue).toList());
        }
        Part sent = file.filter(chosen -> chosen.getSize() > 0)
                .orElseThrow(() ->
                        new FundException(ErrorCode.FORMAT, page.getKind(), "file", "", "a CSV file with a header"));
        return Asked.bytes(sent);
    }

    /** Something that can be refused. */
    @FunctionalInterface
    private interface Act {
        void run() throws FileRefused;
    }

    private void attempt(String not, Act what) {
        try {
            what.run();
        } catch (FileRefused refused) {
            Cell.refuse(isImport() ? List.of() : getFields(), refused.failures(), MESSAGES);
        } catch (FundException refused) {
            Said.no(MESSAGES, "%s: %s".formatted(not, refused.getMessage()));
        }
        page.forget();
        overview.refresh();
    }

    /** Where a file is sent that is too large for a form. */
    public String getLargeAddress() {
        return "bring?token=%s&fund=%s&kind=%s"
                .formatted(outcome.getToken(), Asked.encoded(page.getFund()), Asked.encoded(page.getKind()));
    }

    public boolean isPostable() {
        return !seen.isEmpty();
    }

    public String getPostButton() {
        return switch (act) {
            case AMEND -> "Post the amendment of %s".formatted(of);
            case CANCEL -> "Post the cancellation of %s".formatted(of);
            default -> "Post what is shown";
        };
    }

    public String getCorrectionAddress() {
        return branch.map(CorrectionsPage::address).orElse("");
    }

    public Effect getEffect() {
        return effect.orElse(Effect.NONE);
    }

    public String getDone() {
        return done;
    }

    public String getAct() {
        return act;
    }

    public String getOf() {
        return of;
    }

    public String getSeen() {
        return seen;
    }

    public Part getFile() {
        return file.orElse(null);
    }

    public void setFile(Part file) {
        this.file = Optional.ofNullable(file);
    }
}
