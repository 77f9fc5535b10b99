package org.assay.pack.demo;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.assay.kernel.instrument.Bill;
import org.assay.kernel.instrument.Future;
import org.assay.kernel.instrument.Token;

/**
 * One market for the three funds of the living demo. A token moves with a sector all tokens share, by its own walk, and
 * jumps now and then; at weekends it walks more slowly and jumps as often. docs/demo.md tells the parameters; a test holds the two
 * together.
 */
final class LivingMarket {
    /** A Saturday on which all tokens fall: the token fund sees it the same day, the balanced fund on Monday. */
    static final LocalDate FALL = LocalDate.of(2025, 11, 8);

    /** On the last day the index moves by this much, in parts per ten thousand: more than the ETF takes for usual. */
    static final int ODD_MOVE = 860;

    private static final LocalDate HISTORY = LivingTerms.FIRST.minusDays(4);
    private static final int LISTED_MONTHS_AHEAD = 4;
    private static final int BILL_QUOTED_DAYS = 100;
    private static final String CONFIRMED =
            "fall confirmed at three venues; illustrative evidence, ticket ILL-41, second person C. Demo";

    /**
     * How something moves, in parts per ten thousand.
     *
     * @param step about one standard deviation of a weekday's walk
     * @param weekendStep the same of a weekend day
     * @param jumpsPerThousandDays how often it jumps
     * @param leastJump smallest size of a jump, either way
     * @param largestJump largest
     */
    record Moves(int step, int weekendStep, int jumpsPerThousandDays, int leastJump, int largestJump) {}

    static final Moves SECTOR = new Moves(150, 90, 15, 300, 700);
    static final Moves OWN = new Moves(180, 110, 12, 400, 900);
    static final Moves INDEX = new Moves(95, 0, 15, 150, 300);
    static final int EURO_STEP = 20;

    private final Market market;
    private final Map<LocalDate, Integer> sector = new HashMap<>();

    private LivingMarket(long seed) {
        market = new Market(
                seed,
                LivingTerms.exchange(),
                HISTORY,
                LivingTerms.LAST,
                evidence(LivingTerms.QUERN, LivingTerms.SKEIN, LivingTerms.LODE, LivingTerms.WICK));
        for (LocalDate day = HISTORY; !day.isAfter(LivingTerms.LAST); day = day.plusDays(1)) {
            sector.put(day, drawn(SECTOR, day));
        }
        token(LivingTerms.QUERN, 41_500, 4, 110, -2_700);
        token(LivingTerms.SKEIN, 8_730, 4, 125, -3_100);
        token(LivingTerms.LODE, 6_140, 2, 80, -2_600);
        token(LivingTerms.WICK, 12_840, 5, 140, -3_400);
        market.index(24_500, day -> day.equals(LivingTerms.LAST) ? ODD_MOVE : drawn(INDEX, day));
        LivingTerms.contracts().forEach(this::future);
        LivingTerms.bills().forEach(this::bill);
        market.currency(LivingTerms.EUR, 117_300, EURO_STEP);
    }

    static Market of(long seed) {
        return new LivingMarket(seed).market;
    }

    /** @param betaPercent of the sector's move */
    private void token(Token token, long start, int decimals, int betaPercent, int fall) {
        ToIntFunction<LocalDate> usual = day -> sector.get(day) * betaPercent / 100 + drawn(OWN, day);
        market.token(token, start, decimals, day -> day.equals(FALL) ? fall : usual.applyAsInt(day));
    }

    private int drawn(Moves moves, LocalDate day) {
        boolean isWeekend = TermParts.WEEKEND.contains(day.getDayOfWeek());
        int walked = market.walk(isWeekend ? moves.weekendStep() : moves.step());
        if (market.below(1_000) >= moves.jumpsPerThousandDays()) {
            return walked;
        }
        int size = moves.leastJump() + market.below(moves.largestJump() - moves.leastJump() + 1);
        return walked + (market.below(2) == 0 ? size : -size);
    }

    private void future(Future future) {
        YearMonth listed = future.contractMonth().minusMonths(LISTED_MONTHS_AHEAD);
        market.future(future, listed.atDay(1));
    }

    /** The funds strike on Good Friday, and bills are quoted on it. */
    private void bill(Bill bill) {
        List<LocalDate> quoted = new ArrayList<>(market.exchangeDays());
        quoted.add(LivingTerms.GOOD_FRIDAY);
        LocalDate first = bill.maturity().minusDays(BILL_QUOTED_DAYS);
        market.bill(
                bill,
                quoted.stream().filter(day -> !day.isBefore(first)).sorted().toList());
    }

    /** On the day of the fall, and on the Monday after it, when funds with weekends see it. */
    private static Map<String, String> evidence(Token... tokens) {
        Map<String, String> evidence = new HashMap<>();
        for (Token token : tokens) {
            evidence.put(Market.key(token.id(), FALL), CONFIRMED);
            evidence.put(Market.key(token.id(), FALL.plusDays(2)), CONFIRMED);
        }
        return evidence;
    }
}
