package org.assay.pack.table;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** An object whose property names are data, such as file names. */
public record JsonMap<V>(Part<V> each) implements Part<SortedMap<String, V>> {
    @Override
    public Optional<SortedMap<String, V>> read(Json json, String file, Refusals refusals) {
        if (!(json instanceof Json.Members object)) {
            refusals.add(file, json.spot().line(), json.spot().label(), json.shown(), "an object");
            return Optional.empty();
        }
        SortedMap<String, V> read = new TreeMap<>();
        for (Json.Member member : object.members()) {
            each.read(member.value(), file, refusals).ifPresent(value -> read.put(member.name(), value));
        }
        boolean whole = read.size() == object.members().size();
        return whole ? Optional.of(Collections.unmodifiableSortedMap(read)) : Optional.empty();
    }

    @Override
    public Json write(SortedMap<String, V> values) {
        return new Json.Members(
                values.entrySet().stream()
                        .map(entry -> new Json.Member(entry.getKey(), Json.Spot.NONE, each.write(entry.getValue())))
                        .toList(),
                Json.Spot.NONE);
    }
}
