package org.assay.kernel.roll;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import org.assay.kernel.money.Money;

/**
 * How a chain is rolled, as dated data of the fund.
 *
 * @param root the chain
 * @param location the broker whose position is rolled
 * @param firstBusinessDay of the month on which the window opens, counted by the contract's own calendar, from 1
 * @param weights share of the position rolled on each business day of the window; they add up to 1
 * @param designated twelve month codes (F G H J K M N Q U V X Z): the contract held at the start of January, February, ...
 * @param execution who makes the trades
 * @param hardStopDays business days before a contract's last safe day at which a position in it holds the NAV
 * @param commissionPerLot each side, on trades the strike makes itself
 */
public record Programme(
        String id,
        String root,
        String location,
        int firstBusinessDay,
        List<BigDecimal> weights,
        List<String> designated,
        Execution execution,
        int hardStopDays,
        Money commissionPerLot) {
    private static final String MONTH_CODES = "FGHJKMNQUVXZ";

    /** Who makes the trades. */
    public enum Execution {
        /** The strike itself, at the day's settlement prices. */
        SETTLEMENT,
        /** The desk; the strike waits for its fills and shows what is missing. */
        FILLS
    }

    public Programme {
        weights = weights.stream().map(BigDecimal::stripTrailingZeros).toList();
        designated = List.copyOf(designated);
        if (weights.stream().reduce(BigDecimal.ZERO, BigDecimal::add).compareTo(BigDecimal.ONE) != 0) {
            throw new IllegalArgumentException("programme %s, weights %s: expected a sum of 1".formatted(id, weights));
        }
        if (designated.size() != 12 || designated.stream().anyMatch(code -> !isMonthCode(code))) {
            throw new IllegalArgumentException("programme %s, designated %s: expected twelve month codes of %s"
                    .formatted(id, designated, MONTH_CODES));
        }
        if (firstBusinessDay < 1 || hardStopDays < 0) {
            throw new IllegalArgumentException(
                    "programme %s, first business day %s, hard stop %s: expected from 1 and from 0"
                            .formatted(id, firstBusinessDay, hardStopDays));
        }
    }

    /** The contract month held at the start of a calendar month: always a later one, in the next year where it must be. */
    public YearMonth held(YearMonth month) {
        int contractMonth = MONTH_CODES.indexOf(designated.get(month.getMonthValue() - 1)) + 1;
        YearMonth sameYear = YearMonth.of(month.getYear(), contractMonth);
        return sameYear.isAfter(month) ? sameYear : sameYear.plusYears(1);
    }

    /** On which the window closes, when every day of it is a good one. */
    public int lastBusinessDay() {
        return firstBusinessDay + weights.size() - 1;
    }

    /** Share of the position that should have been rolled by the end of this business day of the month. */
    BigDecimal rolledBy(int businessDay) {
        int days = Math.max(0, Math.min(weights.size(), businessDay - firstBusinessDay + 1));
        return weights.subList(0, days).stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static boolean isMonthCode(String code) {
        return code.length() == 1 && MONTH_CODES.contains(code);
    }
}
