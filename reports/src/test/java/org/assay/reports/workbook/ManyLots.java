package org.assay.reports.workbook;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.assay.kernel.instrument.Future;
import org.assay.kernel.ledger.Lot;
import org.assay.kernel.money.Quantity;
import org.assay.kernel.nav.Books;
import org.assay.kernel.nav.Nav;
import org.assay.kernel.nav.NavInputs;
import org.assay.kernel.nav.NavResult;
import org.assay.reports.DemoNavs;
import org.assay.reports.StruckNav;

/** A day of the demo fund with its lots cut into many, and what writing its workbook takes of the heap. */
final class ManyLots {
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    private ManyLots() {}

    /** The same holdings, cut into about so many lots, and struck. */
    static StruckNav of(StruckNav nav, int lots) {
        NavInputs inputs = nav.inputs();
        Books books = inputs.opening();
        int pieces = lots / books.lots().size();
        Books many = new Books(
                books.struck(),
                books.balances(),
                books.lots().stream().flatMap(lot -> cut(lot, pieces).stream()).toList(),
                books.classes(),
                books.orders(),
                books.deals(),
                books.dues(),
                books.marks(),
                books.marginRates(),
                books.margins(),
                books.rolls());
        NavInputs known = new NavInputs(
                inputs.date(),
                inputs.valuationPoint(),
                inputs.known(),
                inputs.terms(),
                many,
                inputs.facts(),
                inputs.struckAlready(),
                inputs.quotes(),
                inputs.rates(),
                inputs.instruments(),
                inputs.calendars(),
                inputs.earlierQuotes());
        NavResult result = Nav.strike(known);
        return new StruckNav(
                nav.fund(),
                known,
                result,
                1,
                1,
                result.status().name().equals("HELD") ? "Held" : "Review",
                List.of(),
                List.of());
    }

    /** Pieces of one lot, each of them the same but for the last, which has what is left. */
    private static List<Lot> cut(Lot lot, int pieces) {
        BigDecimal each = lot.quantity().units().divide(BigDecimal.valueOf(pieces), 6, RoundingMode.DOWN);
        List<Lot> cut = new ArrayList<>();
        Lot rest = lot;
        for (int i = 1; i < pieces; i++) {
            Lot piece = rest.piece(new Quantity(each), RoundingMode.HALF_UP);
            rest = rest.without(piece);
            cut.add(named(piece, i));
        }
        cut.add(named(rest, pieces));
        return cut;
    }

    private static Lot named(Lot lot, int number) {
        return new Lot(
                String.format(Locale.ROOT, "%s-%07d", lot.id(), number),
                lot.instrument(),
                lot.location(),
                lot.opened(),
                lot.quantity(),
                lot.price(),
                lot.marked(),
                lot.cost(),
                lot.baseCost(),
                lot.pricePart(),
                lot.currencyPart(),
                lot.margin());
    }

    /** What a JVM of its own runs. Arguments: the day, how many lots, the file to write. */
    public static void main(String[] arguments) throws Exception {
        StruckNav nav = of(DemoNavs.on(arguments[0]), Integer.parseInt(arguments[1]));
        Path file = Path.of(arguments[2]);
        // Once before anything is measured, so that classes and fonts of the libraries are there.
        DemoNavs.written(new WorkbookReport(), DemoNavs.on(arguments[0]));
        long before = live();
        AtomicLong most = new AtomicLong(before);
        AtomicLong disk = new AtomicLong();
        ScheduledExecutorService looks = Executors.newSingleThreadScheduledExecutor();
        ScheduledFuture<?> looking = looks.scheduleWithFixedDelay(
                () -> {
                    most.accumulateAndGet(live(), Math::max);
                    disk.accumulateAndGet(temporary(), Math::max);
                },
                0,
                BETWEEN_LOOKS.toMillis(),
                TimeUnit.MILLISECONDS);
        long began = System.nanoTime();
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            new WorkbookReport().write(nav, out);
        }
        long took = System.nanoTime() - began;
        looking.cancel(false);
        looks.shutdownNow();
        System.out.printf(
                Locale.ROOT,
                "%s lots, %s of futures: %s MB before, at most %s MB more, file %s MB, temporary files %s MB, %s ms%n",
                nav.result().closing().lots().size(),
                nav.result().closing().lots().stream()
                        .filter(lot -> nav.inputs().instruments().get(lot.instrument()) instanceof Future)
                        .count(),
                before >> 20,
                (most.get() - before) >> 20,
                Files.size(file) >> 20,
                disk.get() >> 20,
                took / 1_000_000);
    }

    /** Bytes of files that will be gone when the workbook is written. */
    private static long temporary() {
        try (Stream<Path> files = Files.walk(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Bytes of the heap that somebody still held when it was last collected. */
    private static long live() {
        System.gc();
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getCollectionUsage().getUsed())
                .sum();
    }
}
