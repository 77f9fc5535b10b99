package org.assay.web.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import org.assay.db.Grant;
import org.assay.db.Grant.Act;
import org.assay.db.Grant.State;
import org.assay.ejb.Administration;
import org.assay.kernel.FundException;
import org.assay.web.shell.Asked;
import org.assay.web.shell.Said;
import org.assay.web.shell.Shell;

/** One right: granted or refused while it waits, ended while it holds. The database holds the four eyes, whatever is shown. */
@Named
@RequestScoped
public class GrantBox {
    @Inject
    private Administration administration;

    @Inject
    private AdminPage page;

    @Inject
    private Shell shell;

    private final String right = Asked.parameter("right");
    private String reason = "";
    private String done = "";

    private Optional<Grant> grant() {
        return page.grants().stream()
                .filter(grant -> Long.toString(grant.id()).equals(right))
                .findFirst();
    }

    /** Whether an address names a right that is here. */
    public boolean isThere() {
        return grant().isPresent();
    }

    /** Somebody else asked for it, and somebody else gets it. */
    public boolean isGrantable() {
        return isWaiting()
                && grant().filter(grant -> !grant.askedWord().by().equals(shell.getUser()))
                        .filter(grant -> !grant.asked().person().equals(shell.getUser()))
                        .isPresent();
    }

    public boolean isWaiting() {
        return isIn(State.WAITING);
    }

    public boolean isEndable() {
        return isIn(State.HOLDS) || isIn(State.COMING);
    }

    private boolean isIn(State state) {
        return grant().filter(grant -> grant.state() == state).isPresent();
    }

    public void approve() {
        act("Not granted", id -> administration.decide(id, Act.APPROVE, reason.strip()), "Granted: it counts at once.");
    }

    public void refuse() {
        act("Not refused", id -> administration.decide(id, Act.REFUSE, reason.strip()), "Refused.");
    }

    public void end() {
        act(
                "Not ended",
                id -> administration.end(id, reason.strip()),
                "Ended: it counts no more from the next request.");
    }

    @FunctionalInterface
    private interface Deed {
        void onRight(long id);
    }

    private void act(String not, Deed deed, String said) {
        try {
            deed.onRight(grant().orElseThrow().id());
            done = said;
            reason = "";
        } catch (FundException refused) {
            Said.no("grant", not, refused);
        }
        page.forget();
    }

    /** Names what would be done. */
    public String getTitle() {
        return grant().map(grant -> "%s for %s"
                        .formatted(
                                GrantWords.right(
                                        grant.asked().role(), grant.asked().fund()),
                                grant.asked().person()))
                .orElse("");
    }

    public String getState() {
        return grant().map(grant -> GrantWords.state(grant.state())).orElse("");
    }

    public String getSentence() {
        return grant().map(grant -> "From %s, %s. Asked for by %s: “%s”. %s"
                        .formatted(
                                grant.asked().from(),
                                grant.asked()
                                        .until()
                                        .map("the last day is %s"::formatted)
                                        .orElse("without an end"),
                                GrantWords.said(grant.askedWord()),
                                grant.askedWord().reason(),
                                next()))
                .orElse("");
    }

    private String next() {
        if (!done.isEmpty()) {
            return done;
        }
        if (isGrantable()) {
            return "Your name will stand under it.";
        }
        return isWaiting() ? "Another administrator must grant it; you may refuse it, which takes it back." : "";
    }

    public String getGrantButton() {
        return "Grant " + getTitle();
    }

    public String getEndButton() {
        return "End " + getTitle();
    }

    public String getRight() {
        return right;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = Optional.ofNullable(reason).orElse("");
    }
}
