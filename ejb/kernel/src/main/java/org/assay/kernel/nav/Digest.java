package org.assay.kernel.nav;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import org.assay.kernel.money.Currency;

/**
 * SHA-256 of a value's canonical text. Walks record components in their declared order, so a component that is added counts
 * without anybody remembering it; one that came later counts from the first time there is something in it.
 *
 * <p>Canonical text: a record is {@code Name(c1;c2;...)}, a list {@code [a;b]}, a map {@code {k=v;...}} in key order, absent
 * is {@code -}, a component that came later is {@code name=value}, a number is plain without idle zeros, and text is
 * {@code length:text} so that no content can pose as structure.
 */
final class Digest {
    private static final ClassValue<Shape> SHAPES = new ClassValue<>() {
        @Override
        protected Shape computeValue(Class<?> type) {
            return Shape.of(type);
        }
    };

    private static final Object NO_PART = new Object();

    private final CanonicalText text;
    private final Object part;

    private Digest(CanonicalText text, Object part) {
        this.text = text;
        this.part = part;
    }

    static String of(Record value) {
        return walk(value, NO_PART).get(0);
    }

    /** Of a result and of the books inside it. */
    static NavResult.Digests of(NavResult result, Books books) {
        List<String> both = walk(result, books);
        return new NavResult.Digests(both.get(0), both.get(1));
    }

    /** Of a value, and of that very part when it is met on the way. */
    private static List<String> walk(Record value, Object part) {
        MessageDigest whole = sha256();
        MessageDigest inside = sha256();
        CanonicalText text = new CanonicalText(whole, inside);
        new Digest(text, part).value(value);
        text.flush();
        return List.of(hex(whole), hex(inside));
    }

    private static String hex(MessageDigest sha) {
        return HexFormat.of().formatHex(sha.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private void value(Object value) {
        if (value instanceof Record row) {
            record(row);
        } else if (value instanceof BigDecimal number) {
            text.number(number);
        } else if (value instanceof String words) {
            text.words(words);
        } else if (value instanceof Optional<?> maybe) {
            optional(maybe);
        } else if (value instanceof SortedMap<?, ?> map) {
            map(map);
        } else if (value instanceof List<?> || value instanceof SortedSet<?>) {
            list((Collection<?>) value);
        } else if (value instanceof Enum<?> constant) {
            text.raw(constant.name());
        } else if (value instanceof Integer
                || value instanceof Boolean
                || value.getClass().getName().startsWith("java.time.")) {
            text.raw(value.toString());
        } else {
            throw new IllegalStateException("no canonical text for " + value.getClass());
        }
    }

    private void record(Record row) {
        if (row == part) {
            text.beginPart();
            components(row);
            text.endPart();
        } else if (row instanceof Currency currency) {
            text.again(currency, this::components);
        } else {
            components(row);
        }
    }

    private void components(Record row) {
        Shape shape = SHAPES.get(row.getClass());
        text.raw(shape.open());
        try {
            for (Component component : shape.components()) {
                Object value = component.accessor().invokeExact(row);
                if (!component.later()) {
                    component(component.kind(), value);
                } else if (!isEmpty(value)) {
                    text.raw(component.name());
                    text.sign('=');
                    component(component.kind(), value);
                }
            }
        } catch (Throwable e) {
            throw new IllegalStateException("a record that cannot be read: " + row.getClass(), e);
        }
        text.sign(')');
    }

    private void component(Kind kind, Object value) {
        switch (kind) {
            case NUMBER -> text.number((BigDecimal) value);
            case WORDS -> text.words((String) value);
            case RECORD -> record((Record) value);
            case OPTIONAL -> optional((Optional<?>) value);
            case TIME -> text.again(value, time -> text.raw(time.toString()));
            case OTHER -> value(value);
        }
        text.sign(';');
    }

    private static boolean isEmpty(Object value) {
        if (value instanceof Optional<?> maybe) {
            return maybe.isEmpty();
        }
        return value instanceof Map<?, ?> map ? map.isEmpty() : ((Collection<?>) value).isEmpty();
    }

    private void optional(Optional<?> maybe) {
        if (maybe.isPresent()) {
            value(maybe.get());
        } else {
            text.sign('-');
        }
    }

    private void list(Collection<?> values) {
        text.sign('[');
        for (Object value : values) {
            value(value);
            text.sign(';');
        }
        text.sign(']');
    }

    private void map(Map<?, ?> values) {
        text.sign('{');
        values.forEach((key, value) -> {
            value(key);
            text.sign('=');
            value(value);
            text.sign(';');
        });
        text.sign('}');
    }

    /** What a component is by its declaration, so that most values need not be asked what they are. */
    private enum Kind {
        NUMBER,
        WORDS,
        RECORD,
        OPTIONAL,
        TIME,
        OTHER;

        static Kind of(Class<?> type) {
            if (type == BigDecimal.class) {
                return NUMBER;
            }
            if (type == String.class) {
                return WORDS;
            }
            if (type == Optional.class) {
                return OPTIONAL;
            }
            if (type == LocalDate.class || type == Instant.class) {
                return TIME;
            }
            return type.isRecord() ? RECORD : OTHER;
        }
    }

    /** @param later counts only when there is something in it */
    private record Component(String name, MethodHandle accessor, Kind kind, boolean later) {
        static Component of(RecordComponent component) {
            try {
                Method accessor = component.getAccessor();
                accessor.setAccessible(true);
                return new Component(
                        component.getName(),
                        MethodHandles.lookup()
                                .unreflect(accessor)
                                .asType(MethodType.methodType(Object.class, Record.class)),
                        Kind.of(component.getType()),
                        component.isAnnotationPresent(AddedLater.class));
            } catch (IllegalAccessException e) {
                throw new IllegalStateException("a record that cannot be read: " + component, e);
            }
        }
    }

    /** How a kind of record is read; compared by nobody. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Shape(byte[] open, List<Component> components) {
        static Shape of(Class<?> type) {
            return new Shape(
                    (type.getSimpleName() + "(").getBytes(StandardCharsets.UTF_8),
                    Arrays.stream(type.getRecordComponents()).map(Component::of).toList());
        }
    }
}
