package org.assay.pack.replay;

import java.io.Closeable;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.assay.kernel.Finding;
import org.assay.kernel.ledger.Account;
import org.assay.kernel.ledger.Balance;
import org.assay.kernel.ledger.Lot;
import org.assay.kernel.ledger.LotMovement;
import org.assay.kernel.nav.NavResult;
import org.assay.kernel.nav.NavTrail;
import org.assay.kernel.roll.RollStep;
import org.assay.kernel.trail.Trail;
import org.assay.pack.replay.Replay.Strike;
import org.assay.pack.replay.ResultTables.Of;
import org.assay.pack.replay.ResultTables.Posting;
import org.assay.pack.replay.ResultTables.Sum;
import org.assay.pack.table.Table;

/**
 * The result files of a run, written strike by strike; nothing of a strike is kept but the last one, for its trails.
 */
public final class Results implements Closeable {
    private static final String DIGESTS = "digest.txt";
    private static final String TRAILS = "trail.json";

    private final Place place;
    private final int version;
    private final List<Closeable> open = new ArrayList<>();
    private final Table<Of<NavResult.ClassNav>>.Sheet nav;
    private final Table<Of<NavResult.Position>>.Sheet positions;
    private final Table<Of<Lot>>.Sheet lots;
    private final Table<Of<Posting>>.Sheet journal;
    private final Table<Of<LotMovement>>.Sheet movements;
    private final Table<Of<Sum>>.Sheet trialBalance;
    private final Table<Finding>.Sheet findings;
    private final Table<Of<NavResult.Control>>.Sheet controls;
    private final Table<Of<NavResult.FutureProof>>.Sheet futures;
    private final Table<Of<NavResult.ClassFee>>.Sheet fees;
    private final Table<Of<RollStep>>.Sheet rolls;
    private final Writer digests;
    /** Those of intake not yet written, in order of date. */
    private final Deque<Finding> intake;

    private Optional<Strike> last = Optional.empty();

    /** Where result files go. */
    public interface Place {
        /** A file of this name, which is written once. */
        Writer open(String name) throws IOException;

        /** @param folder exists */
        static Place folder(Path folder) {
            return name -> Files.newBufferedWriter(folder.resolve(name), StandardCharsets.UTF_8);
        }

        /** @param files what is written to, by name; each is there when it is closed */
        static Place memory(SortedMap<String, byte[]> files) {
            return name -> new StringWriter() {
                @Override
                public void close() {
                    files.put(name, toString().getBytes(StandardCharsets.UTF_8));
                }
            };
        }
    }

    /**
     * @param intake findings of the days to come, in order
     * @param version of the NAVs
     */
    public Results(Place place, List<Finding> intake, int version) {
        this.place = place;
        this.version = version;
        this.intake = new ArrayDeque<>(intake);
        nav = open(ResultTables.nav(version));
        positions = open(ResultTables.positions());
        lots = open(ResultTables.lots());
        journal = open(ResultTables.journal());
        movements = open(ResultTables.movements());
        trialBalance = open(ResultTables.trialBalance());
        findings = open(ResultTables.findings());
        controls = open(ResultTables.controls());
        futures = open(ResultTables.futures());
        fees = open(ResultTables.fees());
        rolls = open(ResultTables.rolls());
        digests = writer(DIGESTS);
        open.add(digests);
    }

    /** Every file a run writes, by name. */
    public static List<String> names() {
        return Stream.concat(ResultTables.all().stream().map(Table::file), Stream.of(DIGESTS, TRAILS))
                .sorted()
                .toList();
    }

    /** @return the findings written for the day, of the strike and of intake since the strike before */
    public int add(Strike strike) {
        NavResult result = strike.result();
        result.classes().forEach(row -> nav.add(new Of<>(result, row)));
        result.positions().forEach(row -> positions.add(new Of<>(result, row)));
        result.closing().lots().forEach(row -> lots.add(new Of<>(result, row)));
        Posting.of(result).forEach(journal::add);
        result.movements().forEach(row -> movements.add(new Of<>(result, row)));
        sums(result).forEach(row -> trialBalance.add(new Of<>(result, row)));
        result.controls().forEach(row -> controls.add(new Of<>(result, row)));
        result.futures().forEach(row -> futures.add(new Of<>(result, row)));
        result.fees().forEach(row -> fees.add(new Of<>(result, row)));
        result.rolls().forEach(row -> rolls.add(new Of<>(result, row)));
        List<Finding> found = findings(result);
        found.forEach(findings::add);
        digest(result);
        last = Optional.of(strike);
        return found.size();
    }

    private static List<Sum> sums(NavResult result) {
        record Key(Account account, String shareClass, String currency) {}
        SortedMap<Key, Sum> sums = new TreeMap<>(Comparator.comparing(Key::account)
                .thenComparing(Key::shareClass)
                .thenComparing(Key::currency));
        for (Balance balance : result.closing().balances()) {
            Optional<String> shareClass = balance.key().tag().shareClass();
            sums.merge(
                    new Key(
                            balance.key().account(),
                            shareClass.orElse(""),
                            balance.key().currency().code()),
                    new Sum(balance.key().account(), shareClass, balance.local(), balance.base()),
                    (one, other) -> new Sum(
                            one.account(),
                            one.shareClass(),
                            one.local().plus(other.local()),
                            one.base().plus(other.base())));
        }
        return List.copyOf(sums.values());
    }

    private List<Finding> findings(NavResult result) {
        List<Finding> found = new ArrayList<>(result.findings());
        while (!intake.isEmpty() && !intake.peek().date().isAfter(result.date())) {
            found.add(intake.remove());
        }
        return found.stream().sorted(Finding.ORDER).toList();
    }

    private void digest(NavResult result) {
        try {
            digests.write(
                    "%s %s inputs %s result %s\n".formatted(result.date(), version, result.inputs(), result.digest()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String trails() {
        if (last.isEmpty()) {
            return TrailText.none();
        }
        Strike strike = last.get();
        LocalDate date = strike.result().date();
        List<Trail> trails = strike.result().classes().stream()
                .map(row -> NavTrail.of(strike.inputs(), strike.result(), "nav_per_share:" + row.shareClass()))
                .toList();
        return TrailText.json(date, trails);
    }

    private <T> Table<T>.Sheet open(Table<T> table) {
        Table<T>.Sheet sheet = table.open(writer(table.file()));
        open.add(sheet);
        return sheet;
    }

    private Writer writer(String file) {
        try {
            return place.open(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes what can only be said at the end. */
    @Override
    public void close() throws IOException {
        for (Closeable file : open) {
            file.close();
        }
        try (Writer file = place.open(TRAILS)) {
            file.write(trails());
        }
    }
}
