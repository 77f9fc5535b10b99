package org.assay.db;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.assay.db.FileRows.Owner;
import org.assay.kernel.instrument.Instrument;
import org.assay.pack.fund.FundTables;
import org.assay.pack.fund.Standing;

/** Appends what is new in what a fund stands on. */
final class StandingChange {
    private StandingChange() {}

    static void append(Connection connection, FundHead fund, Amendment agreed, Standing before, Standing after)
            throws SQLException {
        if (!after.terms().equals(before.terms())) {
            terms(connection, fund, agreed, FundTables.json(after.terms()));
        }
        Owner owner = Owner.of("fund", fund.id());
        FundTables tables = FundTables.of(after.terms(), after.instruments());
        InstrumentRows.append(
                connection,
                fund.id(),
                fresh(
                        List.<Instrument>copyOf(before.instruments().values()),
                        List.<Instrument>copyOf(after.instruments().values())));
        FileRows.append(
                connection,
                "assay.identifier",
                owner,
                tables.identifiers(),
                fresh(before.identifiers(), after.identifiers()));
        FileRows.append(
                connection,
                "assay.calendar_day",
                owner,
                tables.calendarDays(),
                fresh(before.calendarDays(), after.calendarDays()));
    }

    private static void terms(Connection connection, FundHead fund, Amendment agreed, String json) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into assay.terms (fund, version, terms, amendment) values (?, ?, ?, ?)")) {
            insert.setString(1, fund.id());
            insert.setInt(2, fund.version() + 1);
            insert.setString(3, json);
            insert.setLong(4, agreed.id());
            insert.executeUpdate();
        }
    }

    private static <T> List<T> fresh(List<T> before, List<T> after) {
        Set<T> there = new HashSet<>(before);
        return after.stream().filter(row -> !there.contains(row)).toList();
    }
}
