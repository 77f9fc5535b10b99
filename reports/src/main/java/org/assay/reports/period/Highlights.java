package org.assay.reports.period;

import java.math.BigDecimal;
import org.assay.kernel.money.Money;

/**
 * The financial highlights of a class (ASC 946-205-50): per share by average shares outstanding, ratios to average net assets,
 * both averaged over calendar days. Each figure is worked from the others as they are printed.
 *
 * @param days calendar days on which the class had holders
 * @param scaledTo days of a year, to which ratios of a shorter period are scaled; the days themselves for a whole year
 * @param gains realised and unrealised: what is left when everything else is told
 * @param totalReturn in per cent: the product of the days' returns
 * @param expenseRatio in per cent of average net assets, a year
 * @param incomeRatio net investment income, likewise
 */
record Highlights(
        long days,
        long scaledTo,
        BigDecimal averageNetAssets,
        BigDecimal averageShares,
        Money income,
        Money expenses,
        BigDecimal start,
        BigDecimal incomePerShare,
        BigDecimal gains,
        BigDecimal feesKept,
        BigDecimal distributions,
        BigDecimal end,
        BigDecimal totalReturn,
        BigDecimal expenseRatio,
        BigDecimal incomeRatio) {
    /** Of average shares. */
    static final int SHARES = 4;

    static Highlights of(ClassRoll roll, Period period) {
        BigDecimal days = BigDecimal.valueOf(roll.days);
        long scaledTo = period.isFullYear() ? roll.days : period.to().lengthOfYear();
        BigDecimal netAssets =
                Ratio.of(roll.netAssetDays, days, roll.opening.currency().decimals());
        BigDecimal shares = Ratio.of(roll.shareDays, days, SHARES);
        Money expenses =
                OperationTables.part(roll, OperationTables.Part.EXPENSES).negate();
        Money income = OperationTables.part(roll, OperationTables.Part.INCOME).minus(expenses);
        int decimals = roll.priceDecimals;
        BigDecimal start = roll.openingPrice.perUnit().setScale(decimals);
        BigDecimal end = roll.price.perUnit().setScale(decimals);
        BigDecimal perShare = Ratio.of(income.amount(), shares, decimals);
        BigDecimal kept = Ratio.of(roll.kept.amount(), shares, decimals);
        BigDecimal given = Ratio.of(roll.distributed.amount(), shares, decimals);
        BigDecimal whole = netAssets.multiply(days);
        BigDecimal year = BigDecimal.valueOf(scaledTo);
        return new Highlights(
                roll.days,
                scaledTo,
                netAssets,
                shares,
                income,
                expenses,
                start,
                perShare,
                end.subtract(start).subtract(perShare).subtract(kept).add(given),
                kept,
                given,
                end,
                roll.growth.subtract(BigDecimal.ONE).movePointRight(2).setScale(Ratio.PERCENT, Ratio.MODE),
                Ratio.percent(expenses.amount().multiply(year), whole),
                Ratio.percent(income.amount().multiply(year), whole));
    }
}
