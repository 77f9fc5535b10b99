package org.assay.kernel.fee;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.assay.kernel.money.Rate;

/** The fraction of a dealt amount that the fund keeps for those who stay, as dated data. Before its first step it is nothing. */
public record DealingFee(List<Step> steps) {
    /** @param from first dealing day it counts on */
    public record Step(LocalDate from, Rate fraction) {}

    public DealingFee {
        steps = steps.stream().sorted(Comparator.comparing(Step::from)).toList();
    }

    /** Of an order dealt on this day. */
    public Rate on(LocalDate dealt) {
        return steps.stream()
                .filter(step -> !step.from().isAfter(dealt))
                .reduce((earlier, later) -> later)
                .map(Step::fraction)
                .orElse(Rate.ZERO);
    }
}
