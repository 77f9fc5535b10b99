package org.assay.pack.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.assay.kernel.Parsed;
import org.assay.pack.fund.FundPack;
import org.assay.pack.fund.PackReader;
import org.assay.pack.fund.PackSeal;
import org.assay.pack.fund.PackWriter;
import org.assay.pack.replay.KnownFund;
import org.assay.pack.replay.Replay;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SmallFundTest {
    @TempDir
    private Path folder;

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void a_small_fund_strikes_every_day_and_none_is_held(long seed) {
        SmallFund fund = SmallFund.of(seed);
        List<Replay.Strike> strikes = strikes(fund.pack(), fund.last());
        // January from the 5th on: 26 days, of them 20 of the week; one market has a holiday and one has no weekend.
        int[] days = {19, 20, 19, 26};
        assertThat(strikes).hasSize(days[(int) (seed % days.length)]);
        assertThat(strikes).noneMatch(Replay.Strike::isHeld);
        assertThat(strikes.get(strikes.size() - 1).result().closing().lots()).hasSizeGreaterThan(3);
    }

    @Test
    void what_was_written_is_read_as_the_same_fund() throws IOException {
        FundPack pack = SmallFund.of(7).pack();
        PackWriter.toFolder(PackWriter.sealed(pack), folder);
        Parsed<FundPack> read = PackReader.read(folder);
        assertThat(read.failures()).isEmpty();
        assertThat(PackSeal.digest(read.rows().get(0))).isEqualTo(PackSeal.digest(pack));
    }

    private static List<Replay.Strike> strikes(FundPack pack, LocalDate to) {
        List<Replay.Strike> strikes = new ArrayList<>();
        Replay.run(KnownFund.of(pack, Optional.empty()), pack.opening(), to, strikes::add);
        return strikes;
    }
}
