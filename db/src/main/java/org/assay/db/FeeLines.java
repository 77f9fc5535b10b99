package org.assay.db;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Sums the fees of strikes from their journals. */
final class FeeLines {
    private static final String FEES = """
            select strike, class, account, sum(debit - credit) as amount from assay.journal
            where date between ? and ? and strike = any(?) and account in ('5000', '5010', '5020') and class is not null
            group by strike, class, account order by strike, class, account""";

    private FeeLines() {}

    static List<FeeLine> read(Connection connection, List<StrikeHead> strikes) throws SQLException {
        Optional<LocalDate> first = strikes.stream().map(StrikeHead::date).min(Comparator.naturalOrder());
        if (first.isEmpty()) {
            return List.of();
        }
        LocalDate last = strikes.stream()
                .map(StrikeHead::date)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        try (PreparedStatement select = connection.prepareStatement(FEES)) {
            FileRows.bind(connection, select, first.get(), last);
            select.setArray(
                    3,
                    connection.createArrayOf(
                            "bigint", strikes.stream().map(StrikeHead::id).toArray()));
            try (ResultSet row = select.executeQuery()) {
                List<FeeLine> fees = new ArrayList<>();
                while (row.next()) {
                    fees.add(new FeeLine(
                            row.getLong("strike"),
                            row.getString("class"),
                            row.getString("account"),
                            row.getBigDecimal("amount").stripTrailingZeros()));
                }
                return fees;
            }
        }
    }
}
