package org.assay.batch.night;

import java.util.List;
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
        return new Slice(Math.floorMod(progress.fund().id().hashCode(), COUNT));
    }

    static Slice of(JobExecutionContext context) {
        return new Slice(Integer.parseInt(context.getMergedJobDataMap().getString(NUMBER)));
    }

    /** Those of the slice. */
    List<Progress> of(List<Progress> funds) {
        return funds.stream().filter(fund -> of(fund).equals(this)).toList();
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
