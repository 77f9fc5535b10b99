package org.assay.kernel.instrument;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import org.assay.kernel.calendar.BusinessCalendar;
import org.assay.kernel.money.Currency;
import org.assay.kernel.money.Price;
import org.assay.kernel.money.Quantity;

/**
 * A dated, daily-settled future. Quantity is whole lots, negative when short; the price is per underlying unit. Its dates
 * are data as the exchange published them, never computed: every public rule engine has been wrong somewhere.
 *
 * @param root the chain it belongs to, such as CL
 * @param multiplier underlying units in one lot
 * @param tick smallest step of its price
 * @param calendar id of the exchange's calendar: its business days settle, and margin moves on them
 * @param firstNotice first day on which delivery may be forced, for contracts that deliver
 * @param lastTrade last day on which it trades
 */
public record Future(
        String id,
        String name,
        Currency currency,
        String root,
        YearMonth contractMonth,
        UnderlyingUnit unit,
        BigDecimal multiplier,
        BigDecimal tick,
        String calendar,
        Optional<LocalDate> firstNotice,
        LocalDate lastTrade,
        Settlement settlement,
        boolean illustrative)
        implements Instrument {

    /** How it ends. */
    public enum Settlement {
        /** By a last payment of margin at the final settlement price. */
        CASH,
        /** By delivery, which a fund must never be caught in. */
        DELIVERY
    }

    public Future {
        if (multiplier.signum() <= 0 || tick.signum() <= 0) {
            throw new IllegalArgumentException(
                    "future %s, multiplier %s, tick %s: expected both above 0".formatted(id, multiplier, tick));
        }
        multiplier = multiplier.stripTrailingZeros();
        tick = tick.stripTrailingZeros();
    }

    /** The last day on which the fund may hold it: a delivery contract must be gone before its first notice. */
    public LocalDate lastSafeDay(BusinessCalendar exchange) {
        if (settlement == Settlement.CASH || firstNotice.isEmpty()) {
            return lastTrade;
        }
        LocalDate beforeNotice = exchange.plusBusinessDays(firstNotice.get(), -1);
        return beforeNotice.isBefore(lastTrade) ? beforeNotice : lastTrade;
    }

    /** The gain of {@code lots} when the price moves by {@code move} per unit, exact and signed. */
    public BigDecimal gain(Quantity lots, BigDecimal move) {
        return move.multiply(multiplier).multiply(lots.units());
    }

    /** Nothing: what it gained was paid as margin, and what was not yet paid is a receivable (control C12). */
    @Override
    public BigDecimal assetValue(Quantity held, Price price) {
        return BigDecimal.ZERO;
    }

    @Override
    public BigDecimal exposure(Quantity held, Price price) {
        return price.times(held).multiply(multiplier);
    }
}
