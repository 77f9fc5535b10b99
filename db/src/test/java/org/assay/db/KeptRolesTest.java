package org.assay.db;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import javax.sql.DataSource;
import org.assay.db.Person.Role;
import org.assay.db.chain.Verifier;
import org.junit.jupiter.api.Test;

/** People of an older build: each had one role, and has it still. */
class KeptRolesTest {
    @Test
    void who_had_a_role_has_a_right_and_nothing_sealed_was_altered() throws SQLException, IOException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
            DataSource books = postgres.getPostgresDatabase();
            execute(books, "create role assay_app");
            Migrator.migrateTo(books, "assay_app", "9");
            execute(books, "insert into assay.person (name, password, role) values ('preparer@demo', 'p', 'PREPARER')");
            execute(books, "insert into assay.person (name, password, role) values ('approver@demo', 'a', 'APPROVER')");
            Migrator.migrateTo(books, "assay_app", "10");
            execute(books, "insert into assay.person (name, password, role) values ('auditor', 'x', 'AUDITOR')");
            execute(books, "insert into assay.person (name, password, role) values ('operator', 'o', 'OPERATOR')");
            Migrator.migrate(books, "assay_app");

            Staff staff = new Staff(books);
            assertThat(staff.rights("preparer@demo")).containsExactly(all(Role.OPERATOR));
            assertThat(staff.rights("approver@demo")).containsExactly(all(Role.APPROVER));
            assertThat(staff.rights("operator")).containsExactly(all(Role.OPERATOR));
            assertThat(staff.rights("auditor"))
                    .singleElement()
                    .satisfies(right ->
                            assertThat(right.until()).contains(staff.today().plusDays(90)));
            assertThat(staff.password("approver@demo")).contains("a");
            try (Connection connection = books.getConnection()) {
                connection.setAutoCommit(false);
                assertThat(Verifier.verify(connection, Optional.empty()).flaws())
                        .isEmpty();
            }
        }
    }

    private static Right all(Role role) {
        return new Right(role, Optional.empty(), Optional.empty());
    }

    private static void execute(DataSource books, String statement) throws SQLException {
        try (Connection connection = books.getConnection();
                Statement sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }
}
