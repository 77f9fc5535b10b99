package org.assay.web.terms;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.assay.ejb.Amendments;
import org.assay.ejb.FileRefused;
import org.assay.ejb.Previews;
import org.assay.kernel.FundException;
import org.assay.pack.fund.Amending;
import org.assay.web.nav.Effect;
import org.assay.web.shell.Asked;
import org.assay.web.shell.Cell;
import org.assay.web.shell.Said;

/** A change that is asked for, by its cells or as a file with a row for each: first its effect can be shown. */
@Named
@RequestScoped
public class AskForm {
    private static final String MESSAGES = "ask";

    @Inject
    private Amendments amendments;

    @Inject
    private Previews previews;

    @Inject
    private TermsPage page;

    private final String act = Asked.parameter("act");
    private String reason = "";
    private String request = UUID.randomUUID().toString();
    private Optional<List<Cell>> cells = Optional.empty();
    private Optional<Part> file = Optional.empty();
    private Optional<Effect> effect = Optional.empty();
    private List<StandingWords.Line> lines = List.of();
    private String done = "";

    public boolean isShown() {
        return page.isOfFund() && page.isOperator() && kind().isPresent();
    }

    private Optional<Amending<?>> kind() {
        return Amending.of(page.standing(), act);
    }

    public String getTitle() {
        return StandingWords.asked(act);
    }

    public List<Cell> getCells() {
        if (cells.isEmpty()) {
            cells = Optional.of(kind().orElseThrow().blanks().stream()
                    .map(blank -> new Cell(blank, ""))
                    .toList());
        }
        return cells.get();
    }

    /** Shows what would change, and what the first NAV with it would be; nothing is kept. */
    public void preview() {
        attempt("Not possible", this::show);
    }

    private void show() throws FileRefused {
        byte[] content = content();
        Amendments.Change change = amendments.change(page.getFund(), act, content);
        lines = StandingWords.difference(change.before(), change.after());
        effect = previews.amendment(page.getFund(), act, content).map(Effect::of);
    }

    /** Keeps what is asked for, until a second person has decided. */
    public void ask() {
        attempt("Not asked for", () -> {
            amendments.ask(page.getFund(), act, content(), reason.strip(), request);
            done = "Asked for: %s. A second person decides; nothing has changed yet."
                    .formatted(StandingWords.asked(act).toLowerCase(Locale.ROOT));
        });
    }

    private byte[] content() {
        return sent().map(Asked::bytes)
                .orElseGet(() -> kind().orElseThrow()
                        .line(getCells().stream().map(Cell::getValue).toList()));
    }

    /** The file, where one was chosen. */
    private Optional<Part> sent() {
        return file.filter(chosen -> chosen.getSize() > 0);
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
            Cell.refuse(sent().isPresent() ? List.of() : getCells(), refused.failures(), MESSAGES);
        } catch (FundException refused) {
            Said.no(MESSAGES, not, refused);
        }
        page.forget();
    }

    public List<StandingWords.Line> getLines() {
        return lines;
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

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = Optional.ofNullable(reason).orElse("");
    }

    public String getRequest() {
        return request;
    }

    public void setRequest(String request) {
        this.request =
                Optional.ofNullable(request).filter(key -> !key.isEmpty()).orElse(this.request);
    }

    public Part getFile() {
        return file.orElse(null);
    }

    public void setFile(Part file) {
        this.file = Optional.ofNullable(file);
    }
}
