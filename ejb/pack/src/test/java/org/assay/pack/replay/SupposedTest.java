package org.assay.pack.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.assay.kernel.ledger.Fact;
import org.assay.kernel.nav.Books;
import org.assay.kernel.nav.Nav;
import org.assay.kernel.nav.NavResult;
import org.assay.kernel.pricing.Quote;
import org.assay.pack.demo.SmallFund;
import org.assay.pack.fund.FundPack;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is supposed does to a strike what it does once it has come. */
class SupposedTest {
    private static final LocalDate TO = LocalDate.of(2026, 1, 31);

    /** On every day: the pack without what counts on it, and those rows supposed, gives the digest of the whole pack. */
    @ParameterizedTest
    @ValueSource(longs = {3, 1_007, 77_001, 90_210})
    void rows_that_are_supposed_strike_as_rows_that_came(long seed) {
        FundPack pack = SmallFund.of(seed).pack();
        KnownFund whole = KnownFund.of(pack, Optional.empty());
        Books books = Books.empty();
        int changed = 0;
        Optional<LocalDate> day = whole.schedule().first(pack.fund().inception(), TO);
        while (day.isPresent()) {
            LocalDate date = day.get();
            NavResult right = Nav.strike(whole.on(date, books));
            Predicate<Object> ofTheDay = row -> isOf(row, date, whole, pack);
            List<Object> rows =
                    new ArrayList<>(pack.facts().stream().filter(ofTheDay).toList());
            pack.quotes().stream().filter(ofTheDay).forEach(rows::add);
            KnownFund lacking =
                    KnownFund.of(new Supposed(new PackKnowledge(without(pack, ofTheDay)), rows), Optional.empty());
            assertThat(Nav.strike(lacking.on(date, books)).digest()).isEqualTo(right.digest());
            changed += rows.size();
            books = right.closing();
            day = whole.schedule().first(date.plusDays(1), TO);
        }
        assertThat(changed).isGreaterThan(50);
    }

    private static boolean isOf(Object row, LocalDate date, KnownFund fund, FundPack pack) {
        if (row instanceof Quote quote) {
            return quote.date().equals(date);
        }
        Optional<LocalDate> before = date.equals(pack.fund().inception())
                ? Optional.empty()
                : fund.schedule().last(pack.fund().inception(), date.minusDays(1));
        return row instanceof Fact fact
                && !fact.stamp().effective().isAfter(fund.schedule().valuationPoint(date))
                && before.filter(earlier -> !fact.stamp()
                                .effective()
                                .isAfter(fund.schedule().valuationPoint(earlier)))
                        .isEmpty();
    }

    private static FundPack without(FundPack pack, Predicate<Object> gone) {
        return new FundPack(
                pack.manifest(),
                pack.fund(),
                pack.instruments(),
                pack.identifiers(),
                pack.calendarDays(),
                pack.facts().stream().filter(gone.negate()).toList(),
                pack.quotes().stream().filter(gone.negate()).toList(),
                pack.rates(),
                pack.opening(),
                pack.readme(),
                pack.origins());
    }
}
