package org.assay.web.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.assay.db.Grant;
import org.assay.db.Grant.State;
import org.assay.db.Person;
import org.assay.ejb.Administration;
import org.assay.kernel.FundException;
import org.assay.web.shell.Asked;

/** People and their rights: first what waits for another administrator. */
@Named
@RequestScoped
public class AdminPage {
    @Inject
    private Administration administration;

    private Optional<List<Grant>> grants = Optional.empty();

    /**
     * Somebody.
     *
     * @param rights they hold now, in words
     */
    public record PersonRow(String name, String rights, String addedAt, String addedBy, String password, String ask) {}

    /**
     * A right.
     *
     * @param days it is for, in words
     * @param last the last word about it; of one that waits there is none
     * @param act what may be done about it; empty for nothing
     */
    public record GrantRow(
            String person,
            String right,
            String days,
            String reason,
            String askedBy,
            String askedAt,
            LastWord last,
            String state,
            String address,
            String act) {}

    /** Who granted, refused or ended it, when and why. */
    public record LastWord(String by, String at, String reason) {
        static LastWord of(Optional<Grant.Word> word) {
            return word.map(said -> new LastWord(said.by(), GrantWords.at(said.at()), said.reason()))
                    .orElse(new LastWord("", "", ""));
        }
    }

    /** Who administers nothing is shown nothing; who did a moment ago is sent away. */
    public void look() throws IOException {
        try {
            administration.grants();
        } catch (FundException notAllowed) {
            FacesContext context = FacesContext.getCurrentInstance();
            ExternalContext external = context.getExternalContext();
            if (context.getPartialViewContext().isAjaxRequest()) {
                external.redirect("today.xhtml");
            } else {
                external.responseSendError(HttpServletResponse.SC_FORBIDDEN, "administrators only");
            }
            context.responseComplete();
        }
    }

    List<Grant> grants() {
        if (grants.isEmpty()) {
            grants = Optional.of(administration.grants());
        }
        return grants.get();
    }

    /** Forgets what it knew, because somebody has just acted. */
    void forget() {
        grants = Optional.empty();
    }

    /** For another administrator, in the order they were asked for. */
    public List<GrantRow> getWaiting() {
        return grants().stream()
                .filter(grant -> grant.state() == State.WAITING)
                .map(AdminPage::row)
                .toList();
    }

    /** How many wait; empty for none. */
    public String getNeeds() {
        int waiting = getWaiting().size();
        return waiting == 0 ? "" : Integer.toString(waiting);
    }

    /** Held now or from a day to come, by person. */
    public List<GrantRow> getGranted() {
        return grants().stream()
                .filter(grant -> grant.state() == State.HOLDS || grant.state() == State.COMING)
                .sorted(Comparator.comparing(grant -> grant.asked().person()))
                .map(AdminPage::row)
                .toList();
    }

    /** What holds no more or never did, the last first. */
    public List<GrantRow> getPast() {
        return grants().stream()
                .filter(grant ->
                        grant.state() == State.REFUSED || grant.state() == State.OVER || grant.state() == State.ENDED)
                .sorted(Comparator.comparing(Grant::id).reversed())
                .map(AdminPage::row)
                .toList();
    }

    public List<PersonRow> getPeople() {
        return administration.people().stream().map(this::row).toList();
    }

    private PersonRow row(Person person) {
        String rights = grants().stream()
                .filter(grant -> grant.state() == State.HOLDS)
                .map(Grant::asked)
                .filter(asked -> asked.person().equals(person.name()))
                .map(asked -> "%s %s"
                        .formatted(GrantWords.right(asked.role(), asked.fund()), GrantWords.until(asked.until()))
                        .strip())
                .collect(Collectors.joining("; "));
        return new PersonRow(
                person.name(),
                rights.isEmpty() ? "none" : rights,
                GrantWords.at(person.addedAt()),
                person.addedBy().map("by %s"::formatted).orElse(""),
                person.passwordSetAt().map(GrantWords::at).orElse("none"),
                "admin.xhtml?person=%s#ask".formatted(Asked.encoded(person.name())));
    }

    private static GrantRow row(Grant grant) {
        Grant.Asked asked = grant.asked();
        return new GrantRow(
                asked.person(),
                GrantWords.right(asked.role(), asked.fund()),
                GrantWords.days(asked),
                grant.askedWord().reason(),
                grant.askedWord().by(),
                GrantWords.at(grant.askedWord().at()),
                LastWord.of(grant.ended().or(grant::decided)),
                GrantWords.state(grant.state()),
                "admin.xhtml?right=" + Long.toString(grant.id()),
                act(grant.state()));
    }

    private static String act(State state) {
        return switch (state) {
            case WAITING -> "Decide";
            case HOLDS, COMING -> "End";
            case REFUSED, OVER, ENDED -> "";
        };
    }
}
