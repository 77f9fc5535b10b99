package org.assay.db.chain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** A link and the rows it seals, whose hashes are put in as the rows come by. */
final class LinkRow {
    private final String fund;
    private final long seq;
    private final Optional<LocalDate> day;
    private final String content;
    private final byte[] marks;
    private final byte[][] hashes;

    private LinkRow(String fund, long seq, Optional<LocalDate> day, String content, byte[] marks) {
        this.fund = fund;
        this.seq = seq;
        this.day = day;
        this.content = content;
        this.marks = marks;
        this.hashes = new byte[marks.length / Sha256.MARK][];
    }

    static LinkRow of(ResultSet row) throws SQLException {
        return new LinkRow(
                row.getString("fund"),
                row.getLong("seq"),
                Optional.ofNullable(row.getObject("day", LocalDate.class)),
                row.getString("content"),
                row.getBytes("marks"));
    }

    String fund() {
        return fund;
    }

    long seq() {
        return seq;
    }

    Optional<LocalDate> day() {
        return day;
    }

    int size() {
        return hashes.length;
    }

    long mark(int place) {
        return Sha256.mark(marks, place);
    }

    void found(int place, byte[] hash) {
        hashes[place] = hash;
    }

    boolean isFound(int place) {
        return hashes[place] != null;
    }

    boolean isEmpty() {
        return Arrays.stream(hashes).allMatch(hash -> hash == null);
    }

    boolean isWhole() {
        return Arrays.stream(hashes).noneMatch(hash -> hash == null);
    }

    /** Of a whole one: marks are short, and only this is proof. */
    boolean isContent() {
        var digest = Sha256.digest();
        for (byte[] hash : hashes) {
            digest.update(hash);
        }
        return content.equals(HexFormat.of().formatHex(digest.digest()));
    }
}
