package org.assay.bench;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;

/**
 * One line of the table: our figure beside its limit, both of the same run.
 *
 * @param goal as performance goals are numbered
 * @param what was done, with its size
 * @param limit in words with its figure
 * @param ours in words with its figure
 * @param ratio of the two, in the goal's own sense
 * @param asked the goal
 * @param isMet by this run
 */
record Figure(String goal, String what, String limit, String ours, BigDecimal ratio, String asked, boolean isMet) {
    /** Times: a ratio is good when it is small. */
    static Figure atMost(String goal, String what, Duration limit, Duration ours, String times) {
        BigDecimal ratio = ratio(ours.toNanos(), limit.toNanos());
        boolean isMet = ratio.compareTo(new BigDecimal(times)) <= 0;
        return new Figure(goal, what, seconds(limit), seconds(ours), ratio, "<= " + times, isMet);
    }

    /** Rates: a ratio is good when it is large. */
    static Figure atLeast(String goal, String what, long limit, long ours, String unit, String times) {
        BigDecimal ratio = ratio(ours, limit);
        boolean isMet = ratio.compareTo(new BigDecimal(times)) >= 0;
        return new Figure(goal, what, limit + unit, ours + unit, ratio, ">= " + times, isMet);
    }

    static String seconds(Duration duration) {
        return BigDecimal.valueOf(duration.toMillis(), 3).toPlainString() + " s";
    }

    static BigDecimal ratio(long part, long whole) {
        return BigDecimal.valueOf(part).divide(BigDecimal.valueOf(Math.max(1, whole)), 2, RoundingMode.HALF_UP);
    }

    @Override
    public String toString() {
        return "| %s | %s | %s | %s | %s | %s | %s |"
                .formatted(goal, what, limit, ours, ratio.toPlainString(), asked, isMet ? "yes" : "no");
    }
}
