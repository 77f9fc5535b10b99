package org.assay.ejb;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.assay.db.Grant;
import org.assay.db.Person;
import org.assay.db.Person.Role;
import org.assay.db.PersonStore;
import org.assay.db.Staff;
import org.assay.db.Token;

/** Who may sign in, and as what; asked at the door. */
@Singleton
@Startup
@PermitAll
@ConcurrencyManagement(ConcurrencyManagementType.BEAN) // nobody waits for another's slow hash
public class People {
    /** Two are needed: one asks, the other grants. */
    private static final int ADMINISTRATORS = 2;

    private static final int AUDITED_DAYS = 90;

    private static final List<Named> DEMO = List.of(
            new Named("operator@demo", "ASSAY_DEMO_OPERATOR_PASSWORD", Role.OPERATOR),
            new Named("approver@demo", "ASSAY_DEMO_APPROVER_PASSWORD", Role.APPROVER),
            new Named("compliance@demo", "ASSAY_DEMO_COMPLIANCE_PASSWORD", Role.COMPLIANCE),
            new Named("auditor@demo", "ASSAY_DEMO_AUDITOR_PASSWORD", Role.AUDITOR),
            new Named("administrator@demo", "ASSAY_DEMO_ADMINISTRATOR_PASSWORD", Role.ADMINISTRATOR),
            new Named("administrator2@demo", "ASSAY_DEMO_ADMINISTRATOR2_PASSWORD", Role.ADMINISTRATOR));

    @Inject
    private PersonStore store;

    @Inject
    private Staff staff;

    @Inject
    private Passwords passwords;

    /** Somebody the environment names. */
    private record Named(String name, String variable, Role role) {}

    /**
     * Somebody has to be the first. The environment names the demo's people, and in real books the two who let all others in;
     * of those it is read only while fewer than two hold that right.
     */
    @PostConstruct
    void addNamed() {
        DEMO.forEach(this::add);
        long administrators = staff.grants().stream()
                .filter(grant -> grant.asked().role() == Role.ADMINISTRATOR && grant.state() == Grant.State.HOLDS)
                .count();
        for (int number = 1; number <= ADMINISTRATORS && administrators < ADMINISTRATORS; number++) {
            String variable = "ASSAY_ADMINISTRATOR_" + Integer.toString(number);
            set(variable).ifPresent(name -> add(new Named(name, variable + "_PASSWORD", Role.ADMINISTRATOR)));
        }
    }

    /** Nothing when the name is there: they keep the password and the rights they have. */
    private void add(Named person) {
        Optional<String> password = set(person.variable());
        if (password.isPresent() && store.add(person.name(), Person.ENVIRONMENT)) {
            String why = "named in the environment of the server";
            LocalDate today = staff.today();
            Optional<LocalDate> until =
                    person.role() == Role.AUDITOR ? Optional.of(today.plusDays(AUDITED_DAYS)) : Optional.empty();
            store.password(person.name(), passwords.hash(password.get()), Person.ENVIRONMENT);
            Grant.Asked right = new Grant.Asked(person.name(), person.role(), Optional.empty(), today, until);
            store.decide(store.ask(right, Person.ENVIRONMENT, why), Grant.Act.APPROVE, Person.ENVIRONMENT, why);
        }
    }

    private static Optional<String> set(String variable) {
        return Optional.ofNullable(System.getenv(variable)).filter(value -> !value.isBlank());
    }

    /** Whether the password is theirs, and the one that counts. */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public boolean isRight(String name, String password) {
        Optional<String> kept = staff.password(name);
        // Hashed for a stranger too, or the time an answer takes would tell who is known.
        boolean isRight = passwords.isRight(password, kept.orElseGet(passwords::nobodys));
        return kept.isPresent() && isRight;
    }

    /** Of somebody who may sign in; empty for nobody. A session that began with another password has ended. */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public Optional<Staff.Standing> standing(String name) {
        return staff.standing(name);
    }

    /**
     * Whose token this is, and notes that it was used.
     *
     * @param secret as it was shown once
     * @return empty when it is unknown, expired or revoked
     */
    public Optional<String> byToken(String secret) {
        Optional<Token> token = staff.token(Secrets.hash(secret));
        token.filter(used -> !used.lastUsed().equals(Optional.of(staff.today())))
                .ifPresent(used -> store.used(used.id()));
        return token.map(Token::person);
    }
}
