package org.assay.pack.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A layout as a JSON object: its fields are properties, in the order they are written. */
public record JsonObject<T>(Layout<T> layout) implements Part<T> {
    @Override
    public Optional<T> read(Json json, String file, Refusals refusals) {
        if (!(json instanceof Json.Members object)) {
            refusals.add(file, json.spot().line(), json.spot().label(), json.shown(), "an object");
            return Optional.empty();
        }
        refuseUnknown(object, file, refusals);
        Object[] values = new Object[layout.fields().size()];
        boolean whole = true;
        for (Layout.Field<T, ?, ?> field : layout.fields()) {
            whole &= read(field, object, values, file, refusals);
        }
        if (!whole) {
            return Optional.empty();
        }
        return layout.row(new Cells(values, column -> seen(object, column)), file, refusals);
    }

    private void refuseUnknown(Json.Members object, String file, Refusals refusals) {
        for (Json.Member member : object.members()) {
            if (!layout.names().contains(member.name())) {
                refusals.add(
                        file,
                        member.named().line(),
                        member.named().label(),
                        member.name(),
                        "one of the properties " + String.join(", ", layout.names()));
            }
        }
    }

    private static <T, V, X> boolean read(
            Layout.Field<T, V, X> field, Json.Members object, Object[] values, String file, Refusals refusals) {
        Optional<Json.Member> member = object.find(field.name());
        if (member.isEmpty() && field.required()) {
            Json.Spot spot = object.spot();
            refusals.add(file, spot.line(), spot.label(), "", "the property %s here".formatted(field.name()));
            return false;
        }
        Optional<V> value = member.flatMap(found -> field.part().read(found.value(), file, refusals));
        if (member.isPresent() && value.isEmpty()) {
            return false;
        }
        field.given().apply(value).ifPresent(given -> values[field.column().index()] = given);
        return true;
    }

    private static Cells.Seen seen(Json.Members object, Column<?> column) {
        Json json = object.find(column.name()).map(Json.Member::value).orElse(object);
        return new Cells.Seen(json.spot().line(), json.spot().label(), json.shown());
    }

    @Override
    public Json write(T row) {
        List<Json.Member> members = new ArrayList<>();
        for (Layout.Field<T, ?, ?> field : layout.fields()) {
            write(field, row).ifPresent(members::add);
        }
        return new Json.Members(members, Json.Spot.NONE);
    }

    private static <T, V, X> Optional<Json.Member> write(Layout.Field<T, V, X> field, T row) {
        return field.of()
                .apply(row)
                .map(value -> new Json.Member(
                        field.name(), Json.Spot.NONE, field.part().write(value)));
    }
}
