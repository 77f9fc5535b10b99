package org.assay.pack.demo;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.assay.kernel.instrument.Instrument;
import org.assay.kernel.ledger.Trade;
import org.assay.kernel.money.Price;
import org.assay.kernel.pricing.Quote;
import org.assay.pack.demo.TokenDesk.Weight;
import org.assay.pack.fund.FundPack;
import org.assay.pack.fund.FundTables;
import org.assay.pack.fund.PackWriter;

/**
 * The living demo: three illustrative funds in one invented market, a year of each, and on the last days what waits for a
 * visitor. docs/demo.md tells the model. The same bytes on every machine.
 */
public final class LivingDemo {
    /** Of the market; the funds' own chances are drawn from the numbers after it. */
    static final long SEED = 20_250_701L;

    /** Days on which the balanced fund's vendor repeats its price of one token. */
    static final LocalDate STANDS_STILL_AFTER = LocalDate.of(2026, 6, 25);

    /** The trade that comes late was made on this day. */
    static final LocalDate LATE_TRADE = LocalDate.of(2026, 6, 25);

    /** The plan of a demo: its packs in order, what arrives once they are struck, and what is held on purpose. */
    public static final String PLAN = "demo.json";

    private static final String LATE_FILE = "late-trades.csv";
    private static final String TRADES = "trades";

    private final Market market = LivingMarket.of(SEED);

    private LivingDemo() {}

    /** Every file of it by name: the plan, a folder for each fund, and the file that arrives late. */
    public static SortedMap<String, byte[]> files() {
        LivingDemo demo = new LivingDemo();
        SortedMap<String, byte[]> files = new TreeMap<>();
        for (FundPack pack : demo.packs()) {
            PackWriter.sealed(pack)
                    .forEach((name, bytes) -> files.put(folder(pack.fund().fund()) + "/" + name, bytes));
        }
        files.put(LATE_FILE, demo.late());
        files.put(PLAN, utf8(plan()));
        return files;
    }

    /** Whether a file of this name may be one of them. */
    public static boolean isOurs(String name) {
        int slash = name.indexOf('/');
        return slash < 0
                ? List.of(PLAN, LATE_FILE).contains(name)
                : name.startsWith("ill-") && PackWriter.names().contains(name.substring(slash + 1));
    }

    /** Each lives alone, so on a machine with several cores they live at once. */
    private List<FundPack> packs() {
        Stream<Supplier<FundPack>> funds = Stream.of(this::tokens, this::etf, this::balanced);
        return funds.parallel().map(Supplier::get).toList();
    }

    private FundPack tokens() {
        FactBook facts = facts();
        var terms = LivingTerms.tokens();
        List<Desk> desks = List.of(
                new Administrator(facts, terms),
                new Investors(facts, new SplittableRandom(SEED + 1), 30),
                new TokenDesk(
                        facts,
                        market,
                        List.of(
                                new Weight(LivingTerms.QUERN, 28),
                                new Weight(LivingTerms.SKEIN, 24),
                                new Weight(LivingTerms.LODE, 25),
                                new Weight(LivingTerms.WICK, 14))));
        List<Instrument> instruments =
                List.of(LivingTerms.QUERN, LivingTerms.SKEIN, LivingTerms.LODE, LivingTerms.WICK);
        return new LivingFund(terms, instruments, market, LivingDemo::withoutTheLast, facts, desks, """
                # ILL-TOKENS, an illustrative token fund

                Invented, as everything beside it; docs/demo.md tells how. It strikes on every day of the week. On its last day
                the price of ILL-WICK has not come, and its policy is to hold.
                """).lived();
    }

    private FundPack etf() {
        FactBook facts = facts();
        var terms = LivingTerms.etf();
        List<Desk> desks = List.of(
                new Administrator(facts, terms),
                new Participants(facts, new SplittableRandom(SEED + 2)),
                new FuturesDesk(facts, market, LivingTerms.PROGRAMME, LivingTerms.contracts(), 99, 10),
                new BillDesk(facts, LivingTerms.bills(), 54, 22));
        return new LivingFund(terms, futuresAndBills(), market, Optional::of, facts, desks, """
                # ILL-CETF, an illustrative ETF of compute futures

                Invented, as everything beside it; docs/demo.md tells how. On its last day the index has moved more than the
                fund takes for usual, and nobody has said yet why the settlement stands.
                """).lived();
    }

