package org.assay.web.correction;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import java.util.function.Consumer;
import org.assay.db.Branch;
import org.assay.ejb.Corrections;
import org.assay.ejb.Restatement;
import org.assay.kernel.FundException;
import org.assay.web.shell.Known;
import org.assay.web.shell.Overview;
import org.assay.web.shell.Said;
import org.assay.web.shell.Shell;

/** What becomes of a correction. What a role may not do is not offered here, and refused below. */
@Named
@RequestScoped
public class DecisionBox {
    private static final String MESSAGES = "decision";

    @Inject
    private Corrections corrections;

    @Inject
    private CorrectionPage page;

    @Inject
    private Overview overview;

    @Inject
    private Shell shell;

    @Inject
    private Known known;

    private String reason = "";
    private String seen = "";

    /** Of what the approver has looked at; the page may have been open for long. */
    public void approve() {
        decide("Not approved", branch -> corrections.approve(branch.fund(), branch.id(), seen, reason.strip()));
    }

    public void giveUp() {
        decide("Not given up", branch -> corrections.abandon(branch.fund(), branch.id(), reason.strip()));
    }

    private void decide(String not, Consumer<Branch> act) {
        try {
            act.accept(page.restatement().branch());
        } catch (FundException refused) {
            Said.no(MESSAGES, not, refused);
        }
        page.forget();
        overview.refresh();
    }

    private Restatement restatement() {
        return page.restatement();
    }

    /** Somebody must say why, whatever they do; who may do nothing is asked for nothing. */
    public boolean isOffered() {
        return restatement().branch().isOpen()
                && (shell.isApprover(page.getFund()) || shell.isOperator(page.getFund()));
    }

    public boolean isApprovable() {
        return restatement().behind().isReady()
                && restatement().result().isPresent()
                && shell.isApprover(page.getFund())
                && !restatement().branch().openedBy().equals(shell.getUser());
    }

    public String getApproveButton() {
        int days = restatement().days().size();
        return "Approve the correction from %s, %s %s".formatted(page.getFrom(), days, days == 1 ? "day" : "days");
    }

    public String getSentence() {
        if (!restatement().branch().isOpen()) {
            return "Decided: %s.".formatted(page.getWhat());
        }
        if (!restatement().behind().isReady()) {
            return page.getWhat() + ".";
        }
        if (known.isThen()) {
            return "It waited for a second person then. Go back to now to see what became of it.";
        }
        if (restatement().branch().openedBy().equals(shell.getUser())) {
            return "What opened this correction came from you, so somebody else must approve it.";
        }
        return shell.isApprover(page.getFund())
                ? "With your approval the new versions count, and the old ones stay readable. It cannot be taken back."
                : "A correction is approved by a second person, who had no part in it: an approver.";
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = Optional.ofNullable(reason).orElse("");
    }

    public String getSeen() {
        return seen.isEmpty() ? restatement().result().orElse("") : seen;
    }

    public void setSeen(String seen) {
        this.seen = Optional.ofNullable(seen).orElse("");
    }
}
