package org.assay.kernel.nav;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.assay.kernel.money.Plain;

/**
 * Text on its way into a digest, as bytes from the start: a strike of a thousand lots says a megabyte, mostly numbers, and
 * never needs a string of it.
 */
final class CanonicalText {
    private static final int CHUNK = 8_192;
    private static final int LONG_DIGITS = 18;
    private static final BigInteger LONG_UNIT = BigInteger.TEN.pow(LONG_DIGITS);
    /** Up to here a number divided by {@link #LONG_UNIT} fits a long: 36 digits, twice what a token quantity has. */
    private static final int TWO_LONGS = 119;

    private final MessageDigest whole;
    private final MessageDigest part;
    private final byte[] bytes = new byte[2 * CHUNK];
    private final byte[] digits = new byte[2 * LONG_DIGITS + 2];
    private final Map<Object, byte[]> said = new HashMap<>();
    private int length;
    private boolean inPart;

    /** @param part takes what is written between {@link #beginPart} and {@link #endPart} */
    CanonicalText(MessageDigest whole, MessageDigest part) {
        this.whole = whole;
        this.part = part;
    }

    void beginPart() {
        flush();
        inPart = true;
    }

    void endPart() {
        flush();
        inPart = false;
    }

    void flush() {
        whole.update(bytes, 0, length);
        if (inPart) {
            part.update(bytes, 0, length);
        }
        length = 0;
    }

    /** Structure: ASCII only. */
    void sign(char sign) {
        room(1);
        bytes[length++] = (byte) sign;
    }

    void raw(byte[] text) {
        if (text.length > CHUNK) {
            flush();
            whole.update(text);
            if (inPart) {
                part.update(text);
            }
            return;
        }
        room(text.length);
        System.arraycopy(text, 0, bytes, length, text.length);
        length += text.length;
    }

    void raw(String text) {
        raw(text.getBytes(StandardCharsets.UTF_8));
    }

    /** What stands in every row, such as its currency, is put into words once and copied after that. */
    <T> void again(T value, Consumer<T> speak) {
        byte[] words = said.get(value);
        if (words != null) {
            raw(words);
            return;
        }
        room(CHUNK);
        int start = length;
        speak.accept(value);
        said.put(value, Arrays.copyOfRange(bytes, start, length));
    }

    void words(String words) {
        count(words.length());
        sign(':');
        raw(words);
    }

    void count(int number) {
        if (number < 0) {
            raw(Integer.toString(number));
            return;
        }
        int first = put(number, digits.length, 1);
        room(digits.length);
        copy(first, digits.length - first);
    }

    /** As {@link Plain#text} writes it. */
    void number(BigDecimal number) {
        if (number.signum() == 0) {
            sign('0');
            return;
        }
        int first = number.scale() < 0 ? digits.length : digits(number);
        if (first == digits.length) {
            raw(Plain.text(number));
            return;
        }
        int end = digits.length;
        int scale = number.scale();
        while (scale > 0 && digits[end - 1] == '0') {
            end--;
            scale--;
        }
        room(2 * digits.length + scale);
        if (number.signum() < 0) {
            bytes[length++] = '-';
        }
        point(first, end - first, scale);
    }

    /** Digits from {@code first} on, {@code scale} of them behind the point. */
    private void point(int first, int count, int scale) {
        int before = count - scale;
        if (scale == 0) {
            copy(first, count);
        } else if (before > 0) {
            copy(first, before);
            bytes[length++] = '.';
            copy(first + before, scale);
        } else {
            bytes[length++] = '0';
            bytes[length++] = '.';
            Arrays.fill(bytes, length, length - before, (byte) '0');
            length -= before;
            copy(first, count);
        }
    }

    /** Without sign, to the end of the scratch; nothing where two longs cannot hold it. */
    private int digits(BigDecimal number) {
        if (number.precision() <= LONG_DIGITS) {
            // A decimal without a scale gives its long as it is; unscaledValue would make an object of it first.
            long unscaled = number.scaleByPowerOfTen(number.scale()).longValue();
            return put(Math.abs(unscaled), digits.length, 1);
        }
        BigInteger unscaled = number.unscaledValue().abs();
        if (unscaled.bitLength() > TWO_LONGS) {
            return digits.length;
        }
        BigInteger[] parts = unscaled.divideAndRemainder(LONG_UNIT);
        int low = put(parts[1].longValue(), digits.length, LONG_DIGITS);
        return put(parts[0].longValue(), low, 1);
    }

    private int put(long number, int end, int atLeast) {
        int at = end;
        long left = number;
        while (left > 0 || end - at < atLeast) {
            long tenth = left / 10;
            digits[--at] = (byte) ('0' + (left - tenth * 10));
            left = tenth;
        }
        return at;
    }

    private void copy(int from, int count) {
        System.arraycopy(digits, from, bytes, length, count);
        length += count;
    }

    private void room(int wanted) {
        if (length + wanted > bytes.length) {
            flush();
        }
    }
}
