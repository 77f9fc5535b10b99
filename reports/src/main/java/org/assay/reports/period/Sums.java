package org.assay.reports.period;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.assay.kernel.ledger.Entry;
import org.assay.kernel.money.Money;
import org.assay.reports.Books;
import org.assay.reports.StruckDay;
import org.assay.reports.StruckNav;

/** The sums of a period, made while its days are told; of a day nothing else is kept. */
final class Sums {
    final StruckNav nav;
    final Period period;
    final Money zero;
    /** Of it alone the digests are kept: those of the last are the NAV's. */
    final Day first;

    final AccountRoll accounts;
    final HoldingRoll holdings;
    final ContractRoll contracts;
    final ClassRolls classes = new ClassRolls();
    final People people = new People();
    final Turnover turnover;

    /** Which strike it was. */
    record Day(LocalDate date, String inputs, String result) {}

    /** Who is told of each day as it goes by. */
    interface Told {
        /** A day, and the lots it relieved. */
        void day(StruckDay day, List<Relieved> relieved);

        void shareClass(ClassRolls.DayOfClass day);
    }

    private Sums(StruckNav nav, Span span, StruckDay day) {
        this.nav = nav;
        period = Period.of(span, day.inputs(), nav);
        zero = Money.zero(nav.fund().base());
        first = named(day);
        accounts = new AccountRoll(zero, day.inputs().opening());
        holdings = new HoldingRoll(day);
        contracts = new ContractRoll(day);
        turnover = new Turnover(day);
    }

    /** Tells every day of the period once. */
    static Sums of(Books books, Span span, Told told) {
        Telling telling = new Telling(books.nav(), span, told);
        books.days(span.first(books.nav().result().date()), telling);
        Sums sums =
                telling.sums.orElseThrow(() -> new IllegalStateException("no day of the period was told, not even %s"
                        .formatted(books.nav().result().date())));
        sums.close();
        return sums;
    }

    /** Waits for the first day, which says where the period begins. */
    private static final class Telling implements Consumer<StruckDay> {
        private final StruckNav nav;
        private final Span span;
        private final Told told;
        private Optional<Sums> sums = Optional.empty();

        private Telling(StruckNav nav, Span span, Told told) {
            this.nav = nav;
            this.span = span;
            this.told = told;
        }

        @Override
        public void accept(StruckDay day) {
            if (sums.isEmpty()) {
                sums = Optional.of(new Sums(nav, span, day));
            }
            sums.get().add(day, told);
        }
    }

    private void add(StruckDay day, Told told) {
        List<Relieved> relieved = Reliefs.of(day);
        for (Entry entry : day.result().entries()) {
            accounts.add(entry);
        }
        holdings.add(day, relieved);
        contracts.add(day);
        turnover.add(day, relieved);
        people.add(day);
        told.day(day, relieved);
        classes.add(day, told::shareClass);
    }

    /** The last day is the NAV the report is about. */
    private void close() {
        accounts.close(nav.result().closing());
        holdings.close(nav.result());
        contracts.close(nav.result().closing().lots());
    }

    private static Day named(StruckDay day) {
        return new Day(day.inputs().date(), day.result().inputs(), day.result().digest());
    }
}
