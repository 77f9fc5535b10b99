package org.assay.db;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.assay.db.FileRows.Owner;
import org.assay.kernel.ledger.Fact;
import org.assay.pack.fund.FactTables;
import org.assay.pack.fund.FundPack;
import org.assay.pack.fund.FundTables;
import org.assay.pack.table.Table;

/** What is known of a fund, as rows: each under the fund, and facts and prices also under who posted them. */
final class KnownRows {
    private KnownRows() {}

    static void append(Connection connection, FundHead fund, FundPack pack, long file) throws SQLException {
        Owner owner = Owner.of("fund", fund.id());
        Owner posted = owner.and("posted_by", fund.importedBy()).and("file", Long.toString(file));
        FundTables tables = FundTables.of(pack.fund(), pack.instruments());
        InstrumentRows.append(connection, fund.id(), pack.instruments().values());
        rows(connection, "identifier", owner, tables.identifiers(), pack.identifiers());
        rows(connection, "calendar_day", owner, tables.calendarDays(), pack.calendarDays());
        for (FactTables.Kind<?> kind : tables.facts()) {
            facts(connection, posted, kind, pack.facts());
        }
        rows(connection, Tables.name(tables.prices()), posted, tables.prices(), pack.quotes());
        rows(connection, Tables.name(tables.rates()), posted, tables.rates(), pack.rates());
        if (pack.opening().struck().isPresent()) {
            StrikeRows.appendOpening(connection, fund, pack.opening(), tables);
        }
    }

    private static <T extends Fact> void facts(
            Connection connection, Owner posted, FactTables.Kind<T> kind, List<Fact> facts) throws SQLException {
        rows(
                connection,
                Tables.name(kind.table()),
                posted,
                kind.table(),
                facts.stream()
                        .filter(kind.type()::isInstance)
                        .map(kind.type()::cast)
                        .toList());
    }

    private static <T> void rows(Connection connection, String name, Owner owner, Table<T> layout, List<T> rows)
            throws SQLException {
        FileRows.append(connection, "assay." + name, owner, layout, rows);
    }
}
