package org.assay.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What goes into the database comes out as it went in, and a NAV struck from it is the offline command's. */
class BooksTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 5);
    private static final LocalDate LAST = LocalDate.of(2026, 5, 29);

    @Test
    void every_day_has_the_digests_of_the_offline_command() throws SQLException, IOException {
        try (Snapshot snapshot = Snapshot.of(StruckFund.database().app().getConnection())) {
            List<String> struck = snapshot.strikes(StruckFund.FUND.id(), FIRST, LAST).stream()
                    .map(head -> "%s %s inputs %s result %s"
                            .formatted(
                                    head.date(),
                                    Integer.toString(head.strike().version()),
                                    head.inputs(),
                                    head.result()))
                    .toList();
            Path golden = Path.of(System.getProperty("assay.root"), "ejb/pack/src/test/resources/demo/digest.txt");
            assertThat(struck).hasSize(102).containsExactlyElementsOf(Files.readAllLines(golden));
        }
    }
}
