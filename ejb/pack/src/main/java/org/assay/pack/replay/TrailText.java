package org.assay.pack.replay;

import java.time.LocalDate;
import java.util.List;
import org.assay.kernel.trail.Trail;
import org.assay.pack.table.Json;
import org.assay.pack.table.JsonText;

/** Trails as trail.json has them. */
final class TrailText {
    private TrailText() {}

    static String json(LocalDate date, List<Trail> trails) {
        return JsonText.write(object(
                member("date", text(date.toString())),
                member("trails", list(trails.stream().map(TrailText::json).toList()))));
    }

    /** When no day was struck. */
    static String none() {
        return JsonText.write(object(member("trails", list(List.of()))));
    }

    private static Json json(Trail trail) {
        return object(
                member("label", text(trail.label())),
                member("value", text(trail.figure())),
                member("unit", text(trail.unit())),
                member("from", list(trail.from().stream().map(TrailText::json).toList())));
    }

    private static Json object(Json.Member... members) {
        return new Json.Members(List.of(members), Json.Spot.NONE);
    }

    private static Json list(List<Json> items) {
        return new Json.Items(items, Json.Spot.NONE);
    }

    private static Json.Member member(String name, Json value) {
        return new Json.Member(name, Json.Spot.NONE, value);
    }

    private static Json text(String text) {
        return new Json.Leaf(text, Json.Token.STRING, Json.Spot.NONE);
    }
}
