package org.assay.db;

/**
 * Which facts, in which order.
 *
 * @param kind as {@link org.assay.pack.fund.Arriving#kind} names it
 * @param begins what their ids begin with; empty for all. The one of exactly this id comes first
 */
public record FactsWanted(String kind, String begins, Order order, boolean isDescending) {
    /** By what they are sorted; of those that are equal, the last learned comes first. */
    public enum Order {
        LEARNED("f.recorded"),
        ID("f.id collate \"C\""),
        COUNTS("f.effective"),
        BY("f.posted_by collate \"C\"");

        private final String sql;

        Order(String sql) {
            this.sql = sql;
        }
    }

    /** Of this id. */
    public static FactsWanted one(String kind, String id) {
        return new FactsWanted(kind, id, Order.LEARNED, true);
    }

    /** Over a fact f. */
    String orderBy() {
        return "%s %s, f.recorded desc, f.id desc".formatted(order.sql, isDescending ? "desc" : "asc");
    }
}
