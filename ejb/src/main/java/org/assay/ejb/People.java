package org.assay.ejb;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import org.assay.db.Person;
import org.assay.db.PersonStore;

/** Who may sign in. */
@Singleton
@Startup
@PermitAll
@ConcurrencyManagement(ConcurrencyManagementType.BEAN) // nobody waits for another's slow hash
public class People {
    private static final Map<String, Person.Role> DEMO = Map.of(
            "ASSAY_DEMO_OPERATOR_PASSWORD", Person.Role.OPERATOR, "ASSAY_DEMO_APPROVER_PASSWORD", Person.Role.APPROVER);

    @Inject
    private PersonStore people;

    @Inject
    private Passwords passwords;

    /** The demo has two people; their passwords come from the environment, and nowhere else does anybody come from. */
    @PostConstruct
    void addDemo() {
        DEMO.forEach((variable, role) -> Optional.ofNullable(System.getenv(variable))
                .filter(password -> !password.isEmpty())
                .ifPresent(password -> add(name(role), password, role)));
    }

    private void add(String name, String password, Person.Role role) {
        if (people.find(name).isEmpty()) {
            people.append(new Person(name, passwords.hash(password), role));
        }
    }

    /** The person, when the password is theirs. */
    public Optional<Person> signIn(String name, String password) {
        Optional<Person> person = people.find(name);
        // Hashed for a stranger too, or the time an answer takes would tell who is known.
        boolean isRight =
                passwords.isRight(password, person.map(Person::passwordHash).orElseGet(passwords::nobodys));
        return person.filter(known -> isRight);
    }

    private static String name(Person.Role role) {
        return role.name().toLowerCase(java.util.Locale.ROOT) + "@demo";
    }
}
