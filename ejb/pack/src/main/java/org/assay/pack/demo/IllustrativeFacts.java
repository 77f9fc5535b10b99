package org.assay.pack.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.assay.kernel.instrument.Bill;
import org.assay.kernel.instrument.Future;
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
import org.assay.kernel.money.Currency;
import org.assay.kernel.money.Money;
import org.assay.kernel.money.Price;
import org.assay.kernel.money.Quantity;

/** What happens to the illustrative fund, day by day, at the prices of its market. */
final class IllustrativeFacts {
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final LocalTime NOON = LocalTime.NOON;
    private static final BigDecimal TEN_BASIS_POINTS = new BigDecimal("0.001");
    private static final String DESK = "illustrative desk";

    private final IllustrativeMarket market;
    private final List<Fact> facts = new ArrayList<>();

    IllustrativeFacts(IllustrativeMarket market) {
        this.market = market;
        capital();
        futures();
        bills();
        tokens();
        cash();
    }

    List<Fact> all() {
        return facts;
    }

    private void capital() {
        order("S-001", "2026-01-05", Side.SUBSCRIPTION, "A", "Investor 1", usd("20000000.00"), "2026-01-05");
        order("S-002", "2026-01-05", Side.SUBSCRIPTION, "I", "Investor 2", usd("30000000.00"), "2026-01-05");
        order("S-003", "2026-01-20", Side.SUBSCRIPTION, "A", "Investor 3", usd("1250000.00"), "2026-01-22");
        order("S-004", "2026-02-13", Side.SUBSCRIPTION, "I", "Investor 4", usd("4000000.00"), "2026-02-18");
        order("S-005", "2026-03-31", Side.SUBSCRIPTION, "A", "Investor 5", usd("750000.00"), "2026-03-31");
        order("S-006", "2026-05-15", Side.SUBSCRIPTION, "I", "Investor 2", usd("2500000.00"), "2026-05-19");
        order("R-001", "2026-02-27", Side.REDEMPTION, "I", "Investor 2", "12000.0000", "2026-03-04");
        order("R-002", "2026-03-31", Side.REDEMPTION, "A", "Investor 1", usd("600000.00"), "2026-04-06");
        order("R-003", "2026-04-30", Side.REDEMPTION, "A", "Investor 3", "2500.5000", "2026-05-05");
    }

    /** The contract held at the start of January is February's; the programme does the rest. */
    private void futures() {
        margin("M-001", "2026-01-05", "400.00");
        margin("M-002", "2026-03-16", "550.00");
        cash("C-001", "2026-01-06", Kind.TRANSFER, "BANK", usd("3000000.00"), Optional.of("FCM"), Optional.empty());
        Future near = IllustrativeTerms.contracts().get(0);
        trade("T-001", "2026-01-06", near, "FCM", new BigDecimal("2857"), usd("3571.25"), 0);
        Future april = IllustrativeTerms.contracts().get(3);
        trade("T-090", "2026-04-07", april, "FCM", new BigDecimal("-357"), usd("446.25"), 0);
    }

    /** One million stands as collateral at the broker, the rest lies with the custodian. */
    private void bills() {
        bill("T-002", "2026-01-06", IllustrativeTerms.APRIL, "FCM", "1000000");
        bill("T-003", "2026-01-06", IllustrativeTerms.APRIL, "VAULT", "12000000");
        bill("T-091", "2026-04-06", IllustrativeTerms.JULY, "FCM", "1500000");
        bill("T-092", "2026-04-06", IllustrativeTerms.JULY, "VAULT", "10000000");
    }

    private void tokens() {
        token("T-010", "2026-01-06", IllustrativeTerms.RENDER, "400000");
        token("T-011", "2026-01-07", IllustrativeTerms.RENDER, "250000.5");
        token("T-012", "2026-01-07", IllustrativeTerms.AKT, "900000");
        token("T-013", "2026-01-08", IllustrativeTerms.TAO, "9000.123456789");
        token("T-014", "2026-01-26", IllustrativeTerms.TAO, "1500");
        token("T-015", "2026-02-10", IllustrativeTerms.AKT, "-150000.25");
        replaced("T-016", "T-017", "2026-02-19", IllustrativeTerms.RENDER, "120000", "12000");
        token("T-018", "2026-02-25", IllustrativeTerms.RENDER, "-300000");
        late("T-019", "2026-03-03", "2026-03-05", IllustrativeTerms.AKT, "200000");
        token("T-020", "2026-03-24", IllustrativeTerms.AKT, "-100000");
        token("T-021", "2026-04-15", IllustrativeTerms.TAO, "1200");
        token("T-022", "2026-05-06", IllustrativeTerms.TAO, "-2500.5");
        token("T-023", "2026-05-20", IllustrativeTerms.RENDER, "60000");
    }

