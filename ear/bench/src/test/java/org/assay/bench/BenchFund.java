package org.assay.bench;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.assay.kernel.calendar.ValuationPoint;
import org.assay.kernel.fee.DayCount;
import org.assay.kernel.fee.DealingFee;
import org.assay.kernel.fee.RateSchedule;
import org.assay.kernel.instrument.Instrument;
import org.assay.kernel.instrument.Token;
import org.assay.kernel.ledger.CapitalOrder;
import org.assay.kernel.ledger.CashMovement;
import org.assay.kernel.ledger.Fact;
import org.assay.kernel.ledger.Stamp;
import org.assay.kernel.ledger.Trade;
import org.assay.kernel.money.Currency;
import org.assay.kernel.money.Money;
import org.assay.kernel.money.Price;
import org.assay.kernel.money.Quantity;
import org.assay.kernel.money.Rate;
import org.assay.kernel.nav.Books;
import org.assay.kernel.nav.FundTerms.CommissionPolicy;
import org.assay.kernel.nav.Nav;
import org.assay.kernel.nav.Place;
import org.assay.kernel.nav.ShareClass;
import org.assay.kernel.pricing.PricePolicy;
import org.assay.kernel.pricing.Quote;
import org.assay.pack.fund.CalendarTerms;
import org.assay.pack.fund.Dated;
import org.assay.pack.fund.DayEnd;
import org.assay.pack.fund.FundFile;
import org.assay.pack.fund.FundPack;
import org.assay.pack.fund.FxQuote;
import org.assay.pack.fund.Manifest;
import org.assay.pack.fund.PricePolicies;
import org.assay.pack.replay.KnownFund;
import org.assay.pack.table.Origins;

/**
 * A fund that bought its lots on Wednesday and is to be struck on Friday, drawn from a seed: tokens in two currencies, two
 * classes, and on the day itself two trades. The books it opens with are those that the strikes before closed.
 */
final class BenchFund {
    static final LocalDate SUBSCRIBED = LocalDate.of(2026, 3, 3);
    static final LocalDate BOUGHT = LocalDate.of(2026, 3, 4);
    static final LocalDate BEFORE = LocalDate.of(2026, 3, 5);
    static final LocalDate STRUCK = LocalDate.of(2026, 3, 6);

    private static final Currency USD = new Currency("USD", 2);
    private static final Currency EUR = new Currency("EUR", 2);
    private static final int EVERY_TENTH = 10;
    private static final ValuationPoint CLOSE = ValuationPoint.parse("16:00", ZoneId.of("America/New_York"));

    private final String id;
    private final SplittableRandom random;
    private final SortedMap<String, Instrument> tokens = new TreeMap<>();
    private final List<Fact> facts = new ArrayList<>();
    private final List<Quote> quotes = new ArrayList<>();
    private final List<FxQuote> rates = new ArrayList<>();

    private BenchFund(String id, long seed) {
        this.id = id;
        this.random = new SplittableRandom(seed);
    }

    /** As it comes to the database: with what is known up to the day it is to be struck, and the books of the day before. */
    static FundPack of(String id, long seed, int positions, int lotsPerPosition) {
        BenchFund fund = new BenchFund(id, seed);
        fund.trade(positions, lotsPerPosition);
        fund.price();
        FundPack whole = fund.pack(fund.facts, Books.empty());
        KnownFund known = KnownFund.of(whole, Optional.empty());
        Books books = Books.empty();
        for (LocalDate day : List.of(SUBSCRIBED, BOUGHT, BEFORE)) {
            books = Nav.strike(known.on(day, books)).closing();
        }
        Books.Struck before = books.struck().orElseThrow();
        List<Fact> left = fund.facts.stream()
                .filter(fact -> fact.stamp().effective().isAfter(before.at()))
                .toList();
        return fund.pack(left, books);
    }

    private void trade(int positions, int lotsPerPosition) {
        facts.add(subscription("A"));
        facts.add(subscription("I"));
        facts.add(new CashMovement(
                stamp("EXCHANGE", BOUGHT, 1),
                CashMovement.Kind.EXCHANGE,
                "BANK",
                new Money(new BigDecimal("50000000"), USD),
                Optional.of("BANK"),
                Optional.of(new Money(new BigDecimal("46000000"), EUR)),
                Optional.empty()));
        for (int i = 0; i < positions; i++) {
            String token = "TKN-" + (10_000 + i);
            Currency currency = i % EVERY_TENTH == 0 ? EUR : USD;
            tokens.put(token, new Token(token, "Invented token " + i, currency, 8, true));
            for (int lot = 0; lot < lotsPerPosition; lot++) {
                facts.add(purchase("B-%s-%s".formatted(token, lot), token, BOUGHT, currency));
            }
        }
        facts.add(purchase("B-LAST-1", tokens.firstKey(), STRUCK, EUR));
        facts.add(purchase(
                "B-LAST-2",
                tokens.lastKey(),
                STRUCK,
                tokens.get(tokens.lastKey()).currency()));
    }

