package org.assay.pack.fund;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.zip.ZipException;
import org.assay.kernel.Parsed;
import org.assay.kernel.instrument.Future;
import org.assay.kernel.instrument.Instrument;
import org.assay.kernel.ledger.Cancellation;
import org.assay.kernel.ledger.Fact;
import org.assay.kernel.ledger.Stamp;
import org.assay.kernel.nav.Books;
import org.assay.kernel.pricing.Quote;
import org.assay.kernel.roll.Programme;
import org.assay.pack.fund.InstrumentRow.Contract;
import org.assay.pack.table.Json;
import org.assay.pack.table.JsonObject;
import org.assay.pack.table.JsonText;
import org.assay.pack.table.Names;
import org.assay.pack.table.Origin;
import org.assay.pack.table.Origins;
import org.assay.pack.table.Refusals;
import org.assay.pack.table.SourceText;
import org.assay.pack.table.Table;
import org.assay.pack.table.TableRows;

/**
 * Reads a pack, whole or not at all. What is wrong is found in all files before anything is said, so that a data desk
 * corrects a pack once and not once for every mistake in it.
 */
public final class PackReader {
    private static final String PROXY = "proxy";

    private final PackFiles files;
    private final Origins origins = Origins.none();
    private final Refusals refusals = new Refusals();
    /** Every table that was asked for: a file that is none of them does not belong in a pack. */
    private final List<String> asked = new ArrayList<>(List.of(ManifestShape.FILE, FundShape.FILE));

    private final boolean heedSeal;

    private PackReader(PackFiles files, boolean heedSeal) {
        this.files = files;
        this.heedSeal = heedSeal;
    }

    /** @return one pack, or every reason why there is none, sorted by file and line */
    public static Parsed<FundPack> read(Path pack) throws IOException {
        return read(pack, PackLimits.USUAL);
    }

    /** The same, of a pack no larger than these. */
    public static Parsed<FundPack> read(Path pack, PackLimits limits) throws IOException {
        try (PackFiles files = PackFiles.open(pack, limits)) {
            return read(files);
        } catch (ZipException e) {
            return refused(String.valueOf(pack.getFileName()), "a folder, or a zip of one");
        } catch (PackTooLarge e) {
            return refused(e.file(), e.expected());
        }
    }

    private static Parsed<FundPack> refused(String file, String expected) {
        Refusals refusals = new Refusals();
        refusals.add(file, "", expected);
        return new Parsed<>(List.of(), refusals.sorted());
    }

    /** The same from files that are open already. */
    public static Parsed<FundPack> read(PackFiles files) {
        return read(files, true);
    }

    /** @param heedSeal false only for who is about to seal it anew */
    static Parsed<FundPack> read(PackFiles files, boolean heedSeal) {
        PackReader reader = new PackReader(files, heedSeal);
        Optional<FundPack> pack = reader.pack();
        return reader.refusals.isEmpty()
                ? new Parsed<>(List.of(pack.orElseThrow()), List.of())
                : new Parsed<>(List.of(), reader.refusals.sorted());
    }

    private Optional<FundPack> pack() {
        Optional<Manifest> manifest = json(ManifestShape.FILE)
                .flatMap(json -> ManifestShape.manifest().read(json, ManifestShape.FILE, refusals));
        manifest.ifPresent(this::checkSeal);
        Optional<FundFile> fund = json(FundShape.FILE).flatMap(this::fund);
        Reference reference = Reference.of(manifest.map(Manifest::known).orElse(Instant.MAX), fund);
        reference = instruments(reference);
        List<Identifier> identifiers = rows(ReferenceTables.identifiers(reference));
        List<CalendarDay> calendarDays = rows(ReferenceTables.calendars(reference));
        List<Fact> facts = facts(reference);
        List<Quote> quotes = rows(MarketTables.prices(reference));
        List<FxQuote> rates = rows(MarketTables.fx(reference));
        Books opening = books(new BooksTables(reference));
        Optional<String> readme = Optional.of(PackFiles.README)
                .filter(files::has)
                .map(name -> new String(files.bytes(name), StandardCharsets.UTF_8));
        refuseUnknownFiles();
        if (manifest.isEmpty() || fund.isEmpty()) {
            return Optional.empty();
        }
        checkFund(manifest.get(), fund.get());
        checkCommissions(fund.get(), reference);
        checkProxies(fund.get(), reference);
        return Optional.of(new FundPack(
                manifest.get(),
                fund.get(),
                reference.instruments().known(),
                identifiers,
                calendarDays,
                facts,
                quotes,
                rates,
                opening,
                readme,
                origins));
    }

    private Optional<FundFile> fund(Json json) {
        JsonObject<FundFile> shape = FundShape.of(json);
        claim(json, "currencies", "currency", "code");
        claim(json, "calendars", "calendar", "id");
        claim(json, "places", "place", "id");
        claim(json, "classes", "class", "code");
        claim(json, "programmes", "programme", "id", "from");
        claim(json, "proxies", PROXY, "instrument", "from");
        claim(json, "cash_interest", "cash interest", "place", "currency");
        return shape.read(json, FundShape.FILE, refusals);
    }

