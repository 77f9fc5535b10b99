package org.assay.pack.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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

    @Override
    public Json write(List<E> values) {
        return new Json.Items(values.stream().map(each::write).toList(), Json.Spot.NONE);
    }
}
