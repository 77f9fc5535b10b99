package org.assay.batch.night;

import org.assay.ejb.Night.Progress;
import org.quartz.JobDataMap;
import org.quartz.JobExecutionContext;
import org.quartz.JobKey;

/**
 * Some of the funds, always the same ones: never one trigger a fund, because a scheduler is a clock and not a queue.
 *
 * @param number from 0
 */
record Slice(int number) {
    static final int COUNT = 64;
    private static final String NUMBER = "slice";

    static Slice of(Progress progress) {
        return of(progress.fund().id());
    }

    private static Slice of(String fund) {
        return new Slice(Math.floorMod(fund.hashCode(), COUNT));
    }

    static Slice of(JobExecutionContext context) {
        return new Slice(Integer.parseInt(context.getMergedJobDataMap().getString(NUMBER)));
    }

    boolean has(String fund) {
        return of(fund).equals(this);
    }

    /** One job of a kind and slice at a time, over all nodes. */
    JobKey key(String kind) {
        return JobKey.jobKey("slice-" + Integer.toString(number), kind);
    }

    JobDataMap data() {
        JobDataMap data = new JobDataMap();
        data.put(NUMBER, Integer.toString(number));
        return data;
    }
}
