package org.assay.pack.demo;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.assay.kernel.instrument.Instrument;
import org.assay.kernel.nav.Books;
import org.assay.kernel.pricing.Quote;
import org.assay.pack.fund.FundFile;
import org.assay.pack.fund.FundPack;
import org.assay.pack.fund.Manifest;
import org.assay.pack.replay.KnownFund;
import org.assay.pack.replay.Replay;
import org.assay.pack.table.Origins;

/**
 * A year of one fund, lived: its days are struck, and twice a month those who act for it look at the books and act on what
 * they see. So fees and interest are paid to the cent, and positions follow investors' money.
 *
 * <pre>
 *   month   |-- 1 ---- 2 ------ 8..12 ------ 14 --------- end |
 *                      look     roll         look
 * </pre>
 *
 * @param prices all of the market for its instruments, as they could be traded at
 * @param vendor what of a price the fund was told; empty where it was told nothing
 */
record LivingFund(
        FundFile terms,
        List<Instrument> instruments,
        Market prices,
        Function<Quote, Optional<Quote>> vendor,
        FactBook facts,
        List<Desk> desks,
        String readme) {
    private static final int FIRST_LOOK = 2;
    private static final int SECOND_LOOK = 14;
    private static final long KNOWN_AFTER_SECONDS = 86_400;

    /** Its pack, without results. */
    FundPack lived() {
        Books books = Books.empty();
        YearMonth last = YearMonth.from(LivingTerms.LAST);
        for (YearMonth month = YearMonth.from(LivingTerms.FIRST); !month.isAfter(last); month = month.plusMonths(1)) {
            Books monthEnd = struck(books, month.atDay(1).minusDays(1));
            LocalDate first = LivingTerms.businessDay(month, FIRST_LOOK);
            books = struck(monthEnd, first.minusDays(1));
            act(new Look(first, true, books, monthEnd));
            LocalDate second = LivingTerms.businessDay(month, SECOND_LOOK);
            books = struck(books, second.minusDays(1));
            act(new Look(second, false, books, monthEnd));
        }
        return pack();
    }

    private void act(Look look) {
        desks.forEach(desk -> desk.act(look));
    }

    /** The books at the end of a day. */
    private Books struck(Books opening, LocalDate to) {
        Books[] last = {opening};
        Replay.run(KnownFund.of(pack(), Optional.empty()), opening, to, strike -> {
            if (strike.isHeld()) {
                throw new IllegalStateException("%s is held in the middle of its year: %s"
                        .formatted(terms.fund(), strike.result().findings()));
            }
            last[0] = strike.result().closing();
        });
        return last[0];
    }

    private FundPack pack() {
        SortedMap<String, Instrument> byId = new TreeMap<>();
        instruments.forEach(instrument -> byId.put(instrument.id(), instrument));
        Predicate<Quote> isOurs = quote -> byId.containsKey(quote.instrument());
        return new FundPack(
                new Manifest(
                        1,
                        terms.fund(),
                        true,
                        TermParts.CLOSE.on(LivingTerms.LAST).plusSeconds(KNOWN_AFTER_SECONDS),
                        Optional.empty(),
                        Optional.empty()),
                terms,
                byId,
                List.of(),
                LivingTerms.calendarDays(terms),
                facts.all(),
                prices.quotes().stream()
                        .filter(isOurs)
                        .map(vendor)
                        .flatMap(Optional::stream)
                        .toList(),
                prices.rates().stream()
                        .filter(rate -> terms.currencies().contains(rate.currency()))
                        .toList(),
                Books.empty(),
                Optional.of(readme),
                Origins.none());
    }
}
