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
 * without anybody remembering it; one that came later counts from the first time there is something in it.
 *
 * <p>Canonical text: a record is {@code Name(c1;c2;...)}, a list {@code [a;b]}, a map {@code {k=v;...}} in key order, absent
 * is {@code -}, a component that came later is {@code name=value}, a number is plain without idle zeros, and text is {@code length:text} so that no content can pose as
 * structure.
 */
final class Digest {
    private static final ClassValue<Part[]> PARTS = new ClassValue<>() {
        @Override
        protected Part[] computeValue(Class<?> type) {
            return Arrays.stream(type.getRecordComponents()).map(Part::of).toArray(Part[]::new);
        }
    };

    /**
     * A component of a record.
     *
     * @param later counts only when there is something in it
     */
    private record Part(String name, Method accessor, boolean later) {
        static Part of(RecordComponent component) {
            component.getAccessor().setAccessible(true);
            return new Part(
                    component.getName(), component.getAccessor(), component.isAnnotationPresent(AddedLater.class));
        }
    }

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
            for (Part part : PARTS.get(row.getClass())) {
                part(part, part.accessor().invoke(row));
            }
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("a record that cannot be read: " + row.getClass(), e);
        }
        write(")");
    }

    private void part(Part part, Object value) {
        if (part.later()) {
            if (isEmpty(value)) {
                return;
            }
            write(part.name() + "=");
        }
        value(value);
        write(";");
    }

    private static boolean isEmpty(Object value) {
        if (value instanceof Optional<?> maybe) {
            return maybe.isEmpty();
        }
        return value instanceof Map<?, ?> map ? map.isEmpty() : ((Collection<?>) value).isEmpty();
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
