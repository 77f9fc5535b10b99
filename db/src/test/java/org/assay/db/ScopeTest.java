package org.assay.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.assay.db.Person.Role;
import org.junit.jupiter.api.Test;

class ScopeTest {
    private static final Set<Role> BOTH = Set.of(Role.OPERATOR, Role.COMPLIANCE);

    private static Right right(Role role, String... fund) {
        return new Right(role, fund.length == 0 ? Optional.empty() : Optional.of(fund[0]), Optional.empty());
    }

    @Test
    void rights_to_some_funds_show_those() {
        Scope scope = Scope.of(List.of(right(Role.OPERATOR, "B"), right(Role.COMPLIANCE, "A")), BOTH);
        assertThat(scope.of(List.of("A", "B", "C"))).containsExactly("A", "B");
    }

    @Test
    void a_right_to_all_shows_those_to_come() {
        Scope scope = Scope.of(List.of(right(Role.OPERATOR, "B"), right(Role.COMPLIANCE)), BOTH);
        assertThat(scope.has("not here yet")).isTrue();
    }

    @Test
    void other_roles_show_nothing() {
        Scope scope = Scope.of(List.of(right(Role.ADMINISTRATOR)), BOTH);
        assertThat(scope.has("A")).isFalse();
        assertThat(scope.funds()).isEmpty();
    }
}
