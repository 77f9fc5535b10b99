package org.assay.pack.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.assay.kernel.calendar.BusinessCalendar;
import org.assay.kernel.instrument.Instrument;
import org.assay.kernel.instrument.Token;
import org.assay.kernel.ledger.CapitalOrder;
import org.assay.kernel.ledger.CapitalOrder.Side;
import org.assay.kernel.ledger.CashMovement;
import org.assay.kernel.ledger.CashMovement.Kind;
import org.assay.kernel.ledger.Fact;
import org.assay.kernel.ledger.MarginRate;
import org.assay.kernel.ledger.Stamp;
import org.assay.kernel.ledger.Trade;
import org.assay.kernel.money.Money;
import org.assay.kernel.money.Price;
import org.assay.kernel.money.Quantity;

/**
 * What happened to an illustrative fund, written down as its partners would tell it: at noon in New York, learned an hour
 * later. Trades are made at the day's close.
 */
final class FactBook {
    static final String BANK = "BANK";
    static final String FCM = "FCM";
    static final String VAULT = "VAULT";

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final LocalTime NOON = LocalTime.NOON;
    private static final BigDecimal TEN_BASIS_POINTS = new BigDecimal("0.001");
    private static final String DESK = "illustrative desk";
    private static final String ADMINISTRATOR = "illustrative bank";

    private final Market market;
    private final BusinessCalendar settlement;
    private final List<Fact> facts = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();

    /** @param settlement whose business days cash moves on */
    FactBook(Market market, BusinessCalendar settlement) {
        this.market = market;
        this.settlement = settlement;
    }

    List<Fact> all() {
        return facts;
    }

    /** The next of its kind: {@code T-001}. */
    String id(String kind) {
        return String.format(Locale.ROOT, "%s-%03d", kind, numbers.merge(kind, 1, Integer::sum));
    }

    void order(
            String id,
            LocalDate day,
            Side side,
            String code,
            String investor,
            Optional<Money> amount,
            Optional<Quantity> shares,
            LocalDate settles) {
        facts.add(new CapitalOrder(
                stamp(id, day, day, Optional.empty(), "illustrative transfer agent"),
                side,
                code,
                investor,
                amount,
                shares,
                day,
                settles,
                BANK,
                Optional.empty(),
                Optional.empty()));
    }

    /** @param units signed: positive is bought */
    void token(String id, LocalDate day, Token token, BigDecimal units) {
        facts.add(tokenTrade(stamp(id, day, day, Optional.empty(), DESK), day, token, units));
    }

    /** Learned days after it happened, when its day was struck already. */
    void late(String id, LocalDate day, LocalDate learned, Token token, BigDecimal units) {
        facts.add(tokenTrade(lateStamp(id, day, learned), day, token, units));
    }

    static Stamp lateStamp(String id, LocalDate day, LocalDate learned) {
        return stamp(id, day, learned, Optional.empty(), "illustrative custodian, late file");
    }

    /** Entered wrong, and replaced the same afternoon. */
    void replaced(String wrongId, String rightId, LocalDate day, Token token, BigDecimal wrong, BigDecimal right) {
        token(wrongId, day, token, wrong);
        Stamp stamp = stamp(rightId, day, day, Optional.of(wrongId), "illustrative desk, corrected");
        facts.add(tokenTrade(stamp, day, token, right));
    }

    /** Settles on the next business day; the commission is ten basis points. */
    Trade tokenTrade(Stamp stamp, LocalDate day, Token token, BigDecimal units) {
        BigDecimal value = market.on(day, token).multiply(units.abs());
        Money commission = Money.rounded(value.multiply(TEN_BASIS_POINTS), token.currency(), RoundingMode.HALF_UP);
        return trade(stamp, day, token, VAULT, units, commission, 1);
    }

    /** @param settleDays business days until the cash moves */
    void trade(
            String id,
            LocalDate day,
            Instrument instrument,
            String place,
            BigDecimal units,
            Money commission,
            int settleDays) {
        Stamp stamp = stamp(id, day, day, Optional.empty(), DESK);
        facts.add(trade(stamp, day, instrument, place, units, commission, settleDays));
    }

    private Trade trade(
            Stamp stamp,
            LocalDate day,
            Instrument instrument,
            String place,
            BigDecimal units,
            Money commission,
            int settleDays) {
        return new Trade(
                stamp,
                day,
                settlement.plusBusinessDays(day, settleDays),
                instrument.id(),
                place,
                new Quantity(units),
                new Price(market.on(day, instrument), instrument.currency()),
                commission,
                Quantity.ZERO,
                Optional.empty());
    }

    /** @param scope a contract, or the root of a chain */
    void margin(String id, LocalDate day, String scope, Money perLot) {
        Stamp stamp = stamp(id, day, day, Optional.empty(), "illustrative broker");
        facts.add(new MarginRate(stamp, scope, perLot));
    }

    /** A class's accrued fee goes to the manager. */
    void fee(String id, LocalDate day, String code, Money amount) {
        facts.add(new CashMovement(
                stamp(id, day, day, Optional.empty(), ADMINISTRATOR),
                Kind.FEE_PAYMENT,
                BANK,
                amount,
                Optional.empty(),
                Optional.empty(),
                Optional.of(code)));
    }

    /** An expense that was paid, or interest that came. */
    void cash(String id, LocalDate day, Kind kind, String place, Money amount) {
        cash(id, day, kind, place, amount, Optional.empty(), Optional.empty());
    }

    /** @param toAmount what an exchange brought */
    void cash(
            String id,
            LocalDate day,
            Kind kind,
            String place,
            Money amount,
            Optional<String> to,
            Optional<Money> toAmount) {
        Stamp stamp = stamp(id, day, day, Optional.empty(), ADMINISTRATOR);
        facts.add(new CashMovement(stamp, kind, place, amount, to, toAmount, Optional.empty()));
    }

    private static Stamp stamp(String id, LocalDate day, LocalDate learned, Optional<String> corrects, String source) {
        return new Stamp(id, at(day, NOON), at(learned, NOON.plusHours(1)), corrects, source);
    }

    private static Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(NEW_YORK).toInstant();
    }
}
