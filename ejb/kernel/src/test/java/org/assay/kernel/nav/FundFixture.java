package org.assay.kernel.nav;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.assay.kernel.calendar.BusinessCalendar;
import org.assay.kernel.fee.DayCount;
import org.assay.kernel.fee.DealingFee;
import org.assay.kernel.fee.RateSchedule;
import org.assay.kernel.instrument.Bill;
import org.assay.kernel.instrument.Future;
import org.assay.kernel.instrument.Instrument;
import org.assay.kernel.instrument.Token;
import org.assay.kernel.instrument.UnderlyingUnit;
import org.assay.kernel.ledger.CapitalOrder;
import org.assay.kernel.ledger.CashMovement;
import org.assay.kernel.ledger.Fact;
import org.assay.kernel.ledger.MarginRate;
import org.assay.kernel.ledger.Stamp;
import org.assay.kernel.ledger.Trade;
import org.assay.kernel.money.Currency;
import org.assay.kernel.money.FxRate;
import org.assay.kernel.money.Money;
import org.assay.kernel.money.Price;
import org.assay.kernel.money.Quantity;
import org.assay.kernel.money.Rate;
import org.assay.kernel.pricing.PricePolicy;
import org.assay.kernel.pricing.Quote;
import org.assay.kernel.pricing.RatePolicy;
import org.assay.kernel.pricing.Spot;
import org.assay.kernel.roll.Programme;

/**
 * A fund built fact by fact for a test, and struck day by day the way a shell would: VP is 16:00 UTC, K two hours later.
 */
final class FundFixture {
    static final Currency USD = new Currency("USD", 2);
    static final Currency EUR = new Currency("EUR", 2);
    static final Token RENDER = new Token("RENDER", "Render", USD, 8, false);
    static final Token AKT = new Token("AKT", "Akash", USD, 6, false);
    static final Token EURT = new Token("EURT", "A token quoted in euro", EUR, 8, false);
    static final Bill BILL = new Bill("BILL", "A bill", USD, LocalDate.of(2026, 3, 31), false);

    final List<Fact> facts = new ArrayList<>();
    final List<Quote> quotes = new ArrayList<>();
    final SortedMap<LocalDate, String> euro = new TreeMap<>();
    final SortedMap<String, Instrument> instruments = new TreeMap<>();
    final List<LocalDate> holidays = new ArrayList<>();
    final List<Programme> programmes = new ArrayList<>();
    final SortedMap<String, String> proxies = new TreeMap<>();
    PricePolicy.Missing missing = PricePolicy.Missing.CARRY;
    FundTerms.CommissionPolicy commission = FundTerms.CommissionPolicy.COST;
    Optional<Rate> billHaircut = Optional.empty();
    DealingFee redemptionFee = new DealingFee(List.of());
    Optional<RatePolicy> rates = Optional.empty();
    String feeA = "0.015";
    String feeI = "0.0075";
    String interestRate = "0.036";

    FundFixture() {
        List.of(RENDER, AKT, EURT, BILL).forEach(instrument -> instruments.put(instrument.id(), instrument));
        for (int month = 1; month <= 6; month++) {
            Future contract = h100(month);
            instruments.put(contract.id(), contract);
        }
    }

    /** ILL-H100 of a month of 2026: 1,000 GPU-hours, last trade on the 27th, cash settled. */
    static Future h100(int month) {
        YearMonth of = YearMonth.of(2026, month);
        return new Future(
                "ILL-H100-" + of,
                "H100 hours " + of,
                USD,
                "ILL-H100",
                of,
                UnderlyingUnit.GPU_HOUR,
                new BigDecimal("1000"),
                new BigDecimal("0.0005"),
                "X",
                Optional.empty(),
                of.atDay(27),
                Future.Settlement.CASH,
                true);
    }

    static LocalDate day(String date) {
        return LocalDate.parse(date);
    }

    static Money usd(String amount) {
        return new Money(new BigDecimal(amount), USD);
    }

    static Quantity units(String units) {
        return new Quantity(new BigDecimal(units));
    }

    static Instant valuationPoint(LocalDate date) {
        return date.atTime(16, 0).toInstant(ZoneOffset.UTC);
    }

    static Instant known(LocalDate date) {
        return date.atTime(18, 0).toInstant(ZoneOffset.UTC);
    }