    /** Notes where each item of a list stands, and refuses a second one of the same name. */
    private void claim(Json json, String list, String kind, String... identity) {
        for (Json item : json.objects(list)) {
            List<String> values = new ArrayList<>();
            for (String property : identity) {
                item.text(property).ifPresent(values::add);
            }
            if (values.size() < identity.length) {
                continue;
            }
            Origin origin = new Origin(FundShape.FILE, item.spot().line());
            origins.claim(origin, kind, values.toArray(String[]::new))
                    .ifPresent(first -> refusals.add(
                            FundShape.FILE,
                            origin.line(),
                            item.spot().label(),
                            String.join(", ", values),
                            "a %s that is not there yet: %s has the same".formatted(kind, first)));
        }
    }

    private Reference instruments(Reference reference) {
        TableRows<InstrumentRow> rows = read(ReferenceTables.instruments(reference));
        Names<InstrumentRow> names = new Names<>(
                "an instrument of reference/instruments.csv",
                Names.of("", rows.values(), InstrumentRow::id).known(),
                InstrumentRow::id,
                rows::mayHaveLost);
        TableRows<Contract> contracts = read(ReferenceTables.contracts(reference, names));
        checkMonths(contracts);
        SortedMap<String, Instrument> instruments = new TreeMap<>();
        rows.values().forEach(row -> row.toInstrument().ifPresent(known -> instruments.put(known.id(), known)));
        contracts.values().forEach(row -> instruments.put(row.instrument().id(), row.toFuture()));
        for (TableRows.Row<InstrumentRow> row : rows.rows()) {
            String id = row.value().id();
            if (!instruments.containsKey(id) && !contracts.mayHaveLost(id)) {
                refuse(row.origin(), "id", id, "a row of reference/contracts.csv for this future");
            }
        }
        // A future without its contract is named in instruments.csv and reported; who mentions it is not to blame.
        Predicate<String> lost = id -> rows.mayHaveLost(id) || names.find(id).isPresent();
        boolean anyLost = rows.hasLost() || contracts.hasLost();
        return reference.with(instruments, lost, anyLost);
    }

    /** A roll finds its contracts by root and month. */
    private void checkMonths(TableRows<Contract> contracts) {
        for (TableRows.Row<Contract> row : contracts.rows()) {
            Contract contract = row.value();
            origins.claim(
                            row.origin(),
                            "contract month",
                            contract.root(),
                            contract.month().toString())
                    .ifPresent(first -> refuse(
                            row.origin(),
                            "contract_month",
                            contract.month().toString(),
                            "a month of %s that is not there yet: %s has the same".formatted(contract.root(), first)));
        }
    }

    private List<Fact> facts(Reference reference) {
        List<TableRows.Row<? extends Fact>> rows = new ArrayList<>();
        boolean anyLost = false;
        for (FactTables.Kind<?> kind : FactTables.all(reference)) {
            TableRows<? extends Fact> read = read(kind.table());
            rows.addAll(read.rows());
            anyLost |= read.hasLost();
        }
        if (!anyLost) {
            checkCorrections(rows);
        }
        return rows.stream().<Fact>map(TableRows.Row::value).toList();
    }

    /** A correction names a fact that is there, and a fact has one: two would both be booked in its place. */
    private void checkCorrections(List<TableRows.Row<? extends Fact>> rows) {
        Map<String, Origin> corrected = new HashMap<>();
        Map<String, Fact> byId = new HashMap<>();
        rows.forEach(row -> byId.put(row.value().stamp().id(), row.value()));
        for (TableRows.Row<? extends Fact> row : rows) {
            Stamp stamp = row.value().stamp();
            if (stamp.corrects().isEmpty()) {
                continue;
            }
            String id = stamp.corrects().get();
            if (origins.find(FactTables.KIND, id).isEmpty()) {
                refuse(row.origin(), "corrects", id, "the id of a fact in this pack");
            }
            if (byId.get(id) instanceof Cancellation) {
                refuse(row.origin(), "corrects", id, "a fact that is no cancellation: enter again what it took back");
            }
            if (comesBack(row.value(), byId)) {
                refuse(row.origin(), "corrects", id, "a fact that does not, step by step, correct this one");
            }
            Optional.ofNullable(corrected.putIfAbsent(id, row.origin()))
                    .ifPresent(first -> refuse(
                            row.origin(),
                            "corrects",
                            id,
                            "a fact that is not corrected yet: %s does; correct that one".formatted(first)));
        }
    }

    /** Facts that replace one another in a circle would all be gone. */
    private static boolean comesBack(Fact fact, Map<String, Fact> byId) {
        Fact at = fact;
        for (int steps = 0; steps <= byId.size(); steps++) {
            Optional<Fact> next = at.stamp().corrects().map(byId::get);
            if (next.isEmpty()) {
                return false;
            }
            at = next.get();
        }
        return true;
    }

