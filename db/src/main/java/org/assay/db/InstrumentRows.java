package org.assay.db;

import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.assay.kernel.instrument.Bill;
import org.assay.kernel.instrument.Cash;
import org.assay.kernel.instrument.Future;
import org.assay.kernel.instrument.Instrument;
import org.assay.kernel.instrument.Token;
import org.assay.kernel.instrument.UnderlyingUnit;
import org.assay.kernel.money.Currency;

/** Instruments as rows of one table: a column that is not of a kind is null in it. */
final class InstrumentRows {
    private static final String INSERT = """
            insert into assay.instrument (fund, id, kind, name, currency, currency_decimals, illustrative,
                decimals, maturity,
                root, contract_month, unit, multiplier, tick, calendar, first_notice, last_trade, settlement)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final int FIRST_OF_KIND = 8;
    private static final int LAST = 18;

    private InstrumentRows() {}

    static void append(Connection connection, String fund, Collection<Instrument> instruments) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            for (Instrument instrument : instruments) {
                insert.setString(1, fund);
                insert.setString(2, instrument.id());
                insert.setString(4, instrument.name());
                insert.setString(5, instrument.currency().code());
                insert.setInt(6, instrument.currency().decimals());
                insert.setBoolean(7, instrument.illustrative());
                for (int i = FIRST_OF_KIND; i <= LAST; i++) {
                    insert.setNull(i, Types.NULL);
                }
                insert.setString(3, kind(insert, instrument));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static String kind(PreparedStatement insert, Instrument instrument) throws SQLException {
        if (instrument instanceof Token token) {
            insert.setInt(8, token.decimals());
            return "TOKEN";
        }
        if (instrument instanceof Bill bill) {
            insert.setDate(9, Date.valueOf(bill.maturity()));
            return "BILL";
        }
        if (instrument instanceof Future future) {
            insert.setString(10, future.root());
            insert.setString(11, future.contractMonth().toString());
            insert.setString(12, future.unit().name());
            insert.setBigDecimal(13, future.multiplier());
            insert.setBigDecimal(14, future.tick());
            insert.setString(15, future.calendar());
            insert.setObject(16, future.firstNotice().orElse(null));
            insert.setObject(17, future.lastTrade());
            insert.setString(18, future.settlement().name());
            return "FUTURE";
        }
        if (instrument instanceof Cash) {
            throw new IllegalStateException("cash has no row: " + instrument);
        }
        throw new IllegalStateException("no row for " + instrument);
    }

    static SortedMap<String, Instrument> read(Connection connection, String fund) throws SQLException {
        SortedMap<String, Instrument> instruments = new TreeMap<>();
        try (PreparedStatement select = connection.prepareStatement("select * from assay.instrument where fund = ?")) {
            select.setString(1, fund);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    Instrument instrument = instrument(row);
                    instruments.put(instrument.id(), instrument);
                }
            }
        }
        return instruments;
    }

    private static Instrument instrument(ResultSet row) throws SQLException {
        String id = row.getString("id");
        String name = row.getString("name");
        Currency currency = new Currency(row.getString("currency"), row.getInt("currency_decimals"));
        boolean illustrative = row.getBoolean("illustrative");
        return switch (row.getString("kind")) {
            case "TOKEN" -> new Token(id, name, currency, row.getInt("decimals"), illustrative);
            case "BILL" -> new Bill(id, name, currency, date(row, "maturity"), illustrative);
            case "FUTURE" ->
                new Future(
                        id,
                        name,
                        currency,
                        row.getString("root"),
                        YearMonth.parse(row.getString("contract_month")),
                        UnderlyingUnit.valueOf(row.getString("unit")),
                        row.getBigDecimal("multiplier"),
                        row.getBigDecimal("tick"),
                        row.getString("calendar"),
                        Optional.ofNullable(row.getObject("first_notice", LocalDate.class)),
                        date(row, "last_trade"),
                        Future.Settlement.valueOf(row.getString("settlement")),
                        illustrative);
            default -> throw new IllegalStateException("an instrument of an unknown kind: " + id);
        };
    }

    private static LocalDate date(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }
}