    /** Effective at noon and learned at once. */
    static Stamp stamp(String id, String date) {
        Instant noon = day(date).atTime(12, 0).toInstant(ZoneOffset.UTC);
        return new Stamp(id, noon, noon, Optional.empty(), "test");
    }

    FundFixture buy(String id, String date, Instrument instrument, String quantity, String price, String commission) {
        return trade(id, date, day(date), instrument, "VAULT", quantity, price, commission);
    }

    FundFixture trade(
            String id,
            String date,
            LocalDate settles,
            Instrument instrument,
            String location,
            String quantity,
            String price,
            String commissionPaid) {
        facts.add(new Trade(
                stamp(id, date),
                day(date),
                settles,
                instrument.id(),
                location,
                units(quantity),
                new Price(new BigDecimal(price), instrument.currency()),
                new Money(new BigDecimal(commissionPaid), instrument.currency()),
                Quantity.ZERO,
                Optional.empty()));
        return this;
    }

    FundFixture future(String id, String date, Future future, String lots, String price, String paid) {
        return trade(id, date, day(date), future, "FCM", lots, price, paid);
    }

    FundFixture subscribe(String id, String date, String shareClass, String amount) {
        facts.add(order(
                id, date, CapitalOrder.Side.SUBSCRIPTION, shareClass, Optional.of(usd(amount)), Optional.empty()));
        return this;
    }

    FundFixture redeem(String id, String date, String shareClass, String shares) {
        facts.add(order(
                id, date, CapitalOrder.Side.REDEMPTION, shareClass, Optional.empty(), Optional.of(units(shares))));
        return this;
    }

    private static CapitalOrder order(
            String id,
            String date,
            CapitalOrder.Side side,
            String shareClass,
            Optional<Money> amount,
            Optional<Quantity> shares) {
        return new CapitalOrder(
                stamp(id, date),
                side,
                shareClass,
                "investor",
                amount,
                shares,
                day(date),
                day(date).plusDays(side == CapitalOrder.Side.SUBSCRIPTION ? 0 : 3),
                "BANK",
                Optional.empty(),
                Optional.empty());
    }

    FundFixture fundBroker(String id, String date, String amount) {
        return cash(id, date, CashMovement.Kind.TRANSFER, usd(amount), Optional.of("FCM"), Optional.empty());
    }

    FundFixture cash(
            String id,
            String date,
            CashMovement.Kind kind,
            Money amount,
            Optional<String> to,
            Optional<Money> toAmount) {
        facts.add(new CashMovement(stamp(id, date), kind, "BANK", amount, to, toAmount, Optional.empty()));
        return this;
    }

    FundFixture marginRate(String id, String date, String perLot) {
        facts.add(new MarginRate(stamp(id, date), "ILL-H100", usd(perLot)));
        return this;
    }

    FundFixture price(String date, Instrument instrument, String price) {
        boolean future = instrument instanceof Future;
        return quote(date, instrument, future ? Quote.Kind.SETTLEMENT : Quote.Kind.CLOSE, price);
    }

    FundFixture quote(String date, Instrument instrument, Quote.Kind kind, String price) {
        return quote(date, instrument, kind, price, Optional.empty());
    }

    /** A close that somebody looked at. */
    FundFixture confirmed(String date, Instrument instrument, String price, String evidence) {
        return quote(date, instrument, Quote.Kind.CLOSE, price, Optional.of(evidence));
    }

    private FundFixture quote(
            String date, Instrument instrument, Quote.Kind kind, String price, Optional<String> evidence) {
        Instant time = valuationPoint(day(date));
        quotes.add(new Quote(
                instrument.id(),
                day(date),
                kind,
                time,
                new Price(new BigDecimal(price), instrument.currency()),
                "test",
                time,
                Optional.empty(),
                Optional.empty(),
                evidence));
        return this;
    }

    FundFixture euro(String date, String rate) {
        euro.put(day(date), rate);
        return this;
    }

    /** Strikes each day on the books of the one before. */
    List<NavResult> strike(String... dates) {
        List<NavResult> results = new ArrayList<>();
        Books books = Books.empty();
        for (String date : dates) {
            NavResult result = Nav.strike(inputs(books, day(date), known(day(date))));
            results.add(result);
            books = result.closing();
        }
        return results;
    }

