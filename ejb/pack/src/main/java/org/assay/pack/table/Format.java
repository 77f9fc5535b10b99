package org.assay.pack.table;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * How one kind of value is written, and read back: the two are inverse. Strict, because a value that is nearly right
 * is the one nobody looks at. The usual kinds are in {@link Formats}.
 */
public final class Format<V> implements Part<V> {
    private final String expected;
    private final Json.Token token;
    private final Function<String, Optional<V>> read;
    private final Function<V, String> write;
    private final Predicate<String> excused;
    private final List<String> choices;

    private Format(
            String expected,
            Json.Token token,
            Function<String, Optional<V>> read,
            Function<V, String> write,
            Predicate<String> excused,
            List<String> choices) {
        this.expected = expected;
        this.token = token;
        this.read = read;
        this.write = write;
        this.excused = excused;
        this.choices = choices;
    }

    /**
     * @param expected what a person should have written: "a date such as 2026-01-05"
     * @param read empty when the text is something else
     */
    static <V> Format<V> of(
            String expected, Json.Token token, Function<String, Optional<V>> read, Function<V, String> write) {
        return new Format<>(expected, token, read, write, text -> false, List.of());
    }

    /** One of a closed list of words. */
    public static <V> Format<V> oneOf(List<V> values, Function<V, String> word) {
        List<String> words = values.stream().map(word).toList();
        Map<String, V> byWord = new HashMap<>();
        values.forEach(value -> byWord.putIfAbsent(word.apply(value), value));
        return new Format<>(
                "one of " + String.join(", ", words),
                Json.Token.STRING,
                text -> Optional.ofNullable(byWord.get(text)),
                word,
                text -> false,
                words);
    }

    /** A constant, by its name. */
    public static <V extends Enum<V>> Format<V> oneOf(Class<V> type) {
        return oneOf(Arrays.asList(type.getEnumConstants()), Enum::name);
    }

    /**
     * The name of something that stands elsewhere in the pack.
     *
     * @param find what has this name
     * @param refused names of what is there and was refused: reported there, and not once more for each mention
     * @param choices names of what is there
     */
    public static <V> Format<V> reference(
            String expected,
            Function<String, Optional<V>> find,
            Function<V, String> name,
            Predicate<String> refused,
            List<String> choices) {
        return new Format<>(expected, Json.Token.STRING, find, name, refused, List.copyOf(choices));
    }

    /** Narrowed to what {@code holds}. */
    public Format<V> where(Predicate<V> holds, String more) {
        return new Format<>(
                "%s, %s".formatted(expected, more),
                token,
                text -> read.apply(text).filter(holds),
                write,
                excused,
                choices);
    }

    /** The same text for another type. */
    public <W> Format<W> as(Function<V, W> to, Function<W, V> from) {
        return new Format<>(
                expected,
                token,
                text -> read.apply(text).map(to),
                value -> write.apply(from.apply(value)),
                excused,
                choices);
    }

    /** What may be written, where it is a closed list; none where it is not. */
    List<String> choices() {
        return choices;
    }

    /** What a person should have written. */
    public String expected() {
        return expected;
    }

    Optional<V> read(String text) {
        return read.apply(text);
    }

    String text(V value) {
        return write.apply(value);
    }

    /** It could not be read for a reason that is reported where it belongs. */
    boolean isExcused(String text) {
        return excused.test(text);
    }

    @Override
    public Optional<V> read(Json json, String file, Refusals refusals) {
        if (!(json instanceof Json.Leaf leaf) || leaf.token() != token) {
            refusals.add(file, json.spot().line(), json.spot().label(), json.shown(), expected + asJson());
            return Optional.empty();
        }
        Optional<V> value = read(leaf.text());
        if (value.isEmpty() && !isExcused(leaf.text())) {
            refusals.add(file, leaf.spot().line(), leaf.spot().label(), leaf.text(), expected);
        }
        return value;
    }

    private String asJson() {
        return switch (token) {
            case STRING -> ", in quotes";
            case INTEGER, BOOLEAN, OTHER -> ", without quotes";
        };
    }

    @Override
    public Json write(V value) {
        return new Json.Leaf(text(value), token, Json.Spot.NONE);
    }
}
