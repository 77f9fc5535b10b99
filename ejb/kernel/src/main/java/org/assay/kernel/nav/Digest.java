package org.assay.kernel.nav;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import org.assay.kernel.money.Plain;

/**
 * SHA-256 of a value's canonical text. Walks record components in their declared order, so a component that is added counts
 * without anybody remembering it.
 *
 * <p>Canonical text: a record is {@code Name(c1;c2;...)}, a list {@code [a;b]}, a map {@code {k=v;...}} in key order, absent
 * is {@code -}, a number is plain without idle zeros, and text is {@code length:text} so that no content can pose as
 * structure.
 */
final class Digest {
    private static final ClassValue<Method[]> ACCESSORS = new ClassValue<>() {
        @Override
        protected Method[] computeValue(Class<?> type) {
            return Arrays.stream(type.getRecordComponents())
                    .map(RecordComponent::getAccessor)
                    .peek(accessor -> accessor.setAccessible(true))
                    .toArray(Method[]::new);
        }
    };

    private static final int CHUNK = 8_192;

    private final MessageDigest sha;
    private final StringBuilder text = new StringBuilder(2 * CHUNK);

    private Digest(MessageDigest sha) {
        this.sha = sha;
    }

    static String of(Record value) {
        try {
            Digest digest = new Digest(MessageDigest.getInstance("SHA-256"));
            digest.value(value);
            digest.flush();
            return HexFormat.of().formatHex(digest.sha.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private void value(Object value) {
        if (value instanceof Record row) {
            record(row);
        } else if (value instanceof Optional<?> maybe) {
            maybe.ifPresentOrElse(this::value, () -> write("-"));
        } else if (value instanceof BigDecimal number) {
            write(Plain.text(number));
        } else if (value instanceof String words) {
            write(words.length() + ":" + words);
        } else if (value instanceof SortedMap<?, ?> map) {
            map(map);
        } else if (value instanceof List<?> || value instanceof SortedSet<?>) {
            list((Collection<?>) value);
        } else if (value instanceof Enum<?> constant) {
            write(constant.name());
        } else if (value instanceof Integer
                || value instanceof Boolean
                || value.getClass().getName().startsWith("java.time.")) {
            write(value.toString());
        } else {
            throw new IllegalStateException("no canonical text for " + value.getClass());
        }
    }

    private void record(Record row) {
        write(row.getClass().getSimpleName());
        write("(");
        try {
            for (Method accessor : ACCESSORS.get(row.getClass())) {
                value(accessor.invoke(row));
                write(";");
            }
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("a record that cannot be read: " + row.getClass(), e);
        }
        write(")");
    }

    private void list(Collection<?> values) {
        write("[");
        for (Object value : values) {
            value(value);
            write(";");
        }
        write("]");
    }

    private void map(Map<?, ?> values) {
        write("{");
        values.forEach((key, value) -> {
            value(key);
            write("=");
            value(value);
            write(";");
        });
        write("}");
    }

    private void write(String part) {
        text.append(part);
        if (text.length() >= CHUNK) {
            flush();
        }
    }

    private void flush() {
        sha.update(text.toString().getBytes(StandardCharsets.UTF_8));
        text.setLength(0);
    }
}
