package org.assay.pack.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A list of one kind of value. */
record JsonList<E>(Part<E> each) implements Part<List<E>> {
    @Override
    public Optional<List<E>> read(Json json, String file, Refusals refusals) {
        if (!(json instanceof Json.Items list)) {
            refusals.add(file, json.spot().line(), json.spot().label(), json.shown(), "a list");
            return Optional.empty();
        }
        List<E> read = new ArrayList<>();
        for (Json item : list.items()) {
            each.read(item, file, refusals).ifPresent(read::add);
        }
        return read.size() == list.items().size() ? Optional.of(List.copyOf(read)) : Optional.empty();
    }

    /** The same in one cell, with blanks between. */
    Format<List<E>> cell() {
        if (!(each instanceof Format<E> format)) {
            throw new IllegalStateException("a list of what is no single cell stands in no cell");
        }
        return Format.of(
                "%s, and more of them with blanks between".formatted(format.expected()),
                Json.Token.STRING,
                text -> all(Stream.of(text.split(" +")).map(format::read).toList()),
                values -> values.stream().map(format::text).collect(Collectors.joining(" ")));
    }

    private static <E> Optional<List<E>> all(List<Optional<E>> values) {
        List<E> there = values.stream().flatMap(Optional::stream).toList();
        return there.size() == values.size() ? Optional.of(there) : Optional.empty();
    }

    @Override
    public Json write(List<E> values) {
        return new Json.Items(values.stream().map(each::write).toList(), Json.Spot.NONE);
    }
}
