package org.assay.batch.night;

import java.util.Date;
import org.quartz.DateBuilder;
import org.quartz.DateBuilder.IntervalUnit;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.Trigger;
import org.quartz.TriggerKey;

/**
 * A trigger that was set by a clock which ran ahead. Once the clock is put right, the scheduler would let it wait until that
 * time has come: for a day, if that is how far the clock had jumped.
 */
public final class AheadOfTime {
    /** No trigger of the night is ever set further ahead. */
    private static final int SECONDS = 60;

    private AheadOfTime() {}

    /** Lets it fire now, when it is one. */
    public static void bringBack(Scheduler scheduler, TriggerKey key) throws SchedulerException {
        Trigger trigger = scheduler.getTrigger(key);
        if (trigger != null && isAhead(trigger)) {
            scheduler.rescheduleJob(key, trigger.getTriggerBuilder().startNow().build());
        }
    }

    private static boolean isAhead(Trigger trigger) {
        Date next = trigger.getNextFireTime();
        return next != null
                && next.toInstant()
                        .isAfter(DateBuilder.futureDate(SECONDS, IntervalUnit.SECOND)
                                .toInstant());
    }
}
