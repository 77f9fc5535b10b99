package org.assay.db;

import java.time.LocalDate;
import java.util.Optional;

/** Which reports of a fund, in which order. */
public record ReportsWanted(
        Optional<String> kind, Optional<LocalDate> from, Optional<LocalDate> to, Order order, boolean isDescending) {
    /** By what they are sorted; what is equal stands by day, kind and status. */
    public enum Order {
        DAY("r.date"),
        KIND("r.kind"),
        STATUS("r.status"),
        SIZE("length(r.content)"),
        MADE("r.made_at");

        private final String sql;

        Order(String sql) {
            this.sql = sql;
        }
    }

    String orderBy() {
        String way = isDescending ? " desc" : "";
        return "%s%s, r.date%s, r.kind, r.status".formatted(order.sql, way, way);
    }
}
