package org.assay.pack.fund;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.assay.pack.table.Table;

/** The register of a pack's tables. */
final class PackTables {
    private PackTables() {}

    /** Each once, by their names and columns only: these know of no fund. */
    static List<Table<?>> all() {
        Reference none = Reference.of(Instant.MAX, Optional.empty());
        BooksTables books = new BooksTables(none);
        List<Table<?>> tables = new ArrayList<>(List.of(
                ReferenceTables.instruments(none),
                ReferenceTables.contracts(none, ReferenceTables.names(List.of())),
                ReferenceTables.identifiers(none),
                ReferenceTables.calendars(none)));
        FactTables.all(none).forEach(kind -> tables.add(kind.table()));
        tables.addAll(List.of(
                MarketTables.prices(none),
                MarketTables.fx(none),
                books.struck(),
                books.balances(),
                books.lots(),
                books.classes(),
                books.orders(),
                books.deals(),
                books.dues(),
                books.marks()));
        tables.addAll(List.of(books.marginRates(), books.margins(), books.rolls()));
        return List.copyOf(tables);
    }
}
