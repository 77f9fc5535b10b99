package org.assay.db;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.assay.kernel.instrument.Instrument;
import org.assay.pack.fund.CalendarDay;
import org.assay.pack.fund.FundFile;
import org.assay.pack.fund.FundTables;

/**
 * What facts and prices of a fund may name: its instruments and calendars, with the layouts they give. Read once for many
 * strikes: rows are only ever appended, so as long as a snapshot has as many of them, it has the same ones.
 *
 * @param instruments by id
 */
record KeptReference(SortedMap<String, Instrument> instruments, FundTables tables, List<CalendarDay> calendarDays) {
    private static final Newest<Key, KeptReference> KEPT = new Newest<>();

    private static final String COUNTS = """
            select (select count(*) from assay.instrument where fund = ?),
                (select count(*) from assay.calendar_day where fund = ?)""";

    private record Key(FundFile terms, long instruments, long calendarDays) {}

    /** As the snapshot of this connection has it. */
    static KeptReference of(Connection connection, FundFile fund) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(COUNTS)) {
            FileRows.bind(connection, select, fund.fund(), fund.fund());
            try (ResultSet row = select.executeQuery()) {
                row.next();
                Key key = new Key(fund, row.getLong(1), row.getLong(2));
                Optional<KeptReference> kept = KEPT.find(key);
                return kept.isPresent() ? kept.get() : KEPT.keep(key, read(connection, fund));
            }
        }
    }

    private static KeptReference read(Connection connection, FundFile fund) throws SQLException {
        SortedMap<String, Instrument> instruments = InstrumentRows.read(connection, fund.fund());
        FundTables tables = FundTables.of(fund, instruments);
        return new KeptReference(
                Collections.unmodifiableSortedMap(instruments),
                tables,
                FileRows.read(connection, tables.calendarDays(), "assay.calendar_day where fund = ?", fund.fund()));
    }
}
