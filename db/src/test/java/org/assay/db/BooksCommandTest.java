package org.assay.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.assay.db.command.AssayBooks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command that needs no server, on the books of the demo fund. */
class BooksCommandTest {
    @TempDir
    private Path folder;

    private record Told(int exit, String out, String err) {}

    @Test
    void books_and_roots_tie() throws SQLException {
        Told root = run("assay_app", "root", "--out", folder.toString());
        assertThat(root.exit()).as(root.err()).isZero();
        assertThat(root.out()).isEqualTo(folder.resolve("root-000001.txt") + System.lineSeparator());
        Told verified = run("assay_app", "verify", "--roots", folder.toString());
        assertThat(verified.exit()).as(verified.err()).isZero();
        assertThat(verified.out())
                .contains(" 1 roots; ", "the books are as they were sealed" + System.lineSeparator())
                .doesNotContain("nobody knows");
    }

    @Test
    void without_roots_it_says_what_that_is_worth() throws SQLException {
        Told verified = run("assay_app", "verify");
        assertThat(verified.exit()).isZero();
        assertThat(verified.out()).contains("without roots from elsewhere, nobody knows which seals");
    }

    /** Each of three files is named by the one after it: a digit, a whole file, and a file that speaks of another chain. */
    @Test
    void a_root_that_was_changed_is_named() throws SQLException, IOException {
        for (int i = 0; i < 3; i++) {
            run("assay_app", "root", "--out", folder.toString());
        }
        Path second = folder.resolve("root-000002.txt");
        String text = Files.readString(second);
        Files.writeString(second, text.replace("strikes 102", "strikes 101"));
        assertThat(run("assay_app", "verify", "--roots", folder.toString()).err())
                .contains("root-000002.txt: this root is not as it was written")
                .contains("root-000003.txt: the root before it is not the one it names");
        Files.delete(second);
        Told missing = run("assay_app", "verify", "--roots", folder.toString());
        assertThat(missing.exit()).isEqualTo(1);
        assertThat(missing.err()).contains("root-000003.txt: the root before it, number 2, is missing");
        Files.writeString(second, text);
        assertThat(run("assay_app", "verify", "--roots", folder.toString()).exit())
                .isZero();
    }

    @Test
    void what_cannot_be_read_is_refused() throws SQLException {
        assertThat(run("nobody", "verify").exit()).isEqualTo(2);
        Told noFolder = run(
                "assay_app", "verify", "--roots", folder.resolve("not-there").toString());
        assertThat(noFolder.exit()).isEqualTo(2);
        assertThat(noFolder.err()).contains("not-there: expected a folder of roots");
        assertThat(run("assay_app", "drop-year", "2026").err()).contains("permission denied for function drop_year");
        Told open = run("assay_owner", "drop-year", "2026");
        assertThat(open.exit()).isEqualTo(2);
        assertThat(open.err()).contains("year 2026 is not dropped: ILL-COMPUTE of 2026-01-05 is REVIEW");
    }

    @Test
    void a_schema_that_is_there_is_migrated_to_itself() throws SQLException {
        assertThat(run("assay_owner", "migrate").exit()).isZero();
    }

    private static Told run(String user, String... arguments) throws SQLException {
        String[] whole = Stream.concat(
                        Stream.of(arguments),
                        Stream.of("--url", StruckFund.database().url(), "--user", user))
                .toArray(String[]::new);
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exit = AssayBooks.run(new PrintWriter(out), new PrintWriter(err), whole);
        return new Told(exit, out.toString(), err.toString());
    }
}
