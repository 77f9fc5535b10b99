package org.assay.kernel.nav;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.assay.kernel.fee.DealingFee;
import org.assay.kernel.instrument.Future;
import org.assay.kernel.instrument.Token;
import org.assay.kernel.ledger.CashMovement;
import org.assay.kernel.money.Money;
import org.assay.kernel.money.Rate;
import org.assay.kernel.roll.Programme;

/** A roll month of a fund, drawn from a seed: tokens in two currencies, futures that roll, bills, orders, cash. */
final class RandomFund {
    static final String[] DAYS = businessDays("2026-02-06", "2026-02-17");

    private final SplittableRandom random;
    private final FundFixture fund = new FundFixture();
    private int facts;
    private long render = 700_000;
    private long euroToken = 550_000;
    private long gpuHour = 25_000;
    private long euro = 1_080_000;
    private BigDecimal heldRender = BigDecimal.ZERO;
    private BigDecimal heldEuroToken = BigDecimal.ZERO;

    private RandomFund(long seed) {
        this.random = new SplittableRandom(seed);
    }

    static FundFixture of(long seed) {
        RandomFund fund = new RandomFund(seed);
        fund.build();
        return fund.fund;
    }

    private void build() {
        // A holiday of the exchange inside the window of business days 6 to 10; the fund strikes all the same.
        fund.holidays.add(day("2026-02-11"));
        fund.programmes.add(FundFixture.programme(Programme.Execution.SETTLEMENT));
        fund.billHaircut = random.nextBoolean() ? Optional.of(new Rate(new BigDecimal("0.02"))) : Optional.empty();
        fund.redemptionFee =
                new DealingFee(List.of(new DealingFee.Step(day("2026-02-10"), new Rate(new BigDecimal("0.005")))));
        fund.commission = random.nextBoolean() ? FundTerms.CommissionPolicy.COST : FundTerms.CommissionPolicy.EXPENSE;
        fund.subscribe(id(), DAYS[0], "A", amount(1_000_000, 9_000_000));
        fund.subscribe(id(), DAYS[0], "I", amount(1_000_000, 9_000_000));
        fund.marginRate(id(), DAYS[0], amount(100, 900));
        for (int i = 0; i < DAYS.length; i++) {
            prices(DAYS[i]);
            if (i == 1) {
                fund.fundBroker(id(), DAYS[1], "400000.00");
                fund.trade(
                        id(), DAYS[1], day(DAYS[1]).plusDays(1), FundFixture.BILL, "FCM", "200000", "0.9931", "0.00");
                exchange(DAYS[1], "60000.00");
                fund.future(id(), DAYS[1], FundFixture.h100(3), lots(1, 90), gpu(), amount(1, 200));
            } else if (i > 1) {
                trade(DAYS[i]);
            }
        }
    }

    private void trade(String day) {
        switch (random.nextInt(8)) {
            case 0, 1 -> heldRender = heldRender.add(buy(day, FundFixture.RENDER, render, 4));
            case 2 -> heldEuroToken = heldEuroToken.add(buy(day, FundFixture.EURT, euroToken, 5));
            case 3 -> heldRender = heldRender.subtract(sell(day, FundFixture.RENDER, render, 4, heldRender));
            case 4 -> heldEuroToken = heldEuroToken.subtract(sell(day, FundFixture.EURT, euroToken, 5, heldEuroToken));
            case 5 -> fund.future(id(), day, nearContract(day), lots(-40, 40), gpu(), amount(1, 50));
            case 6 -> order(day);
            default -> expense(day);
        }
    }

    private void order(String day) {
        if (random.nextBoolean()) {
            fund.subscribe(id(), day, random.nextBoolean() ? "A" : "I", amount(1_000, 500_000));
        } else {
            fund.redeem(id(), day, random.nextBoolean() ? "A" : "I", amount(1, 500));
        }
    }

    private void expense(String day) {
        Money paid = new Money(new BigDecimal(amount(10, 900)), FundFixture.EUR);
        fund.cash(id(), day, CashMovement.Kind.EXPENSE, paid, Optional.empty(), Optional.empty());
    }

    private void exchange(String day, String dollars) {
        Money given = FundFixture.usd(dollars);
        Money got = new Money(new BigDecimal("55123.45"), FundFixture.EUR);
        fund.cash(id(), day, CashMovement.Kind.EXCHANGE, given, Optional.of("BANK"), Optional.of(got));
    }

    private BigDecimal buy(String day, Token token, long price, int digits) {
        BigDecimal quantity = BigDecimal.valueOf(random.nextLong(1, 9_000_000_000L), 6);
        trade(day, token, quantity, price, digits);
        return quantity;
    }

    private BigDecimal sell(String day, Token token, long price, int digits, BigDecimal held) {
        if (held.signum() == 0) {
            return held;
        }
        BigDecimal part = random.nextInt(3) == 0
                ? held
                : BigDecimal.valueOf(random.nextLong(1, held.unscaledValue().longValue() + 1), held.scale());
        trade(day, token, part.negate(), price, digits);
        return part;
    }

    private void trade(String day, Token token, BigDecimal quantity, long price, int digits) {
        String at = BigDecimal.valueOf(price, digits).toPlainString();
        LocalDate settles = day(day).plusDays(random.nextInt(3));
        fund.trade(id(), day, settles, token, "VAULT", quantity.toPlainString(), at, amount(0, 30));
    }

    private void prices(String day) {
        render = walk(render);
        euroToken = walk(euroToken);
        gpuHour = walk(gpuHour);
        euro = 1_080_000 + random.nextLong(-30_000, 30_000);
        fund.price(day, FundFixture.RENDER, BigDecimal.valueOf(render, 4).toPlainString());
        fund.price(day, FundFixture.EURT, BigDecimal.valueOf(euroToken, 5).toPlainString());
        fund.price(
                day,
                FundFixture.BILL,
                BigDecimal.valueOf(9_931 + random.nextInt(60), 4).toPlainString());
        for (int month = 2; month <= 5; month++) {
            long carry = gpuHour + month * 37L;
            fund.price(
                    day, FundFixture.h100(month), BigDecimal.valueOf(carry, 4).toPlainString());
        }
        fund.euro(day, BigDecimal.valueOf(euro, 6).toPlainString());
    }

    /** The contract the programme holds at the start of the month, so that trades do not fight the roll. */
    private static Future nearContract(String day) {
        return FundFixture.h100(day(day).getMonthValue() + 1);
    }

    private long walk(long price) {
        return Math.max(10, price + price * random.nextLong(-70, 75) / 1_000);
    }

    private String gpu() {
        return BigDecimal.valueOf(gpuHour + random.nextLong(-200, 200), 4).toPlainString();
    }

    private String lots(int from, int to) {
        int lots = random.nextInt(from, to + 1);
        return "" + (lots == 0 ? 1 : lots);
    }

    private String amount(int from, int to) {
        return BigDecimal.valueOf(random.nextLong(from * 100L, to * 100L + 1), 2)
                .toPlainString();
    }

    private String id() {
        return "F" + (10_000 + ++facts);
    }

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }

    private static String[] businessDays(String from, String to) {
        List<String> days = new ArrayList<>();
        for (LocalDate day = day(from); !day.isAfter(day(to)); day = day.plusDays(1)) {
            if (day.getDayOfWeek().getValue() < 6) {
                days.add(day.toString());
            }
        }
        return days.toArray(String[]::new);
    }
}
