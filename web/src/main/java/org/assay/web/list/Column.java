package org.assay.web.list;

/**
 * A column that can be left out.
 *
 * @param name as it stands in addresses
 * @param head its words
 * @param isSortable the list can be sorted by it
 */
public record Column(String name, String head, boolean isSortable) {
    /** By which the list can be sorted. */
    public static Column sorted(String name, String head) {
        return new Column(name, head, true);
    }

    /** By which it cannot. */
    public static Column of(String name, String head) {
        return new Column(name, head, false);
    }
}
