package org.assay.pack.fund;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.assay.kernel.instrument.Future;
import org.assay.kernel.instrument.Instrument;
import org.assay.kernel.ledger.Fact;
import org.assay.kernel.nav.Books;
import org.assay.pack.fund.InstrumentRow.Contract;
import org.assay.pack.table.JsonText;
import org.assay.pack.table.Table;

/**
 * Writes a pack: rows in order of their identity, numbers plain, files without rows left out. Reading what was written
 * gives the same pack, and writing that gives the same bytes.
 */
public final class PackWriter {
    /**
     * A zip keeps no time of its own: the same pack is the same zip. Its calendar begins in 1980, but on its very first
     * day the JDK adds a second time, in the zone of the machine.
     */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

    private final SortedMap<String, byte[]> files = new TreeMap<>();

    private PackWriter() {}

    /** The files of a pack by name. A sealed one is sealed again, over the bytes as they are written here. */
    public static SortedMap<String, byte[]> files(FundPack pack) {
        PackWriter writer = new PackWriter();
        writer.pack(pack);
        return writer.files;
    }

    /** The same with a seal, whether it had one or not. */
    public static SortedMap<String, byte[]> sealed(FundPack pack) {
        return files(pack.with(pack.manifest().sealed(new TreeMap<>())));
    }

    /** Closing books, as the folder books/ of the pack of the days after. */
    public static SortedMap<String, byte[]> books(FundPack pack, Books books) {
        PackWriter writer = new PackWriter();
        new BooksTables(reference(pack)).write(books, writer::put);
        return writer.files;
    }

    /** Into a folder, which is made. */
    public static void toFolder(SortedMap<String, byte[]> files, Path folder) throws IOException {
        for (var file : files.entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue());
        }
    }

    /** As a zip, the same bytes for the same files. */
    public static void toZip(SortedMap<String, byte[]> files, OutputStream out) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (var file : files.entrySet()) {
                ZipEntry entry = new ZipEntry(file.getKey());
                entry.setTimeLocal(NO_TIME);
                zip.putNextEntry(entry);
                zip.write(file.getValue());
                zip.closeEntry();
            }
        }
    }

    /** Every file a pack may consist of but those in expected/, by name. */
    public static List<String> names() {
        return Stream.concat(
                        PackTables.all().stream().map(Table::file),
                        Stream.of(ManifestShape.FILE, FundShape.FILE, PackFiles.README))
                .sorted()
                .toList();
    }

    private void pack(FundPack pack) {
        Reference reference = reference(pack);
        files.put(
                FundShape.FILE,
                PackFiles.utf8(JsonText.write(FundShape.of(pack.fund()).write(pack.fund()))));
        List<Instrument> instruments = List.copyOf(pack.instruments().values());
        List<InstrumentRow> rows = instruments.stream().map(InstrumentRow::of).toList();
        put(ReferenceTables.instruments(reference), rows);
        put(ReferenceTables.contracts(reference, ReferenceTables.names(rows)), contracts(instruments));
        put(ReferenceTables.identifiers(reference), pack.identifiers());
        put(ReferenceTables.calendars(reference), pack.calendarDays());
        FactTables.all(reference).forEach(kind -> put(kind, pack.facts()));
        put(MarketTables.prices(reference), pack.quotes());
        put(MarketTables.fx(reference), pack.rates());
        new BooksTables(reference).write(pack.opening(), this::put);
        files.put(
                ManifestShape.FILE,
                PackFiles.utf8(JsonText.write(ManifestShape.manifest().write(manifest(pack)))));
        pack.readme().ifPresent(text -> files.put(PackFiles.README, PackFiles.utf8(text)));
    }

    private Manifest manifest(FundPack pack) {
        if (!pack.manifest().isSealed()) {
            return pack.manifest();
        }
        SortedMap<String, String> hashes = new TreeMap<>();
        files.forEach((name, bytes) -> hashes.put(name, PackFiles.sha256(bytes)));
        return pack.manifest().sealed(hashes);
    }

    private <T extends Fact> void put(FactTables.Kind<T> kind, List<Fact> facts) {
        put(
                kind.table(),
                facts.stream()
                        .filter(kind.type()::isInstance)
                        .map(kind.type()::cast)
                        .toList());
    }

    private <T> void put(Table<T> table, List<T> rows) {
        if (!rows.isEmpty()) {
            files.put(table.file(), PackFiles.utf8(table.write(rows)));
        }
    }

    private static List<Contract> contracts(List<Instrument> instruments) {
        return instruments.stream()
                .filter(instrument -> instrument instanceof Future)
                .map(instrument -> Contract.of((Future) instrument))
                .toList();
    }

    private static Reference reference(FundPack pack) {
        return Reference.of(pack.manifest().known(), Optional.of(pack.fund()))
                .with(pack.instruments(), id -> false, false);
    }
}
