package org.assay.web.shell;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.security.Principal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.assay.db.StrikeHead;
import org.assay.ejb.Corrections;
import org.assay.ejb.ManualPrices;
import org.assay.ejb.Roles;

/** The frame of a page. */
@Named
@RequestScoped
public class Shell {
    @Inject
    private Overview overview;

    @Inject
    private Corrections corrections;

    @Inject
    private ManualPrices manualPrices;

    /**
     * A line of the navigation.
     *
     * @param waits how many of its NAVs wait; empty for none
     */
    public record FundLink(String id, String name, String waits) {}

    public LocalDate getBusinessDate() {
        return overview.businessDate();
    }

    /** Somebody might take invented figures for real ones. */
    public boolean isDemo() {
        return overview.progress().stream().anyMatch(fund -> fund.fund().terms().illustrative());
    }

    public List<FundLink> getFunds() {
        return overview.progress().stream()
                .map(fund -> new FundLink(
                        fund.fund().id(),
                        fund.fund().terms().name(),
                        count(overview.waiting().stream()
                                .filter(head ->
                                        head.strike().fund().equals(fund.fund().id()))
                                .count())))
                .toList();
    }

    /** Funds that need somebody. */
    public String getNeeds() {
        return count(overview.waiting().stream()
                .map(StrikeHead::strike)
                .map(strike -> strike.fund())
                .distinct()
                .count());
    }

    /** Corrections nobody has decided about. */
    public String getCorrections() {
        return count(corrections.countUndecided());
    }

    /** Manual prices nobody has decided about. */
    public String getPrices() {
        return count(manualPrices.open().size());
    }

    public String getFundCount() {
        return count(overview.progress().size());
    }

    public String getUser() {
        return Optional.ofNullable(
                        FacesContext.getCurrentInstance().getExternalContext().getUserPrincipal())
                .map(Principal::getName)
                .orElse("");
    }

    /** The role in the word the desk uses. */
    public String getRole() {
        return isApprover() ? Roles.APPROVER.toLowerCase(Locale.ROOT) : Roles.OPERATOR.toLowerCase(Locale.ROOT);
    }

    public boolean isApprover() {
        return FacesContext.getCurrentInstance().getExternalContext().isUserInRole(Roles.APPROVER);
    }

    public boolean isOperator() {
        return FacesContext.getCurrentInstance().getExternalContext().isUserInRole(Roles.OPERATOR);
    }

    /** {@code today.xhtml}: which line of the navigation is on. */
    public String getPage() {
        return FacesContext.getCurrentInstance().getViewRoot().getViewId().substring(1);
    }

    private static String count(long number) {
        return number == 0 ? "" : Long.toString(number);
    }
}
