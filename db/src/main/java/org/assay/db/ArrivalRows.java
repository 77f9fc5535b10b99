package org.assay.db;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.assay.db.FileRows.Owner;
import org.assay.pack.table.Table;

/** Files as they arrived, and the rows they brought. */
final class ArrivalRows {
    private static final String TAKEN =
            "select 1 from assay.file where fund = ? and kind = ? and sha256 = ? and outcome = 'TAKEN'";

    private static final String FILE = """
            insert into assay.file (fund, kind, name, sha256, content, rows, recorded, outcome, sent_by)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?) returning id""";

    /** Nothing of it was learned, so it has no moment of record. */
    private static final String REFUSED = """
            insert into assay.file (fund, kind, name, sha256, rows, outcome, sent_by, size, reasons)
            values (?, ?, ?, ?, 0, 'REFUSED', ?, ?, ?)
            on conflict (fund, kind, sha256) where outcome = 'REFUSED' do nothing""";

    /** After everything recorded and struck: the last day has the latest K of the fund's own line. */
    private static final String LATEST = """
            select greatest(
                (select max(recorded) from assay.file where fund = ?),
                (select max(known) from assay.branch where fund = ?),
                (select max(known) from assay.strike where fund = ?
                    and date = (select max(date) from assay.strike where fund = ?)))""";

    private ArrivalRows() {}

    static boolean isTaken(Connection connection, Arrival file) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(TAKEN)) {
            FileRows.bind(connection, select, file.fund(), file.kind(), file.sha256());
            try (ResultSet row = select.executeQuery()) {
                return row.next();
            }
        }
    }

    static Optional<Instant> latest(Connection connection, String fund) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(LATEST)) {
            FileRows.bind(connection, select, fund, fund, fund, fund);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return Optional.ofNullable(row.getObject(1, OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant);
            }
        }
    }

    /** Those that had come by a moment, the last first. */
    static List<ArrivedFile> read(Connection connection, Instant moment, String fund) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                select id, fund, kind, name, sha256, recorded, rows, outcome, sent_by, received_at,
                    coalesce(size, octet_length(content)) as size, coalesce(reasons, '{}') as reasons
                from assay.file where fund = ? and received_at <= ? order by id desc""")) {
            FileRows.bind(connection, select, fund, moment);
            try (ResultSet row = select.executeQuery()) {
                List<ArrivedFile> files = new ArrayList<>();
                while (row.next()) {
                    files.add(file(row));
                }
                return files;
            }
        }
    }

    private static ArrivedFile file(ResultSet row) throws SQLException {
        Arrival file = new Arrival(
                row.getString("fund"),
                row.getString("kind"),
                row.getString("name"),
                row.getString("sha256"),
                Optional.ofNullable(row.getObject("recorded", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                row.getString("sent_by"));
        return new ArrivedFile(
                row.getLong("id"),
                file,
                row.getInt("rows"),
                ArrivedFile.Outcome.valueOf(row.getString("outcome")),
                Optional.ofNullable(row.getObject("size", Integer.class)),
                List.of((String[]) row.getArray("reasons").getArray()),
                row.getObject("received_at", OffsetDateTime.class).toInstant());
    }

    /**
     * A file in which something was new.
     *
     * @param content absent for a pack: what it said is in the tables whole
     * @return its number
     */
    static long taken(Connection connection, Arrival file, Optional<byte[]> content, int rows) throws SQLException {
        return append(connection, file, content, rows, "TAKEN");
    }

    /** @return the number of a file in which nothing was new */
    static long repeated(Connection connection, Arrival file) throws SQLException {
        return append(connection, file, Optional.empty(), 0, "REPEATED");
    }

    /**
     * A file nothing of which was taken; the same content is kept once.
     *
     * @param size in bytes
     */
    static void refused(Connection connection, Arrival file, int size, List<String> reasons) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(REFUSED)) {
            FileRows.bind(connection, insert, file.fund(), file.kind(), file.name(), file.sha256(), file.sentBy());
            insert.setInt(6, size);
            insert.setArray(7, connection.createArrayOf("text", reasons.toArray()));
            insert.executeUpdate();
        }
    }

    private static long append(Connection connection, Arrival file, Optional<byte[]> content, int rows, String outcome)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(FILE)) {
            FileRows.bind(connection, insert, file.fund(), file.kind(), file.name(), file.sha256());
            insert.setBytes(5, content.orElse(null));
            insert.setInt(6, rows);
            insert.setObject(
                    7, file.recorded().map(at -> at.atOffset(ZoneOffset.UTC)).orElse(null));
            FileRows.bindFrom(8, connection, insert, outcome, file.sentBy());
            try (ResultSet row = insert.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    static <T> void append(Connection connection, Arrival file, long id, Table<T> table, List<T> rows)
            throws SQLException {
        Owner owner =
                Owner.of("fund", file.fund()).and("posted_by", file.sentBy()).and("file", Long.toString(id));
        FileRows.append(connection, "assay." + Tables.name(table), owner, table, rows);
    }
}
