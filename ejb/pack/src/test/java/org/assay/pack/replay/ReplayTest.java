package org.assay.pack.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TimeZone;
import org.assay.kernel.nav.Books;
import org.assay.pack.Packs;
import org.assay.pack.fund.FundPack;
import org.assay.pack.fund.PackWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplayTest {
    private static final LocalDate LAST = LocalDate.parse("2026-01-12");

    @TempDir
    Path folder;

    private static List<String> digests(FundPack pack, Books opening) {
        return digests(pack, opening, Optional.empty());
    }

    private static List<String> digests(FundPack pack, Books opening, Optional<Instant> known) {
        List<String> digests = new ArrayList<>();
        Replay.run(
                KnownFund.of(pack, known),
                opening,
                LAST,
                strike -> digests.add(
                        strike.result().date() + " " + strike.result().digest()));
        return digests;
    }

    @Test
    void every_business_day_of_the_fund_is_struck() {
        FundPack pack = Packs.read(Packs.small());
        assertThat(digests(pack, pack.opening())).hasSize(6).allMatch(line -> !line.startsWith("2026-01-10"));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void the_order_of_rows_does_not_reach_the_digest(long seed) throws IOException {
        Packs.copy(Packs.small(), folder);
        for (String name : Packs.names(folder)) {
            if (name.endsWith(".csv")) {
                Packs.smallBut(folder, name, text -> shuffled(text, new Random(seed)));
            }
        }
        FundPack small = Packs.read(Packs.small());
        assertThat(digests(Packs.read(folder), Books.empty())).isEqualTo(digests(small, Books.empty()));
    }

    private static String shuffled(String text, Random random) {
        List<String> lines = new ArrayList<>(text.lines().toList());
        Collections.shuffle(lines.subList(1, lines.size()), random);
        return String.join("\n", lines) + "\n";
    }

    @Test
    void books_written_and_read_again_strike_the_same_days() throws IOException {
        FundPack small = Packs.read(Packs.small());
        List<String> all = digests(small, Books.empty());
        List<Books> closings = new ArrayList<>();
        Replay.run(
                KnownFund.of(small, Optional.empty()),
                Books.empty(),
                LAST,
                strike -> closings.add(strike.result().closing()));
        for (int day = 0; day < closings.size(); day++) {
            Path pack = Packs.copy(Packs.small(), folder.resolve("day" + day));
            PackWriter.toFolder(PackWriter.books(small, closings.get(day)), pack);
            FundPack continued = Packs.read(pack);
            assertThat(continued.opening()).isEqualTo(closings.get(day));
            assertThat(digests(continued, continued.opening())).isEqualTo(all.subList(day + 1, all.size()));
        }
    }

    @Test
    void a_held_day_stops_the_fund() throws IOException {
        Packs.smallWith(
                folder,
                "facts/trades.csv",
                "L-1,2026-01-08T18:00:00Z,2026-01-09T12:00:00Z,T-7,desk,2026-01-08,2026-01-08,"
                        + "ILL-RENDER,VAULT,SELL,1,4.4,,,");
        assertThat(digests(Packs.read(folder), Books.empty())).last().asString().startsWith("2026-01-09");
    }

    @Test
    void a_later_knowledge_time_strikes_the_held_day_as_it_is_now_known() throws IOException {
        Packs.smallWith(
                folder,
                "facts/trades.csv",
                "L-1,2026-01-08T18:00:00Z,2026-01-09T12:00:00Z,T-7,desk,2026-01-08,2026-01-08,"
                        + "ILL-RENDER,VAULT,SELL,1,4.4,,,");
        FundPack pack = Packs.read(folder);
        assertThat(digests(pack, Books.empty(), Optional.of(pack.manifest().known())))
                .hasSize(6);
    }

    @Test
    void neither_locale_nor_zone_of_the_machine_reaches_a_result() throws IOException {
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        Map<String, String> here = ResultFiles.of(Packs.read(Packs.small()));
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Apia"));
            assertThat(ResultFiles.of(Packs.read(Packs.small()))).isEqualTo(here);
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }
}
