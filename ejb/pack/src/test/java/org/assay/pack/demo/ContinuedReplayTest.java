package org.assay.pack.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.assay.kernel.Parsed;
import org.assay.pack.fund.FundPack;
import org.assay.pack.fund.PackFiles;
import org.assay.pack.fund.PackReader;
import org.assay.pack.fund.PackWriter;
import org.assay.pack.replay.KnownFund;
import org.assay.pack.replay.Replay;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Five months of the illustrative fund over markets of other seeds, cut at random days and continued from written books. */
class ContinuedReplayTest {
    private static final int CUTS = 2;

    @TempDir
    Path folder;

    static LongStream seeds() {
        return LongStream.range(0, 6);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void books_written_read_and_continued_give_the_digests_of_a_replay_from_inception(long seed) throws IOException {
        FundPack pack = IllustrativeFund.pack(seed);
        List<Replay.Strike> whole = replay(pack);
        var random = new SplittableRandom(seed);
        for (int cut = 0; cut < CUTS; cut++) {
            int days = random.nextInt(1, whole.size());
            Path continued = folder.resolve("continued-" + cut);
            SortedMap<String, byte[]> files = new TreeMap<>(PackWriter.files(pack));
            files.putAll(PackWriter.books(pack, whole.get(days - 1).result().closing()));
            PackWriter.toFolder(files, continued);
            assertThat(digests(replay(read(continued))))
                    .as("continued after %s", whole.get(days - 1).result().date())
                    .isEqualTo(digests(whole.subList(days, whole.size())));
        }
    }

    private static List<Replay.Strike> replay(FundPack pack) {
        List<Replay.Strike> strikes = new ArrayList<>();
        LocalDate last = IllustrativeTerms.LAST;
        Replay.run(KnownFund.of(pack, Optional.empty()), pack.opening(), last, strikes::add);
        return strikes;
    }

    private static FundPack read(Path folder) throws IOException {
        try (PackFiles files = PackFiles.open(folder)) {
            Parsed<FundPack> parsed = PackReader.read(files);
            assertThat(parsed.failures()).isEmpty();
            return parsed.rows().get(0);
        }
    }

    private static List<String> digests(List<Replay.Strike> strikes) {
        return strikes.stream()
                .map(strike -> strike.result().date() + " " + strike.result().inputs() + " "
                        + strike.result().digest())
                .toList();
    }
}
