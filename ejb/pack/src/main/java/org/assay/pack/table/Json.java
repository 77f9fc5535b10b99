package org.assay.pack.table;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A JSON value that knows where it stands, so that a refusal can say so. */
public sealed interface Json permits Json.Leaf, Json.Items, Json.Members {
    /** Where it starts. */
    Spot spot();

    /**
     * A place in a JSON file.
     *
     * @param path from the root, such as {@code classes[0].launch}; empty for the root
     */
    record Spot(int line, int column, String path) {
        /** Of what was not read from a file. */
        public static final Spot NONE = new Spot(0, 0, "");

        /** Column and path, as a refusal shows them. */
        public String label() {
            return path.isEmpty() ? Integer.toString(column) : "%s (%s)".formatted(column, path);
        }
    }

    /** What sort of leaf: money, rates and dates are strings, counts are integers. */
    enum Token {
        STRING,
        INTEGER,
        BOOLEAN,
        OTHER
    }

    /** Text, a number or a truth value, as it was written. */
    record Leaf(String text, Token token, Spot spot) implements Json {}

    /** A list. */
    record Items(List<Json> items, Spot spot) implements Json {
        public Items {
            items = List.copyOf(items);
        }
    }

    /** An object; its members in the order of the file. */
    record Members(List<Member> members, Spot spot) implements Json {
        public Members {
            members = List.copyOf(members);
        }

        Optional<Member> find(String name) {
            return members.stream().filter(member -> member.name().equals(name)).findFirst();
        }

        /** The same with another value of one member, which comes last when it was not there. */
        public Members with(String name, Json value) {
            Member member = new Member(name, Spot.NONE, value);
            return new Members(
                    find(name).isPresent()
                            ? members.stream()
                                    .map(each -> each.name().equals(name) ? member : each)
                                    .toList()
                            : Stream.concat(members.stream(), Stream.of(member)).toList(),
                    spot);
        }
    }

    /**
     * One member of an object.
     *
     * @param named where its name stands
     */
    record Member(String name, Spot named, Json value) {}

    /** What a refusal shows of it. */
    default String shown() {
        if (this instanceof Leaf leaf) {
            return leaf.text();
        }
        return this instanceof Items ? "[...]" : "{...}";
    }

    /** What a list holds; nothing where the shape is another. */
    default List<Json> objects(String list) {
        return child(list)
                .filter(Items.class::isInstance)
                .map(items -> ((Items) items).items())
                .orElse(List.of());
    }

    /** The values of one property of every object of a list. */
    default List<String> texts(String list, String property) {
        return objects(list).stream()
                .map(item -> item.text(property))
                .flatMap(Optional::stream)
                .toList();
    }

    /** A property that is text; absent where the shape is another. */
    default Optional<String> text(String property) {
        return child(property).filter(Leaf.class::isInstance).map(leaf -> ((Leaf) leaf).text());
    }

    private Optional<Json> child(String property) {
        return this instanceof Members object ? object.find(property).map(Member::value) : Optional.empty();
    }
}
