package org.assay.web.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.assay.db.Grant;
import org.assay.db.Person;
import org.assay.ejb.Administration;
import org.assay.kernel.ErrorCode;
import org.assay.kernel.FundException;
import org.assay.web.shell.Asked;
import org.assay.web.shell.Said;

/** Asks another administrator for a right. */
@Named
@RequestScoped
public class AskBox {
    private static final String FORM = "asking";

    @Inject
    private Administration administration;

    @Inject
    private AdminPage page;

    private String person = Asked.parameter("person");
    private String role = Person.Role.OPERATOR.name();
    private String fund = "";
    private String from = "";
    private String until = "";
    private String reason = "";

    public void ask() {
        try {
            Grant.Asked asked = new Grant.Asked(
                    person,
                    Person.Role.valueOf(role),
                    Optional.of(fund).filter(id -> !id.isEmpty()),
                    day("from", from),
                    Optional.of(until.strip()).filter(text -> !text.isEmpty()).map(text -> day("until", text)));
            administration.ask(asked, reason.strip());
            Said.yes(
                    FORM,
                    "Asked for %s for %s: another administrator decides."
                            .formatted(GrantWords.right(asked.role(), asked.fund()), person));
            reason = "";
        } catch (FundException refused) {
            Said.no(FORM, "Not asked for", refused);
        }
        page.forget();
    }

    private static LocalDate day(String field, String text) {
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeParseException e) {
            throw new FundException(ErrorCode.FORMAT, "right", field, text, "a day like 2026-05-29");
        }
    }

    public List<String> getPeople() {
        return administration.people().stream().map(Person::name).toList();
    }

    /** In the words of the desk, by the names the register has. */
    public List<Choice> getRoles() {
        return Arrays.stream(Person.Role.values())
                .map(each -> new Choice(each.name(), GrantWords.role(each)))
                .collect(Collectors.toList());
    }

    /** A choice of a list. */
    public record Choice(String value, String word) {}

    public List<String> getFunds() {
        return administration.funds();
    }

    public String getPerson() {
        return person;
    }

    public void setPerson(String person) {
        this.person = Optional.ofNullable(person).orElse("");
    }

    public String getRole() {
        return role;
    }

    public void setRole(String role) {
        this.role = role;
    }

    public String getFund() {
        return fund;
    }

    public void setFund(String fund) {
        this.fund = Optional.ofNullable(fund).orElse("");
    }

    /** Today, while nothing else was typed. */
    public String getFrom() {
        return from.isEmpty() ? administration.today().toString() : from;
    }

    public void setFrom(String from) {
        this.from = Optional.ofNullable(from).orElse("");
    }

    public String getUntil() {
        return until;
    }

    public void setUntil(String until) {
        this.until = Optional.ofNullable(until).orElse("");
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = Optional.ofNullable(reason).orElse("");
    }
}
