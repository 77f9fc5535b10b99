package org.assay.reports.layout;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the colours of a document mean, as an ICC profile of version 2 (ICC.1:2001-04): primaries and curve of sRGB, IEC
 * 61966-2-1. Written by code, because the profile a JDK brings changes with the JDK, and the document's bytes with it.
 */
final class SrgbProfile {
    private static final int HEADER = 128;
    private static final int TAG = 12;
    private static final int CURVE_POINTS = 1024;

    /** Primaries adapted to D50 by Bradford's method, XYZ, in 65536ths. */
    private static final int[] RED = {0x6FA2, 0x38F5, 0x0390};

    private static final int[] GREEN = {0x6299, 0xB785, 0x18DA};
    private static final int[] BLUE = {0x24A0, 0x0F84, 0xB6CF};
    private static final int[] D65 = {0xF351, 0x10000, 0x116CC};
    private static final int[] D50 = {0xF6D6, 0x10000, 0xD32D};

    private SrgbProfile() {}

    static byte[] bytes() {
        Map<String, byte[]> tags = new LinkedHashMap<>();
        tags.put("desc", description("sRGB"));
        tags.put("cprt", text("Public domain"));
        tags.put("wtpt", xyz(D65));
        tags.put("rXYZ", xyz(RED));
        tags.put("gXYZ", xyz(GREEN));
        tags.put("bXYZ", xyz(BLUE));
        tags.put("rTRC", curve());
        int table = Integer.BYTES + TAG * (tags.size() + 2);
        int size = HEADER
                + table
                + tags.values().stream().mapToInt(data -> data.length).sum();
        ByteBuffer profile = ByteBuffer.allocate(size);
        header(profile, size);
        profile.putInt(tags.size() + 2);
        int at = HEADER + table;
        for (Map.Entry<String, byte[]> tag : tags.entrySet()) {
            entry(profile, tag.getKey(), at, tag.getValue().length);
            if (tag.getKey().equals("rTRC")) {
                entry(profile, "gTRC", at, tag.getValue().length);
                entry(profile, "bTRC", at, tag.getValue().length);
            }
            at += tag.getValue().length;
        }
        tags.values().forEach(profile::put);
        return profile.array();
    }

    private static void header(ByteBuffer profile, int size) {
        profile.putInt(0, size).putInt(8, 0x02400000);
        profile.put(12, ascii("mntrRGB XYZ "));
        // Made on the day the standard was published: a profile must have a date, and it must be the same one every
        // time.
        profile.putShort(24, (short) 1999).putShort(26, (short) 10).putShort(28, (short) 18);
        profile.put(36, ascii("acsp"));
        profile.putInt(68, D50[0]).putInt(72, D50[1]).putInt(76, D50[2]);
        profile.position(HEADER);
    }

    private static void entry(ByteBuffer profile, String tag, int at, int length) {
        profile.put(ascii(tag)).putInt(at).putInt(length);
    }

    private static byte[] xyz(int[] value) {
        return ByteBuffer.allocate(20)
                .put(ascii("XYZ "))
                .putInt(0)
                .putInt(value[0])
                .putInt(value[1])
                .putInt(value[2])
                .array();
    }

    /** From what a file holds to light, in 65535ths; {@code StrictMath}, as the bytes must be the same everywhere. */
    private static byte[] curve() {
        ByteBuffer curve = ByteBuffer.allocate(12 + Short.BYTES * CURVE_POINTS)
                .put(ascii("curv"))
                .putInt(0)
                .putInt(CURVE_POINTS);
        for (int i = 0; i < CURVE_POINTS; i++) {
            double held = (double) i / (CURVE_POINTS - 1);
            double light = held <= 0.04045 ? held / 12.92 : StrictMath.pow((held + 0.055) / 1.055, 2.4);
            curve.putShort((short) Math.round(light * 65535));
        }
        return curve.array();
    }

    private static byte[] text(String words) {
        return padded(ByteBuffer.allocate(9 + words.length())
                .put(ascii("text"))
                .putInt(0)
                .put(ascii(words))
                .array());
    }

    /** In ASCII; the same in Unicode and in the script of a Macintosh are left empty. */
    private static byte[] description(String words) {
        return padded(ByteBuffer.allocate(12 + words.length() + 1 + 8 + 70)
                .put(ascii("desc"))
                .putInt(0)
                .putInt(words.length() + 1)
                .put(ascii(words))
                .array());
    }

    private static byte[] padded(byte[] data) {
        return Arrays.copyOf(data, (data.length + 3) / 4 * 4);
    }

    private static byte[] ascii(String words) {
        return words.getBytes(StandardCharsets.US_ASCII);
    }
}
