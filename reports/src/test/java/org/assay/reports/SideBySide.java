package org.assay.reports;

import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Two ways of the same work, a part of one and a part of the other in turn, so that both meet the same machine. Time is that
 * of the processor, which others on the machine disturb less, and only the ratio counts. {@code -Dassay.drill=reports} does a twentieth, {@code -Dassay.drill=reports-full} all of it.
 */
public final class SideBySide {
    private static final int PARTS = 10;

    private SideBySide() {}

    /** A part of the work. */
    public interface Work {
        /** @param times to do it */
        void run(int times) throws Exception;
    }

    public static boolean isAsked() {
        return System.getProperty("assay.drill", "").startsWith("reports");
    }

    /** @return our rate over that of the limit, at two decimals */
    public static BigDecimal ratio(String what, String unit, int times, Work limit, Work ours) throws Exception {
        int part = System.getProperty("assay.drill", "").equals("reports-full") ? times / PARTS : times / PARTS / 20;
        limit.run(part);
        ours.run(part);
        long limitTook = 0;
        long oursTook = 0;
        for (int i = 0; i < PARTS; i++) {
            limitTook += took(limit, part);
            oursTook += took(ours, part);
        }
        BigDecimal ratio = BigDecimal.valueOf(limitTook).divide(BigDecimal.valueOf(oursTook), 2, RoundingMode.HALF_UP);
        System.out.println("| P12 | %s, %s | %s %s/s | %s %s/s | %s |"
                .formatted(what, part * PARTS, rate(part, limitTook), unit, rate(part, oursTook), unit, ratio));
        return ratio;
    }

    private static long took(Work work, int times) throws Exception {
        long began = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        work.run(times);
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - began;
    }

    private static long rate(int part, long nanoseconds) {
        return 1_000_000_000L * part * PARTS / nanoseconds;
    }
}