    private FundPack balanced() {
        FactBook facts = facts();
        var terms = LivingTerms.balanced();
        List<Desk> desks = List.of(
                new Administrator(facts, terms),
                new Investors(facts, new SplittableRandom(SEED + 3), 40),
                new EuroDesk(facts, market, LivingTerms.EURO_BANK, new SplittableRandom(SEED + 4)),
                new TokenDesk(
                        facts,
                        market,
                        List.of(
                                new Weight(LivingTerms.QUERN, 16),
                                new Weight(LivingTerms.SKEIN, 10),
                                new Weight(LivingTerms.LODE, 6))),
                new FuturesDesk(facts, market, LivingTerms.PROGRAMME, LivingTerms.contracts(), 25, 4),
                new BillDesk(facts, LivingTerms.bills(), 36, 6));
        List<Instrument> instruments = new ArrayList<>(futuresAndBills());
        instruments.addAll(List.of(LivingTerms.QUERN, LivingTerms.SKEIN, LivingTerms.LODE));
        return new LivingFund(terms, instruments, market, standingStill(), facts, desks, """
                # ILL-BALANCED, an illustrative balanced fund

                Invented, as everything beside it; docs/demo.md tells how. Tokens, futures, bills, and an account in euro. Its
                vendor of ILL-LODE has repeated one price since 25 June 2026, and a trade of that day comes late.
                """).lived();
    }

    private FactBook facts() {
        return new FactBook(market, LivingTerms.exchange());
    }

    private static List<Instrument> futuresAndBills() {
        List<Instrument> instruments = new ArrayList<>(LivingTerms.contracts());
        instruments.addAll(LivingTerms.bills());
        return instruments;
    }

    /** One price does not come on the last day. */
    private static Optional<Quote> withoutTheLast(Quote quote) {
        boolean isLost =
                quote.instrument().equals(LivingTerms.WICK.id()) && quote.date().equals(LivingTerms.LAST);
        return isLost ? Optional.empty() : Optional.of(quote);
    }

    /** One price is repeated from some day on. */
    private Function<Quote, Optional<Quote>> standingStill() {
        Price repeated = new Price(market.on(STANDS_STILL_AFTER, LivingTerms.LODE), LivingTerms.USD);
        return quote -> Optional.of(
                quote.instrument().equals(LivingTerms.LODE.id()) && quote.date().isAfter(STANDS_STILL_AFTER)
                        ? new Quote(
                                quote.instrument(),
                                quote.date(),
                                quote.kind(),
                                quote.time(),
                                repeated,
                                quote.source(),
                                quote.recorded(),
                                quote.volume(),
                                quote.openInterest(),
                                quote.evidence())
                        : quote);
    }

    /** The custodian's file with a purchase the balanced fund did not know of. */
    private byte[] late() {
        SortedMap<String, Instrument> instruments = new TreeMap<>();
        instruments.put(LivingTerms.QUERN.id(), LivingTerms.QUERN);
        Trade trade = facts().tokenTrade(
                        FactBook.lateStamp("T-LATE-1", LATE_TRADE, LivingTerms.LAST),
                        LATE_TRADE,
                        LivingTerms.QUERN,
                        new BigDecimal("150000"));
        return FundTables.of(LivingTerms.balanced(), instruments).trades().file(List.of(trade));
    }

    private static String plan() {
        return """
                {
                  "packs": [ "%s", "%s", "%s" ],
                  "late": [ { "fund": "%s", "kind": "%s", "file": "%s" } ],
                  "held": [ { "fund": "%s", "date": "%s" } ]
                }
                """.formatted(
                        folder(LivingTerms.TOKENS),
                        folder(LivingTerms.ETF),
                        folder(LivingTerms.BALANCED),
                        LivingTerms.BALANCED,
                        TRADES,
                        LATE_FILE,
                        LivingTerms.TOKENS,
                        LivingTerms.LAST);
    }

    private static String folder(String fund) {
        return fund.toLowerCase(Locale.ROOT);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
