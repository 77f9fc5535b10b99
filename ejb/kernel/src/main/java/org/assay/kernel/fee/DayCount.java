package org.assay.kernel.fee;

import java.math.BigDecimal;

/** Days in the year of a yearly rate; the days counted are always actual ones. */
public enum DayCount {
    ACT_365("ACT/365", 365),
    ACT_360("ACT/360", 360);

    private final String label;
    private final int daysInYear;

    DayCount(String label, int daysInYear) {
        this.label = label;
        this.daysInYear = daysInYear;
    }

    public String label() {
        return label;
    }

    BigDecimal daysInYear() {
        return BigDecimal.valueOf(daysInYear);
    }
}
