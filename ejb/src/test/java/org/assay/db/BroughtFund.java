package org.assay.db;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import org.assay.pack.fund.FundPack;
import org.assay.pack.fund.FundTables;

/** A fund brought into a database without a server, whose Hibernate would else write its first row. */
public final class BroughtFund {
    private BroughtFund() {}

    /** @param by who brings it, and so has a part in every NAV of it */
    public static void bring(Connection connection, FundPack pack, String by) throws SQLException {
        FundHead fund =
                new FundHead(pack.fund(), "0".repeat(64), pack.manifest().known(), by);
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into assay.fund (id, name, illustrative, terms, pack, known, imported_by)
                values (?, ?, true, ?, ?, ?, ?)""")) {
            FileRows.bind(
                    connection,
                    insert,
                    fund.id(),
                    fund.terms().name(),
                    FundTables.json(fund.terms()),
                    fund.pack(),
                    fund.known(),
                    fund.importedBy());
            insert.executeUpdate();
        }
        if (pack.opening().struck().isPresent()) {
            openYear(connection, pack.opening().struck().get().date());
        }
        Arrival file = new Arrival(fund.id(), "pack", "pack", fund.pack(), Optional.empty(), by);
        KnownRows.append(connection, fund, pack, ArrivalRows.taken(connection, file, Optional.empty(), 0));
    }

    private static void openYear(Connection connection, LocalDate date) throws SQLException {
        try (PreparedStatement open = connection.prepareStatement("select assay.open_year(?)")) {
            FileRows.bind(connection, open, date);
            open.execute();
        }
    }
}
