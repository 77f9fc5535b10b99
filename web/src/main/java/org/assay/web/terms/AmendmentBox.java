package org.assay.web.terms;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.assay.db.Amendment;
import org.assay.ejb.Amendments;
import org.assay.ejb.FileRefused;
import org.assay.ejb.Previews;
import org.assay.kernel.FundException;
import org.assay.web.figure.Moments;
import org.assay.web.nav.Effect;
import org.assay.web.shell.Asked;
import org.assay.web.shell.Said;
import org.assay.web.shell.Shell;

/** One change that was asked for, and the word of the second person. The database holds the four eyes, whatever is shown. */
@Named
@RequestScoped
public class AmendmentBox {
    private static final String MESSAGES = "decide";

    @Inject
    private Amendments amendments;

    @Inject
    private Previews previews;

    @Inject
    private TermsPage page;

    @Inject
    private Shell shell;

    private final String number = Asked.parameter("amendment");
    private String reason = "";
    private String done = "";
    private Optional<Shown> shown = Optional.empty();

    /** What would change, and the first NAV with it. */
    private record Shown(List<StandingWords.Line> lines, Effect effect) {}

    private Optional<Amendment> amendment() {
        return page.isOfFund()
                ? page.amendments().stream()
                        .filter(each -> Long.toString(each.id()).equals(number))
                        .findFirst()
                : Optional.empty();
    }

    public boolean isThere() {
        return amendment().isPresent();
    }

    public boolean isOpen() {
        return amendment().filter(Amendment::isOpen).isPresent();
    }

    /** Somebody else asked for it. */
    public boolean isAgreeable() {
        return isOpen()
                && shell.isApprover(page.getFund())
                && amendment()
                        .filter(each -> !each.askedBy().equals(shell.getUser()))
                        .isPresent();
    }

    public boolean isDecidable() {
        return isOpen() && (isAgreeable() || shell.isOperator(page.getFund()) || shell.isApprover(page.getFund()));
    }

    private Shown shown() {
        if (shown.isEmpty()) {
            shown = Optional.of(
                    amendment().filter(Amendment::isOpen).map(this::shown).orElse(new Shown(List.of(), Effect.NONE)));
        }
        return shown.get();
    }

    private Shown shown(Amendment open) {
        try {
            Amendments.Change change = amendments.change(open.fund(), open.kind(), open.file());
            return new Shown(
                    StandingWords.difference(change.before(), change.after()),
                    previews.amendment(open.fund(), open.kind(), open.file())
                            .map(Effect::of)
                            .orElse(Effect.NONE));
        } catch (FileRefused refused) {
            return new Shown(List.of(), Effect.refused(refused.failures().get(0).toString()));
        } catch (FundException refused) {
            return new Shown(List.of(), Effect.refused(refused.getMessage()));
        }
    }

    public List<StandingWords.Line> getLines() {
        return shown().lines();
    }

    public Effect getEffect() {
        return shown().effect();
    }

    public String getTitle() {
        return amendment()
                .map(each -> StandingWords.asked(each.kind())
                        + each.firstDay().map(day -> " from " + day).orElse(""))
                .orElse("");
    }

    public String getChip() {
        return amendment()
                .map(each -> each.word()
                        .map(word -> word.act() == Amendment.Act.AGREE ? "Approved" : "Rejected")
                        .orElse("Review"))
                .orElse("");
    }

    public String getContent() {
        return amendment().map(Amendment::content).orElse("").strip();
    }

    public String getSentence() {
        return amendment()
                .map(each -> "Asked for by %s, %s: “%s”. %s"
                        .formatted(
                                each.askedBy(), Moments.local(each.askedAt(), page.zone()), each.reason(), next(each)))
                .orElse("");
    }

    private String next(Amendment each) {
        if (!done.isEmpty()) {
            return done;
        }
        if (each.word().isPresent()) {
            Amendment.Word word = each.word().get();
            return "%s by %s, %s: “%s”."
                    .formatted(
                            word.act() == Amendment.Act.AGREE ? "Agreed to" : "Rejected",
                            word.by(),
                            Moments.local(word.at(), page.zone()),
                            word.reason());
        }
        return isAgreeable()
                ? "With your word it counts%s. It cannot be taken back, only changed again."
                        .formatted(each.firstDay()
                                .map(LocalDate::toString)
                                .map(" from %s on"::formatted)
                                .orElse(""))
                : "A second person agrees to it: an approver who did not ask for it.";
    }

    public void agree() {
        act("Not agreed to", "It counts.", id -> amendments.agree(page.getFund(), id, reason.strip()));
    }

    public void reject() {
        act("Not rejected", "Nothing changes.", id -> amendments.reject(page.getFund(), id, reason.strip()));
    }

    @FunctionalInterface
    private interface Deed {
        void onAmendment(long id);
    }

    private void act(String not, String said, Deed deed) {
        try {
            deed.onAmendment(amendment().orElseThrow().id());
            done = said;
            reason = "";
        } catch (FundException refused) {
            Said.no(MESSAGES, not, refused);
        }
        page.forget();
        shown = Optional.empty();
    }

    public String getAgreeButton() {
        return "Agree to: " + getTitle();
    }

    public String getNumber() {
        return number;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = Optional.ofNullable(reason).orElse("");
    }
}
