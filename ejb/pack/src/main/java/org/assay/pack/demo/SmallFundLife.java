package org.assay.pack.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.assay.kernel.calendar.BusinessCalendar;
import org.assay.kernel.instrument.Token;
import org.assay.kernel.ledger.CapitalOrder;
import org.assay.kernel.ledger.Fact;
import org.assay.kernel.ledger.Stamp;
import org.assay.kernel.ledger.Trade;
import org.assay.kernel.money.Money;
import org.assay.kernel.money.Price;
import org.assay.kernel.money.Quantity;
import org.assay.kernel.pricing.Quote;

/**
 * What happens to a small fund: prices on every day, two subscriptions at the start, each token bought on the second
 * strike day, and one of them bought or sold on every fifth from then on.
 */
final class SmallFundLife {
    static final List<Token> TOKENS = List.of(IllustrativeTerms.RENDER, IllustrativeTerms.AKT, IllustrativeTerms.TAO);

    private static final long RECORDED_AFTER_SECONDS = 1_200;
    private static final long FACT_BEFORE_SECONDS = 14_400;
    private static final int DAYS_BETWEEN_TRADES = 5;
    private static final BigDecimal TEN_BASIS_POINTS = new BigDecimal("0.001");

    private final SmallFund fund;
    private final SplittableRandom random;
    private final BusinessCalendar calendar;
    private final List<Quote> quotes = new ArrayList<>();
    private final List<Fact> facts = new ArrayList<>();
    private final Map<String, BigDecimal> prices = new HashMap<>();

    SmallFundLife(SmallFund fund, SplittableRandom random) {
        this.fund = fund;
        this.random = random;
        calendar = fund.market().calendar();
        TOKENS.forEach(this::walk);
        LocalDate start = calendar.isBusinessDay(fund.first()) ? fund.first() : calendar.next(fund.first());
        subscribe("S-1", start, "Investor 1");
        subscribe("S-2", start, "Investor 2");
        trade(start);
    }

    List<Quote> quotes() {
        return quotes;
    }

    List<Fact> facts() {
        return facts;
    }

    /** A price moves by up to 3 % a day, in hundredths. */
    private void walk(Token token) {
        long price = random.nextLong(500, 50_000);
        for (LocalDate day = fund.first(); !day.isAfter(fund.last()); day = day.plusDays(1)) {
            price += price * random.nextInt(-300, 301) / 10_000;
            BigDecimal close = BigDecimal.valueOf(price, 2);
            prices.put(token.id() + day, close);
            Instant time = end(day);
            quotes.add(new Quote(
                    token.id(),
                    day,
                    Quote.Kind.CLOSE,
                    time,
                    new Price(close, token.currency()),
                    "illustrative",
                    time.plusSeconds(RECORDED_AFTER_SECONDS),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty()));
        }
    }

    private void subscribe(String id, LocalDate day, String investor) {
        facts.add(new CapitalOrder(
                stamp(id, day),
                CapitalOrder.Side.SUBSCRIPTION,
                "A",
                investor,
                Optional.of(new Money(
                        BigDecimal.valueOf(random.nextLong(1_000_000_00L, 9_000_000_00L), 2), IllustrativeTerms.USD)),
                Optional.empty(),
                day,
                day,
                "BANK",
                Optional.empty(),
                Optional.empty()));
    }

    /** Each buy costs some 200,000 USD, so the two subscriptions pay for years of them; sales are a tenth of the first buy. */
    private void trade(LocalDate start) {
        LocalDate day = calendar.next(start);
        for (Token token : TOKENS) {
            trade(day, token, new BigDecimal("200000"));
        }
        for (int turn = 0; ; turn++) {
            day = calendar.plusBusinessDays(day, DAYS_BETWEEN_TRADES);
            if (day.isAfter(fund.last())) {
                return;
            }
            trade(day, TOKENS.get(turn % TOKENS.size()), new BigDecimal(turn % 2 == 0 ? "20000" : "-10000"));
        }
    }

    /** @param worth in USD, signed: positive is bought */
    private void trade(LocalDate day, Token token, BigDecimal worth) {
        BigDecimal price = prices.get(token.id() + day);
        BigDecimal units = worth.divide(price, 2, RoundingMode.DOWN);
        facts.add(new Trade(
                stamp("T-%s".formatted(Integer.toString(facts.size())), day),
                day,
                calendar.next(day),
                token.id(),
                "VAULT",
                new Quantity(units),
                new Price(price, token.currency()),
                Money.rounded(
                        price.multiply(units.abs()).multiply(TEN_BASIS_POINTS), token.currency(), RoundingMode.HALF_UP),
                Quantity.ZERO,
                Optional.empty()));
    }

    /** Happens four hours before the fund's day ends, and is learned an hour later. */
    private Stamp stamp(String id, LocalDate day) {
        Instant effective = end(day).minusSeconds(FACT_BEFORE_SECONDS);
        return new Stamp(id, effective, effective.plusSeconds(3_600), Optional.empty(), "illustrative desk");
    }

    private Instant end(LocalDate day) {
        return fund.market().close().on(day);
    }
}
