package org.assay.web.strike;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.assay.db.StrikeHead;
import org.assay.ejb.Approvals;
import org.assay.kernel.FundException;
import org.assay.web.figure.Moments;
import org.assay.web.shell.Known;
import org.assay.web.shell.Overview;
import org.assay.web.shell.Said;
import org.assay.web.shell.Shell;

/** The second person's word. What a role may not do is not offered here, and refused below. */
@Named
@RequestScoped
public class ApprovalBox {
    private static final String MESSAGES = "approval";

    @Inject
    private Approvals approvals;

    @Inject
    private StrikePage page;

    @Inject
    private Overview overview;

    @Inject
    private Shell shell;

    @Inject
    private Known known;

    private String reason = "";
    private String seen = "";

    /** Of the NAV the approver has looked at; the page may have been open for long. */
    public void approve() {
        StrikeHead before = page.getHead();
        decide("Not approved", () -> approvals.approve(before.strike().fund(), before.date(), seen, reason.strip()));
    }

    /** To whoever prepared it, with what must be put right. */
    public void sendBack() {
        StrikeHead before = page.getHead();
        decide("Not sent back", () -> approvals.sendBack(before.strike().fund(), before.date(), seen, reason.strip()));
    }

    private void decide(String not, Runnable act) {
        try {
            act.run();
        } catch (FundException refused) {
            Said.no(MESSAGES, not, refused);
        }
        page.forget();
        overview.refresh();
    }

    /** A form is shown to whoever may sign, and to nobody else. */
    public boolean isOffered() {
        return page.getHead().status() == StrikeHead.Status.REVIEW
                && shell.isApprover(page.getFund())
                && !page.getHead().askedBy().who().equals(shell.getUser());
    }

    public boolean isDone() {
        return page.getHead().approval().isPresent();
    }

    public String getButton() {
        return "Approve %sNAV %s"
                .formatted(
                        waitingBefore() == 0 ? "and publish " : "",
                        page.getHead().date());
    }

    public String getSendBackButton() {
        return "Send NAV %s back".formatted(page.getHead().date());
    }

    /** What happened, or why nothing is asked of whoever looks. */
    public String getSentence() {
        StrikeHead head = page.getHead();
        if (head.approval().isPresent()) {
            var word = head.approval().get();
            return "Approved by %s, %s: “%s”.".formatted(word.by(), Moments.at(word.at(), page.zone()), word.reason());
        }
        if (head.status() == StrikeHead.Status.SENT_BACK) {
            var word = head.sentBack().orElseThrow();
            return "Sent back by %s, %s: “%s”. Nobody can approve it as it stands: it must be struck again."
                    .formatted(word.by(), Moments.at(word.at(), page.zone()), word.reason());
        }
        if (head.status() == StrikeHead.Status.HELD) {
            return "This NAV is held, and the fund stops here: the findings above say what holds it and who must act."
                    + " Nobody can approve it as it stands.";
        }
        if (known.isThen()) {
            return "It waited for a second person then. Go back to now to see what became of it.";
        }
        if (head.askedBy().who().equals(shell.getUser())) {
            return "You struck this NAV, so somebody else must approve it.";
        }
        return shell.isApprover(page.getFund())
                ? "Your name will stand under this NAV, with your reason. An approval cannot be taken back."
                : "You are signed in as %s. A NAV is approved by a second person, who had no part in it: an approver. Nothing is asked of you here."
                        .formatted(shell.getRole());
    }

    /** What comes next for this fund. */
    public String getNext() {
        if (page.getHead().status() == StrikeHead.Status.APPROVED) {
            return "It is published once every day before it is approved.";
        }
        if (isOffered()) {
            long before = waitingBefore();
            return before == 0
                    ? "With it the NAV is published, because every day before it is approved."
                    : "With it the NAV is approved; it is published once the %s before it are approved too."
                            .formatted(before == 1 ? "one" : before);
        }
        return page.getHead().status() == StrikeHead.Status.PUBLISHED
                ? "It is published: every day before it is approved too."
                : "";
    }

    private long waitingBefore() {
        return overview.waiting().stream()
                .filter(head -> head.strike().fund().equals(page.getFund()))
                .filter(head -> head.date().isBefore(page.getHead().date()))
                .count();
    }

    /** The oldest NAV of the fund that waits, when it is another one. */
    public Optional<LocalDate> getNextDate() {
        return waiting().stream()
                .map(StrikeHead::date)
                .filter(date -> !date.equals(page.getHead().date()))
                .findFirst();
    }

    public String getNextLink() {
        return getNextDate()
                .map(date -> "%s NAV %s, %s waiting"
                        .formatted(
                                shell.isApprover(page.getFund()) ? "Review" : "Look at",
                                date,
                                waiting().size()))
                .orElse("");
    }

    public String getNextAddress() {
        return getNextDate()
                .map(date -> "strike.xhtml?fund=%s&date=%s".formatted(page.getFund(), date))
                .orElse("");
    }

    /** What waits, waits now. */
    private List<StrikeHead> waiting() {
        return known.isThen() ? List.of() : waitingNow();
    }

    private List<StrikeHead> waitingNow() {
        return overview.waiting().stream()
                .filter(head -> head.strike().fund().equals(page.getFund()))
                .filter(head -> head.status() == StrikeHead.Status.REVIEW)
                .toList();
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = Optional.ofNullable(reason).orElse("");
    }

    public String getSeen() {
        return seen.isEmpty() ? page.getHead().result() : seen;
    }

    public void setSeen(String seen) {
        this.seen = Optional.ofNullable(seen).orElse("");
    }
}
