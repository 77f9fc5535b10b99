package org.assay.kernel.nav;

/**
 * Strikes the net asset value of one fund for one day: a pure function of what was known. The same inputs give the same
 * result to the last byte, on any machine, years later.
 *
 * <pre>
 *        VP(D-1)                                                        VP(D)
 *   ------|----- capital dealt at D-1 enters | facts of the day ---------|---- prices, margin, mark, classes, fees, NAV
 *         open of D
 * </pre>
 */
public final class Nav {
    private Nav() {}

    /**
     * The order is the order of recognition: what comes later sees what came before it.
     *
     * @throws org.assay.kernel.FundException when a fact or a term cannot be booked; its subject names it
     */
    public static NavResult strike(NavInputs inputs) {
        Day day = new Day(inputs);
        Capital.enterDealt(day);
        Capital.withdraw(day);
        Settlement.payDue(day);
        Income.accreteBills(day);
        Booking.bookFacts(day);
        Pricing.mark(day);
        Expiry.endContracts(day);
        Rolling.roll(day);
        Margin.settle(day);
        Income.accrueCash(day);
        Valuation.revalue(day);
        Allocation.allocate(day);
        Fees.accrue(day);
        Capital.deal(day);
        return Controls.judge(inputs, day.result());
    }
}
