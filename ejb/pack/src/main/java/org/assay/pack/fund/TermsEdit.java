package org.assay.pack.fund;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.assay.pack.table.Json;

/** Changes of fund.json as a tree: what is read of it afterwards is checked like any other. */
final class TermsEdit {
    private TermsEdit() {}

    /** An item into a list, in place of the one with the same values of these properties. */
    static Json.Members put(Json.Members object, String list, List<String> key, Json item) {
        List<Json> items = new ArrayList<>(object.objects(list));
        items.removeIf(each -> isSame(each, item, key));
        items.add(item);
        return object.with(list, new Json.Items(items, Json.Spot.NONE));
    }

    /** A change of the item of a list that has the same values of these properties. */
    static Json.Members inside(
            Json.Members object, String list, List<String> key, Json like, UnaryOperator<Json.Members> edit) {
        List<Json> items = object.objects(list).stream()
                .map(each -> isSame(each, like, key) ? edit.apply((Json.Members) each) : each)
                .toList();
        return object.with(list, new Json.Items(items, Json.Spot.NONE));
    }

    static boolean has(Json object, String list, List<String> key, Json like) {
        return object.objects(list).stream().anyMatch(each -> isSame(each, like, key));
    }

    private static boolean isSame(Json one, Json other, List<String> key) {
        return key.stream().allMatch(property -> one.text(property).equals(other.text(property)));
    }
}
