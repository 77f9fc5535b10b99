package org.assay.db;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/** Reads funds with their terms, as they were agreed by a moment. */
final class FundHeads {
    private FundHeads() {}

    /** @param condition over a fund f */
    static List<FundHead> read(Connection connection, Instant moment, String condition, Object... arguments)
            throws SQLException {
        String sql = """
                select id, pack, known, imported_by, coalesce((select max(t.version) from assay.terms t
                    where t.fund = f.id and t.agreed_at <= ?), 0) as version
                from assay.fund f where %s order by id""".formatted(condition);
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            FileRows.bind(connection, select, moment);
            FileRows.bindFrom(2, connection, select, arguments);
            try (ResultSet row = select.executeQuery()) {
                List<FundHead> funds = new ArrayList<>();
                while (row.next()) {
                    String pack = row.getString("pack");
                    String id = row.getString("id");
                    int version = row.getInt("version");
                    funds.add(new FundHead(
                            KeptTerms.of(id, pack, version, () -> terms(connection, id, version)),
                            version,
                            pack,
                            row.getObject("known", OffsetDateTime.class).toInstant(),
                            row.getString("imported_by")));
                }
                return funds;
            }
        }
    }

    /** fund.json in a version, of a fund that is there. */
    private static String terms(Connection connection, String fund, long version) {
        String sql = version == 0
                ? "select terms from assay.fund where id = ? and 0 = ?"
                : "select terms from assay.terms where fund = ? and version = ?";
        return Question.ask(() -> {
            try (PreparedStatement select = connection.prepareStatement(sql)) {
                FileRows.bind(connection, select, fund, version);
                try (ResultSet row = select.executeQuery()) {
                    row.next();
                    return row.getString(1);
                }
            }
        });
    }
}
