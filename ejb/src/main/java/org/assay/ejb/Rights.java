package org.assay.ejb;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.security.Principal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.assay.db.Person.Role;
import org.assay.db.Right;
import org.assay.db.Scope;
import org.assay.db.Staff;
import org.assay.kernel.ErrorCode;
import org.assay.kernel.FundException;

/**
 * The one place that says who may what. Every use case asks it first (a test holds that); what works by itself, as the night
 * does, is nobody and is not asked.
 *
 * <p>Rights are read once for a request, so one that was ended counts no more with the next. A fund outside of somebody's
 * scope is not there for them: in the same words as one that is nowhere.
 */
@RequestScoped
public class Rights {
    private static final Set<Role> READERS = Set.of(Role.APPROVER, Role.AUDITOR, Role.COMPLIANCE, Role.OPERATOR);
    private static final Set<Role> TOLD_OF_PEOPLE = Set.of(Role.ADMINISTRATOR, Role.AUDITOR, Role.COMPLIANCE);

    @Inject
    private Principal caller;

    @Inject
    private Staff staff;

    @Inject
    private AccessLog log;

    private Optional<List<Right>> rights = Optional.empty();

    /** Who asks. */
    public String person() {
        return caller.getName();
    }

    /** What they may, now. */
    public List<Right> all() {
        if (rights.isEmpty()) {
            rights = Optional.of(staff.rights(person()));
        }
        return rights.get();
    }

    /** The funds they may look at. */
    public Scope scope() {
        return Scope.of(all(), READERS);
    }

    /** @throws FundException NOT_THERE, for a fund they may not look at */
    public void toRead(String fund) {
        if (!scope().has(fund)) {
            log.refused(person(), "not in scope: fund " + fund);
            throw Desk.noFund(fund);
        }
    }

    /** The same, of what names investors; it is noted that they read it. */
    public void toReadPersonal(String what, String fund) {
        toRead(fund);
        log.read(person(), "%s of fund %s".formatted(what, fund));
    }

    /** @throws FundException NOT_THERE, for a fund they may not look at; NOT_ALLOWED, when they may do no more than that */
    public void to(Role role, String fund) {
        toRead(fund);
        demand(may(role, fund), "%s of %s".formatted(word(role), fund), fund);
    }

    /** Of these roles one is enough. */
    public void toOneOf(Role one, Role other, String fund) {
        toRead(fund);
        demand(may(one, fund) || may(other, fund), "%s or %s of %s".formatted(word(one), word(other), fund), fund);
    }

    /** Before it is known which fund a pack is of. */
    public void toBring() {
        demand(
                all().stream().anyMatch(right -> right.role() == Role.OPERATOR),
                word(Role.OPERATOR) + " of all funds",
                "pack");
    }

    /** @throws FundException NOT_ALLOWED: a fund that is not here yet is in the scope of who has all */
    public void toBring(String fund) {
        demand(may(Role.OPERATOR, fund), "operator of all funds", fund);
    }

    /** @throws FundException NOT_ALLOWED */
    public void toAdminister() {
        demand(isAdministrator(), word(Role.ADMINISTRATOR), "people");
    }

    /** Whether an act will not be refused them; what it would be is not offered. */
    public boolean may(Role role, String fund) {
        return all().stream().anyMatch(right -> right.role() == role && right.isFor(fund));
    }

    public boolean isAdministrator() {
        return all().stream().anyMatch(right -> right.role() == Role.ADMINISTRATOR);
    }

    /** Whether they may be told what people did with rights. */
    public boolean isToldOfPeople() {
        return all().stream()
                .anyMatch(right ->
                        TOLD_OF_PEOPLE.contains(right.role()) && right.fund().isEmpty());
    }

    private void demand(boolean isAllowed, String expected, String subject) {
        if (!isAllowed) {
            log.refused(person(), "not allowed: expected the right of " + expected);
            throw new FundException(ErrorCode.NOT_ALLOWED, subject, "right", person(), "the right of " + expected);
        }
    }

    private static String word(Role role) {
        return role.name().toLowerCase(Locale.ROOT);
    }
}
