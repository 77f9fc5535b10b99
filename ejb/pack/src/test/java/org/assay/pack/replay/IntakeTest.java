package org.assay.pack.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.assay.kernel.Finding;
import org.assay.pack.Packs;
import org.assay.pack.fund.FundPack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IntakeTest {
    @TempDir
    Path folder;

    private static List<Finding> check(FundPack pack) {
        return Intake.check(pack, pack.manifest().known());
    }

    @Test
    void nothing_is_found_where_nothing_is_odd() {
        assertThat(check(Packs.read(Packs.small()))).isEmpty();
    }

    /** TAO opened at 0.126 on 2023-03-05 and was 93.40 the day after: the first is the wrong one. */
    @Test
    void a_price_that_stands_alone_is_found_and_not_its_neighbour() throws IOException {
        Packs.smallBut(folder, "market/prices.csv", text -> text.replace(",299.5,", ",0.126,"));
        assertThat(check(Packs.read(folder)))
                .singleElement()
                .satisfies(finding -> assertThat(finding.date()).hasToString("2026-01-05"))
                .satisfies(finding -> assertThat(finding.subject()).isEqualTo("ILL-TAO"))
                .satisfies(finding -> assertThat(finding.control()).isEqualTo("C20"));
    }

    @Test
    void a_price_put_right_is_found_no_more() throws IOException {
        Packs.smallBut(folder, "market/prices.csv", text -> text.replace(",299.5,", ",0.126,"));
        Packs.smallWith(
                folder,
                "market/prices.csv",
                "ILL-TAO,2026-01-05,CLOSE,2026-01-05T21:00:00Z,299.5,EUR,vendor,2026-01-06T09:00:00Z,,,");
        FundPack pack = Packs.read(folder);
        assertThat(check(pack)).isEmpty();
        assertThat(Intake.check(pack, Instant.parse("2026-01-06T08:59:59Z"))).isEmpty();
        assertThat(Intake.check(pack, Instant.parse("2026-01-07T23:00:00Z"))).isEmpty();
    }

    /** As 2022-06-20 and 2023-06-19 are missing from a published holiday table. */
    @Test
    void an_exchange_day_without_a_settlement_is_found() throws IOException {
        Packs.smallBut(
                folder,
                "market/prices.csv",
                text -> text.lines()
                        .filter(line -> !line.contains("2026-01-08,SETTLEMENT"))
                        .reduce("", (all, line) -> all + line + "\n"));
        assertThat(check(Packs.read(folder))).singleElement().satisfies(finding -> {
            assertThat(finding.control()).isEqualTo("C36");
            assertThat(finding.severity()).isEqualTo(Finding.Severity.BLOCK);
            assertThat(finding.subject()).isEqualTo("ILL-X");
            assertThat(finding.text())
                    .isEqualTo("calendar ILL-X says 2026-01-08 is a business day, but none of its contracts has a"
                            + " settlement: the file is incomplete or a holiday is missing from the table"
                            + " (reference/calendars.csv)");
        });
        Packs.smallWith(folder, "reference/calendars.csv", "ILL-X,2026-01-08,CLOSED,2026-01-09T00:00:00Z,exchange");
        assertThat(check(Packs.read(folder))).isEmpty();
    }
}