    private void cash() {
        cash(
                "C-002",
                "2026-01-07",
                Kind.EXCHANGE,
                "BANK",
                usd("325000.00"),
                Optional.of("BANK"),
                Optional.of(eur("299800.00")));
        String[] paid = {"2026-01-29", "2026-02-26", "2026-03-27", "2026-04-29", "2026-05-28"};
        String[] invoices = {"18250.00", "18250.00", "24400.50", "18250.00", "19025.75"};
        for (int i = 0; i < paid.length; i++) {
            cash("C-1" + i + "0", paid[i], Kind.EXPENSE, "BANK", eur(invoices[i]), Optional.empty(), Optional.empty());
        }
        String[] received = {"2026-02-02", "2026-03-02", "2026-04-01", "2026-05-01"};
        String[] interest = {"48000.00", "47000.00", "40000.00", "45000.00"};
        String[] feesA = {"21000.00", "23500.00", "25500.00", "24000.00"};
        String[] feesI = {"14500.00", "17500.00", "19500.00", "19000.00"};
        for (int i = 0; i < received.length; i++) {
            cash(
                    "C-2" + i + "0",
                    received[i],
                    Kind.INTEREST,
                    "BANK",
                    usd(interest[i]),
                    Optional.empty(),
                    Optional.empty());
            fee("C-3" + i + "0", received[i], "A", feesA[i]);
            fee("C-3" + i + "1", received[i], "I", feesI[i]);
        }
    }

    private void order(String id, String day, Side side, String code, String investor, Money amount, String settles) {
        order(id, day, side, code, investor, Optional.of(amount), Optional.empty(), settles);
    }

    private void order(String id, String day, Side side, String code, String investor, String shares, String settles) {
        Quantity quantity = new Quantity(new BigDecimal(shares));
        order(id, day, side, code, investor, Optional.empty(), Optional.of(quantity), settles);
    }

    private void order(
            String id,
            String day,
            Side side,
            String code,
            String investor,
            Optional<Money> amount,
            Optional<Quantity> shares,
            String settles) {
        facts.add(new CapitalOrder(
                stamp(id, day, day, Optional.empty(), "illustrative transfer agent"),
                side,
                code,
                investor,
                amount,
                shares,
                date(day),
                date(settles),
                "BANK",
                Optional.empty(),
                Optional.empty()));
    }

    private void token(String id, String day, Token token, String quantity) {
        tokenTrade(stamp(id, day, day, Optional.empty(), DESK), day, token, quantity);
    }

    /** Learned days after it happened, when its day was struck already. */
    private void late(String id, String day, String learned, Token token, String quantity) {
        tokenTrade(
                stamp(id, day, learned, Optional.empty(), "illustrative custodian, late file"), day, token, quantity);
    }

    /** Entered ten times too large, and replaced the same afternoon. */
    private void replaced(String wrongId, String rightId, String day, Token token, String wrong, String right) {
        token(wrongId, day, token, wrong);
        tokenTrade(stamp(rightId, day, day, Optional.of(wrongId), "illustrative desk, corrected"), day, token, right);
    }

    private void tokenTrade(Stamp stamp, String day, Token token, String quantity) {
        BigDecimal units = new BigDecimal(quantity);
        BigDecimal value = market.on(date(day), token).multiply(units.abs());
        Money commission = Money.rounded(value.multiply(TEN_BASIS_POINTS), IllustrativeTerms.USD, RoundingMode.HALF_UP);
        trade(stamp, day, token, "VAULT", units, commission, 1);
    }

    private void bill(String id, String day, Bill bill, String place, String face) {
        trade(id, day, bill, place, new BigDecimal(face), usd("0.00"), 1);
    }

    private void trade(
            String id, String day, Instrument instrument, String place, BigDecimal units, Money paid, int settleDays) {
        trade(stamp(id, day, day, Optional.empty(), DESK), day, instrument, place, units, paid, settleDays);
    }

    private void trade(
            Stamp stamp,
            String day,
            Instrument instrument,
            String place,
            BigDecimal units,
            Money commission,
            int settleDays) {
        facts.add(new Trade(
                stamp,
                date(day),
                IllustrativeTerms.exchange().plusBusinessDays(date(day), settleDays),
                instrument.id(),
                place,
                new Quantity(units),
                new Price(market.on(date(day), instrument), instrument.currency()),
                commission,
                Quantity.ZERO,
                Optional.empty()));
    }

    private void margin(String id, String day, String perLot) {
        Stamp stamp = stamp(id, day, day, Optional.empty(), "illustrative broker");
        facts.add(new MarginRate(stamp, "ILL-H100", usd(perLot)));
    }

    private void fee(String id, String day, String code, String amount) {
        facts.add(new CashMovement(
                stamp(id, day, day, Optional.empty(), "illustrative bank"),
                Kind.FEE_PAYMENT,
                "BANK",
                usd(amount),
                Optional.empty(),
                Optional.empty(),
                Optional.of(code)));
    }

    private void cash(
            String id,
            String day,
            Kind kind,
            String place,
            Money amount,
            Optional<String> to,
            Optional<Money> toAmount) {
        Stamp stamp = stamp(id, day, day, Optional.empty(), "illustrative bank");
        facts.add(new CashMovement(stamp, kind, place, amount, to, toAmount, Optional.empty()));
    }

    /** Happens at noon in New York; is learned an hour later, or at one o'clock of the day it is learned. */
    private static Stamp stamp(String id, String day, String learned, Optional<String> corrects, String source) {
        return new Stamp(id, at(day, NOON), at(learned, NOON.plusHours(1)), corrects, source);
    }

    private static Instant at(String day, LocalTime time) {
        return date(day).atTime(time).atZone(NEW_YORK).toInstant();
    }

    private static Money usd(String amount) {
        return money(amount, IllustrativeTerms.USD);
    }

    private static Money eur(String amount) {
        return money(amount, IllustrativeTerms.EUR);
    }

    private static Money money(String amount, Currency currency) {
        return new Money(new BigDecimal(amount), currency);
    }

    private static LocalDate date(String date) {
        return LocalDate.parse(date);
    }
}
