package org.assay.pack.replay;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.assay.kernel.ErrorCode;
import org.assay.kernel.Finding;
import org.assay.kernel.FundException;
import org.assay.pack.fund.FundPack;
import org.assay.pack.fund.SingleStrike;
import org.assay.pack.fund.StrikeRange;

/**
 * A replay whose results are written for a range of days. The days before the range are struck too, because its first
 * day opens with what they closed.
 */
public final class Run {
    private final FundPack pack;
    private final KnownFund fund;
    private final StrikeRange range;

    private Run(FundPack pack, KnownFund fund, StrikeRange range) {
        this.pack = pack;
        this.fund = fund;
        this.range = range;
    }

    /** What hears of a run while it goes on. */
    public interface Listener {
        /** @param findings written for the day; nothing is written for a day before the range */
        void struck(Replay.Strike strike, int findings);
    }

    /** Of exactly these strikes, as evidence names them. */
    public static Run of(FundPack pack, StrikeRange range) {
        Optional<Instant> every = range.single().isPresent() ? Optional.empty() : range.known();
        return new Run(pack, KnownFund.of(pack, every), range);
    }

    /** From the first day the pack can strike to the last it has prices for, where no other is asked for. */
    public static Run of(FundPack pack, Optional<LocalDate> from, Optional<LocalDate> to, Optional<Instant> known) {
        KnownFund fund = KnownFund.of(pack, known);
        LocalDate start = from.orElseGet(() -> firstDay(pack));
        LocalDate end = to.orElseGet(() -> lastDay(pack, fund.schedule()));
        if (end.isBefore(start)) {
            throw new FundException(
                    ErrorCode.NOT_A_STRIKE_DAY, pack.fund().fund(), "to", end.toString(), "a day not before " + start);
        }
        return new Run(pack, fund, new StrikeRange(start, end, known));
    }

    /** The days it writes, and what they know. */
    public StrikeRange range() {
        return range;
    }

    /** @throws FundException NOT_A_STRIKE_DAY, before anything is struck in vain */
    public void checkStrikes(LocalDate date) {
        fund.checkDate(date, pack.opening());
    }

    /** Writes the result files of the range into a folder that exists. */
    public void write(Path folder, Listener listener) throws IOException {
        write(Results.Place.folder(folder), listener);
    }

    /** The result files of the range, by name. */
    public SortedMap<String, byte[]> files(Listener listener) {
        SortedMap<String, byte[]> files = new TreeMap<>();
        try {
            write(Results.Place.memory(files), listener);
        } catch (IOException e) {
            throw new UncheckedIOException("files in memory that cannot be written", e);
        }
        return files;
    }

    private void write(Results.Place place, Listener listener) throws IOException {
        int version = range.single().map(SingleStrike::version).orElse(1);
        try (Results results = new Results(place, intake(), version)) {
            Replay.run(fund, pack.opening(), range.to(), strike -> {
                if (!strike.result().date().isBefore(range.from())) {
                    listener.struck(strike, results.add(strike));
                }
            });
        }
    }

    /** The series a look at arriving prices needs are not in a pack of one strike, and its result does not hold such findings. */
    private List<Finding> intake() {
        if (range.single().isPresent()) {
            return List.of();
        }
        Instant known = range.known().orElse(pack.manifest().known());
        LocalDate since = dayAfterLastStrike();
        return Intake.check(pack, known).stream()
                .filter(finding -> !finding.date().isBefore(since))
                .toList();
    }

    /** A price of a weekend belongs to the strike after it. */
    private LocalDate dayAfterLastStrike() {
        return fund.schedule()
                .last(pack.fund().inception(), range.from().minusDays(1))
                .map(last -> last.plusDays(1))
                .orElse(range.from());
    }

    private static LocalDate firstDay(FundPack pack) {
        return pack.opening()
                .struck()
                .map(struck -> struck.date().plusDays(1))
                .filter(day -> day.isAfter(pack.fund().inception()))
                .orElse(pack.fund().inception());
    }

    /** The last strike day that is not after the newest price. */
    private static LocalDate lastDay(FundPack pack, Schedule schedule) {
        LocalDate first = firstDay(pack);
        LocalDate newest = pack.quotes().stream()
                .map(quote -> quote.date())
                .max(LocalDate::compareTo)
                .orElse(first);
        return schedule.last(first, newest).orElse(first);
    }
}
