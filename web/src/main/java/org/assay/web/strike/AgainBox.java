package org.assay.web.strike;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import java.util.UUID;
import org.assay.db.Branch;
import org.assay.db.StrikeHead;
import org.assay.ejb.Corrections;
import org.assay.ejb.Restrikes;
import org.assay.kernel.FundException;
import org.assay.web.correction.CorrectionsPage;
import org.assay.web.shell.Overview;
import org.assay.web.shell.Said;
import org.assay.web.shell.Shell;

/** What an operator does about a NAV: strikes the last one again, or restates the days since an earlier one. */
@Named
@RequestScoped
public class AgainBox {
    private static final String MESSAGES = "again";

    @Inject
    private Restrikes restrikes;

    @Inject
    private Corrections corrections;

    @Inject
    private StrikePage page;

    @Inject
    private Overview overview;

    @Inject
    private Shell shell;

    private String reason = "";
    private String request = UUID.randomUUID().toString();
    private String attempt = "";
    private Optional<Branch> opened = Optional.empty();
    private String done = "";

    public boolean isOffered() {
        return shell.isOperator(page.getFund()) && page.getHead().counts();
    }

    /** The last day of its fund, which nobody has approved, is struck again by itself; any other on a branch. */
    public boolean isAgain() {
        StrikeHead head = page.getHead();
        return !head.isApproved()
                && overview.progress().stream()
                        .filter(fund -> fund.fund().id().equals(head.strike().fund()))
                        .flatMap(fund -> fund.last().stream())
                        .anyMatch(last -> last.date().equals(head.date()));
    }

    public String getAgainButton() {
        return "Strike NAV %s again".formatted(page.getHead().date());
    }

    public String getRestateButton() {
        return "Restate from %s".formatted(page.getHead().date());
    }

    public String getSentence() {
        return isAgain()
                ? "Struck again, it knows everything that came in until now. The attempt before stays readable."
                : "Every day from this one on is struck again beside those that count, and a second person decides.";
    }

    public void again() {
        StrikeHead head = page.getHead();
        attempt("Not struck", () -> {
            restrikes.again(head.strike().fund(), head.date(), Integer.parseInt(attempt));
            done = "Struck again, attempt %s.".formatted(attempt);
        });
    }

    public void restate() {
        StrikeHead head = page.getHead();
        attempt("Not restated", () -> {
            Branch branch = corrections.open(head.strike().fund(), head.date(), reason.strip(), request);
            opened = Optional.of(branch);
            done = "The correction is open, and is being struck.";
        });
    }

    private void attempt(String not, Runnable act) {
        try {
            act.run();
        } catch (FundException refused) {
            Said.no(MESSAGES, not, refused);
        } catch (NumberFormatException forged) {
            Said.no(MESSAGES, "%s: attempt is %s, expected a number.".formatted(not, attempt));
        }
        page.forget();
        overview.refresh();
    }

    public String getDone() {
        return done;
    }

    public String getCorrectionAddress() {
        return opened.map(CorrectionsPage::address).orElse("");
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

    /** One above the attempt that is shown: who clicks twice asks for the same. */
    public String getAttempt() {
        return Integer.toString(page.getHead().strike().attempt() + 1);
    }

    public void setAttempt(String attempt) {
        this.attempt = Optional.ofNullable(attempt).orElse("");
    }
}