    private void price() {
        for (LocalDate day : List.of(SUBSCRIBED, BOUGHT, BEFORE, STRUCK)) {
            for (Instrument token : tokens.values()) {
                Price price = new Price(BigDecimal.valueOf(random.nextLong(100_000, 110_000), 4), token.currency());
                quotes.add(new Quote(
                        token.id(),
                        day,
                        Quote.Kind.CLOSE,
                        CLOSE.on(day),
                        price,
                        "invented",
                        CLOSE.on(day).plusSeconds(60),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
            }
            Rate rate = new Rate(BigDecimal.valueOf(random.nextLong(1_080_000, 1_090_000), 6));
            rates.add(new FxQuote(
                    EUR, day, CLOSE.on(day), rate, "invented", CLOSE.on(day).plusSeconds(60)));
        }
    }

    private Trade purchase(String fact, String token, LocalDate day, Currency currency) {
        return new Trade(
                stamp(fact, day, 60),
                day,
                day.plusDays(1),
                token,
                "VAULT",
                new Quantity(BigDecimal.valueOf(random.nextLong(1_000_000, 90_000_000), 4)),
                new Price(BigDecimal.valueOf(random.nextLong(100_000, 110_000), 4), currency),
                new Money(BigDecimal.valueOf(random.nextLong(0, 5_000), 2), currency),
                Quantity.ZERO,
                Optional.empty());
    }

    private static CapitalOrder subscription(String shareClass) {
        return new CapitalOrder(
                stamp("S-" + shareClass, SUBSCRIBED, 1),
                CapitalOrder.Side.SUBSCRIPTION,
                shareClass,
                "INVENTED-1",
                Optional.of(new Money(new BigDecimal("400000000"), USD)),
                Optional.empty(),
                SUBSCRIBED,
                SUBSCRIBED,
                "BANK",
                Optional.empty(),
                Optional.empty());
    }

    private static Stamp stamp(String fact, LocalDate day, long minutesBefore) {
        Instant at = CLOSE.on(day).minusSeconds(60 * minutesBefore);
        return new Stamp(fact, at, at, Optional.empty(), "invented");
    }

    private FundPack pack(List<Fact> known, Books opening) {
        return new FundPack(
                new Manifest(1, id, true, CLOSE.on(STRUCK).plusSeconds(60), Optional.empty(), Optional.empty()),
                terms(),
                tokens,
                List.of(),
                List.of(),
                known,
                quotes,
                rates,
                opening,
                Optional.empty(),
                Origins.none());
    }

    private FundFile terms() {
        PricePolicy policy = new PricePolicy(new Rate(new BigDecimal("0.25")), 5, 20, PricePolicy.Missing.CARRY);
        return new FundFile(
                id,
                "Invented fund",
                true,
                "none: invented",
                SUBSCRIBED,
                USD,
                List.of(USD, EUR),
                RoundingMode.HALF_UP,
                FundFile.LotRelief.FIFO,
                CommissionPolicy.COST,
                List.of(new Dated<>(SUBSCRIBED, new DayEnd(CLOSE, new BigDecimal("6")))),
                "FUND",
                List.of(new CalendarTerms("FUND", List.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY))),
                Dated.fromTheBeginning(List.of(
                        new Place("BANK", Place.Kind.BANK, Optional.empty(), Optional.empty()),
                        new Place("VAULT", Place.Kind.CUSTODY, Optional.of("BANK"), Optional.empty()))),
                Dated.fromTheBeginning(List.of(shareClass("A"), shareClass("I"))),
                List.of(),
                new PricePolicies(policy, policy, policy, Optional.empty()),
                new BigDecimal("0.5"),
                5,
                List.of(),
                List.of(),
                List.of());
    }

    private static ShareClass shareClass(String code) {
        RateSchedule.Step fee = new RateSchedule.Step(SUBSCRIBED, new Rate(new BigDecimal("0.01")), DayCount.ACT_365);
        return new ShareClass(
                code,
                SUBSCRIBED,
                new Price(new BigDecimal("100"), USD),
                4,
                4,
                new RateSchedule(List.of(fee)),
                new DealingFee(List.of()));
    }
}
