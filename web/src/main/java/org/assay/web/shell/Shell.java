package org.assay.web.shell;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.assay.db.Person.Role;
import org.assay.db.StrikeHead;
import org.assay.ejb.Amendments;
import org.assay.ejb.Corrections;
import org.assay.ejb.ManualPrices;
import org.assay.ejb.Night;
import org.assay.ejb.Rights;

/** The frame of a page. */
@Named
@RequestScoped
public class Shell {
    private static final int MOST_LINKS = 12;

    @Inject
    private Overview overview;

    @Inject
    private Corrections corrections;

    @Inject
    private ManualPrices manualPrices;

    @Inject
    private Amendments amendments;

    @Inject
    private Rights rights;

    @Inject
    private Known known;

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

    /** All of a few; of many those that wait for somebody, and the one that is looked at. */
    public List<FundLink> getFunds() {
        List<Night.Progress> funds = overview.progress();
        Set<String> waiting = overview.waiting().stream()
                .map(head -> head.strike().fund())
                .distinct()
                .limit(MOST_LINKS)
                .collect(Collectors.toSet());
        waiting.add(Asked.parameter("fund"));
        waiting.add(Asked.parameter("id"));
        return funds.stream()
                .filter(fund -> funds.size() <= MOST_LINKS
                        || waiting.contains(fund.fund().id()))
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
        return count(corrections.countUndecided(known.moment()));
    }

    /** Manual prices nobody has decided about. */
    public String getPrices() {
        return count(manualPrices.open(known.moment()).size());
    }

    /** Changes of terms nobody has decided about. */
    public String getAmendments() {
        return count(amendments.open(known.moment()).size());
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

    /** The roles in the words the desk uses. */
    public String getRole() {
        return rights.all().stream()
                .map(right -> right.role().name().toLowerCase(Locale.ROOT))
                .distinct()
                .collect(Collectors.joining(", "));
    }

    /** Whether an approval of this fund is theirs to give; nothing is, while the desk is looked at as it was known then. */
    public boolean isApprover(String fund) {
        return !known.isThen() && rights.may(Role.APPROVER, fund);
    }

    /** Whether it is theirs to clear what holds this fund; likewise. */
    public boolean isOperator(String fund) {
        return !known.isThen() && rights.may(Role.OPERATOR, fund);
    }

    /** Whether a new fund is theirs to bring: it takes the right for all funds, those to come included. */
    public boolean isBringer() {
        return !known.isThen()
                && rights.all().stream()
                        .anyMatch(right ->
                                right.role() == Role.OPERATOR && right.fund().isEmpty());
    }

    public boolean isAdministrator() {
        return rights.isAdministrator();
    }

    /** Whether any fund may be shown to them, now or once it is here. */
    public boolean isReader() {
        return rights.scope().isAll() || !rights.scope().funds().isEmpty();
    }

    /** {@code today.xhtml}: which line of the navigation is on. */
    public String getPage() {
        return FacesContext.getCurrentInstance().getViewRoot().getViewId().substring(1);
    }

    /** {@code fund.xhtml?id=X}: this page and what was asked of it, but for the moment it is looked at. */
    public String getAddress() {
        return getPage() + asked("known", "excel").map(asked -> "?" + asked).orElse("");
    }

    /** The same as a parameter of another address. */
    public String getEncodedAddress() {
        return URLEncoder.encode(getAddress(), StandardCharsets.UTF_8);
    }

    /** The start of an address that asks the same of this page, and one thing more. */
    public String getAsking() {
        return getPage() + "?" + asked("excel").map(asked -> asked + "&").orElse("");
    }

    private static Optional<String> asked(String... but) {
        HttpServletRequest request = (HttpServletRequest)
                FacesContext.getCurrentInstance().getExternalContext().getRequest();
        return Optional.ofNullable(request.getQueryString())
                .map(query -> Arrays.stream(query.split("&", -1))
                        .filter(parameter -> Arrays.stream(but).noneMatch(name -> parameter.startsWith(name + "=")))
                        .collect(Collectors.joining("&")))
                .filter(query -> !query.isEmpty());
    }

    private static String count(long number) {
        return number == 0 ? "" : Long.toString(number);
    }
}