    NavInputs inputs(Books opening, LocalDate date, Instant known) {
        Instant vp = valuationPoint(date);
        SortedMap<Currency, Spot> rates = new TreeMap<>();
        SortedMap<LocalDate, String> published = euro.headMap(date.plusDays(1));
        if (!published.isEmpty()) {
            LocalDate newest = published.lastKey();
            rates.put(EUR, new Spot(new FxRate(EUR, USD, new Rate(new BigDecimal(published.get(newest)))), newest));
        }
        return new NavInputs(
                date,
                vp,
                known,
                terms(),
                opening,
                facts.stream()
                        .filter(fact -> !fact.stamp().effective().isAfter(vp)
                                && !fact.stamp().recorded().isAfter(known))
                        .filter(fact -> opening.struck()
                                .filter(struck -> struck.took(
                                        fact.stamp().effective(), fact.stamp().recorded()))
                                .isEmpty())
                        .toList(),
                new TreeSet<>(),
                newest(vp, known),
                rates,
                instruments,
                calendars(),
                earlier(vp, known));
    }

    /** Of every proxy, the close of each day before. */
    private List<Quote> earlier(Instant vp, Instant known) {
        return quotes.stream()
                .filter(quote -> proxies.containsValue(quote.instrument()))
                .filter(quote -> quote.time().isBefore(vp) && !quote.recorded().isAfter(known))
                .toList();
    }

    private List<Quote> newest(Instant vp, Instant known) {
        SortedMap<String, Quote> newest = new TreeMap<>();
        quotes.stream()
                .filter(quote -> !quote.time().isAfter(vp) && !quote.recorded().isAfter(known))
                .sorted(Quote.ORDER)
                .forEach(quote ->
                        newest.put(quote.instrument() + (quote.kind() == Quote.Kind.FINAL ? "/final" : ""), quote));
        return List.copyOf(newest.values());
    }

    private SortedMap<String, BusinessCalendar> calendars() {
        return new TreeMap<>(java.util.Map.of(
                "X",
                new BusinessCalendar(
                        "X",
                        new TreeSet<>(List.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY)),
                        new TreeSet<>(holidays),
                        new TreeSet<>())));
    }

    FundTerms terms() {
        RateSchedule interest = rates(interestRate, DayCount.ACT_360);
        return new FundTerms(
                "TEST",
                USD,
                RoundingMode.HALF_UP,
                commission,
                List.of(shareClass("A", feeA), shareClass("I", feeI)),
                List.of(
                        new Place("BANK", Place.Kind.BANK, Optional.empty(), Optional.empty()),
                        new Place("FCM", Place.Kind.FCM, Optional.empty(), billHaircut),
                        new Place("VAULT", Place.Kind.CUSTODY, Optional.of("BANK"), Optional.empty())),
                List.of(new CashInterest("BANK", USD, interest)),
                policy("0.25", 3),
                futures(policy("0.15", 5)),
                policy("0.02", 5),
                new BigDecimal("0.5"),
                3,
                programmes,
                proxies,
                rates);
    }

    private PricePolicy policy(String band, int staleAfterDays) {
        return new PricePolicy(new Rate(new BigDecimal(band)), staleAfterDays, 30, missing);
    }

    /** A settlement is never estimated. */
    private static PricePolicy futures(PricePolicy policy) {
        return policy.missing() == PricePolicy.Missing.ESTIMATE
                ? new PricePolicy(
                        policy.moveBand(),
                        policy.staleAfterDays(),
                        policy.unchangedAfterDays(),
                        PricePolicy.Missing.HOLD)
                : policy;
    }

    private ShareClass shareClass(String code, String fee) {
        return new ShareClass(
                code,
                day("2026-01-01"),
                new Price(new BigDecimal("100"), USD),
                4,
                4,
                rates(fee, DayCount.ACT_365),
                redemptionFee);
    }

    private static RateSchedule rates(String rate, DayCount dayCount) {
        return new RateSchedule(
                List.of(new RateSchedule.Step(day("2026-01-01"), new Rate(new BigDecimal(rate)), dayCount)));
    }

    static Programme programme(Programme.Execution execution) {
        return new Programme(
                "H100",
                "ILL-H100",
                "FCM",
                6,
                java.util.Collections.nCopies(5, new BigDecimal("0.2")),
                List.of("G", "H", "J", "K", "M", "N", "Q", "U", "V", "X", "Z", "F"),
                execution,
                2,
                usd("1.25"));
    }
}
