package org.assay.db.chain;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** SHA-256, as PostgreSQL's own function of that name has it. */
final class Sha256 {
    /** Bytes of a row's hash that its link keeps. */
    static final int MARK = Long.BYTES;

    private Sha256() {}

    static byte[] of(byte[] bytes) {
        return digest().digest(bytes);
    }

    static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(of(bytes));
    }

    static String hex(String text) {
        return hex(text.getBytes(StandardCharsets.UTF_8));
    }

    static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** Of a hash, or of the place of one in a link's marks. */
    static long mark(byte[] bytes, int place) {
        return ByteBuffer.wrap(bytes, place * MARK, MARK).getLong();
    }

    /** As a database compares text that is COLLATE "C". */
    static int compareUtf8(String one, String other) {
        return Arrays.compareUnsigned(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
