package org.assay.db;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Sums the capital of strikes from their journals. */
final class FlowLines {
    private static final String FLOWS = """
            select date, class, sum(case account when '3000' then credit - debit else 0 end) as subscribed,
                sum(case account when '3010' then debit - credit else 0 end) as redeemed
            from assay.journal
            where date between ? and ? and strike = any(?) and account in ('3000', '3010') and class is not null
            group by date, class order by date, class""";

    private FlowLines() {}

    /** @param strikes in order */
    static List<FlowLine> read(Connection connection, List<StrikeHead> strikes) throws SQLException {
        if (strikes.isEmpty()) {
            return List.of();
        }
        try (PreparedStatement select = connection.prepareStatement(FLOWS)) {
            FileRows.bind(
                    connection,
                    select,
                    strikes.get(0).date(),
                    strikes.get(strikes.size() - 1).date(),
                    connection.createArrayOf(
                            "bigint", strikes.stream().map(StrikeHead::id).toArray()));
            try (ResultSet row = select.executeQuery()) {
                List<FlowLine> flows = new ArrayList<>();
                while (row.next()) {
                    flows.add(new FlowLine(
                            row.getObject("date", LocalDate.class),
                            row.getString("class"),
                            number(row, "subscribed"),
                            number(row, "redeemed")));
                }
                return flows;
            }
        }
    }

    private static BigDecimal number(ResultSet row, String column) throws SQLException {
        return row.getBigDecimal(column).stripTrailingZeros();
    }
}
