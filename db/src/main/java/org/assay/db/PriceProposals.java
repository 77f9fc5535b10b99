package org.assay.db;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.assay.kernel.money.Currency;
import org.assay.kernel.money.Price;
import org.assay.kernel.pricing.Quote;

/** Reads manual prices, decided or not. */
final class PriceProposals {
    private static final String PROPOSALS = """
            select p.id, p.fund, p.instrument, p.date, p.kind, p."time", p.price, p.currency, i.currency_decimals, p.source,
                p.reason, p.evidence, p.attached_name, p.request, p.proposed_by, p.proposed_at,
                d.act, d.decided_by, d.decided_at, d.reason as word
            from assay.price_proposal p
            join assay.instrument i on i.fund = p.fund and i.id = p.instrument
            left join assay.price_decision d on d.proposal = p.id and d.decided_at <= ?
            where p.proposed_at <= ? and %s order by p.id""";

    private PriceProposals() {}

    /**
     * As they stood at a moment.
     *
     * @param condition over a proposal p and what was decided of it, d
     */
    static List<PriceProposal> read(Connection connection, Instant moment, String condition, Object... arguments)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(PROPOSALS.formatted(condition))) {
            FileRows.bind(connection, select, moment, moment);
            FileRows.bindFrom(3, connection, select, arguments);
            try (ResultSet row = select.executeQuery()) {
                List<PriceProposal> proposals = new ArrayList<>();
                while (row.next()) {
                    proposals.add(proposal(row));
                }
                return proposals;
            }
        }
    }

    static Optional<PriceProposal.Attachment> attachment(Connection connection, String fund, long id)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "select attached_name, attached from assay.price_proposal where fund = ? and id = ? and attached is not null")) {
            FileRows.bind(connection, select, fund, id);
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(new PriceProposal.Attachment(row.getString(1), row.getBytes(2)))
                        : Optional.empty();
            }
        }
    }

    private static PriceProposal proposal(ResultSet row) throws SQLException {
        Optional<PriceProposal.Word> word = row.getString("act") == null
                ? Optional.empty()
                : Optional.of(new PriceProposal.Word(
                        PriceProposal.Act.valueOf(row.getString("act")),
                        row.getString("decided_by"),
                        instant(row, "decided_at"),
                        row.getString("word")));
        return new PriceProposal(
                row.getLong("id"),
                row.getString("fund"),
                row.getString("instrument"),
                row.getObject("date", LocalDate.class),
                Quote.Kind.valueOf(row.getString("kind")),
                instant(row, "time"),
                new Price(
                        row.getBigDecimal("price").stripTrailingZeros(),
                        new Currency(row.getString("currency"), row.getInt("currency_decimals"))),
                row.getString("source"),
                row.getString("reason"),
                row.getString("evidence"),
                Optional.ofNullable(row.getString("attached_name")),
                row.getString("request"),
                row.getString("proposed_by"),
                instant(row, "proposed_at"),
                word);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