    private Books books(BooksTables tables) {
        TableRows<Books.Struck> struck = read(tables.struck());
        struck.rows().stream()
                .skip(1)
                .forEach(row -> refuse(row.origin(), "date", row.value().date().toString(), "one row"));
        Books books = tables.read(struck.values().stream().findFirst(), this::rows);
        boolean isEmpty = books.equals(Books.empty());
        if (!struck.hasLost() && struck.rows().isEmpty() && !isEmpty) {
            refusals.add(tables.struck().file(), "", "this file: it says which strike closed the books");
        }
        return books;
    }

    private void checkFund(Manifest manifest, FundFile fund) {
        if (!manifest.fund().equals(fund.fund())) {
            refusals.add(ManifestShape.FILE, manifest.fund(), "the fund of fund.json, '%s'".formatted(fund.fund()));
        }
        if (manifest.illustrative() != fund.illustrative()) {
            refusals.add(
                    ManifestShape.FILE,
                    String.valueOf(manifest.illustrative()),
                    "illustrative as in fund.json, %s".formatted(fund.illustrative()));
        }
    }

    /** Commission leaves the account the contract's margin is on, so both are in one currency. */
    private void checkCommissions(FundFile fund, Reference reference) {
        for (Dated<Programme> dated : fund.programmes()) {
            Programme programme = dated.value();
            boolean other = reference.instruments().values().stream()
                    .filter(instrument ->
                            instrument instanceof Future future && future.root().equals(programme.root()))
                    .anyMatch(future -> !future.currency()
                            .equals(programme.commissionPerLot().currency()));
            if (other) {
                Origin origin = origins.find(
                                "programme", programme.id(), dated.from().toString())
                        .orElse(new Origin(FundShape.FILE, 0));
                refuse(
                        origin,
                        "commission_per_lot",
                        programme.commissionPerLot().toString(),
                        "a commission_currency that is the currency of the contracts of " + programme.root());
            }
        }
    }

    /** Who stands for what is known: both are instruments of the pack. */
    private void checkProxies(FundFile fund, Reference reference) {
        for (Dated<Proxy> dated : fund.proxies()) {
            Proxy proxy = dated.value();
            Origin origin = origins.find(PROXY, proxy.instrument(), dated.from().toString())
                    .orElse(new Origin(FundShape.FILE, 0));
            named(origin, "instrument", proxy.instrument(), reference);
            named(origin, "proxy", proxy.by(), reference);
        }
    }

    /** A name of a row that was itself refused is not refused again. */
    private void named(Origin origin, String property, String id, Reference reference) {
        Names<Instrument> names = reference.instruments();
        if (names.find(id).isEmpty() && !names.lost().test(id)) {
            refuse(origin, property, id, "an instrument of reference/instruments.csv");
        }
    }

    /** A sealed pack is what it was, file by file. */
    private void checkSeal(Manifest manifest) {
        if (!heedSeal || !manifest.isSealed()) {
            return;
        }
        SortedMap<String, String> sealed = manifest.files().orElseThrow();
        for (String name : files.names()) {
            if (PackFiles.isInput(name) && !sealed.containsKey(name)) {
                refusals.add(name, "", "no such file: it was not there when the pack was sealed (SEAL_BROKEN)");
            }
        }
        sealed.forEach((name, hash) -> {
            if (!files.has(name)) {
                refusals.add(name, "", "this file: it was there when the pack was sealed (SEAL_BROKEN)");
                return;
            }
            String found = PackFiles.sha256(files.bytes(name));
            if (!found.equals(hash)) {
                refusals.add(name, found, "the content that was sealed, SHA-256 %s (SEAL_BROKEN)".formatted(hash));
            }
        });
    }

    private void refuseUnknownFiles() {
        for (String name : files.names()) {
            if (PackFiles.isInput(name) && !asked.contains(name)) {
                refusals.add(name, "", "no such file in a pack; known are " + String.join(", ", asked));
            }
        }
    }

    private void refuse(Origin origin, String column, String value, String expected) {
        refusals.add(origin.file(), origin.line(), column, value, expected);
    }

    private Optional<Json> json(String name) {
        if (!files.has(name)) {
            refusals.add(name, "", "this file: every pack has one");
            return Optional.empty();
        }
        return text(name).flatMap(text -> JsonText.read(name, text, refusals));
    }

    private <T> List<T> rows(Table<T> table) {
        return read(table).values();
    }

    private <T> TableRows<T> read(Table<T> table) {
        asked.add(table.file());
        if (!files.has(table.file())) {
            return TableRows.none();
        }
        return text(table.file())
                .map(text -> table.read(text, origins, refusals))
                .orElseGet(TableRows::unread);
    }

    private Optional<String> text(String name) {
        byte[] bytes = files.bytes(name);
        origins.hashed(name, PackFiles.sha256(bytes));
        return SourceText.read(name, bytes, refusals);
    }
}
