package org.assay.kernel.nav;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.assay.kernel.calendar.BusinessCalendar;
import org.assay.kernel.instrument.Future;
import org.assay.kernel.instrument.Instrument;
import org.assay.kernel.ledger.Lot;
import org.assay.kernel.money.Quantity;
import org.assay.kernel.roll.Deadline;
import org.assay.kernel.roll.Programme;
import org.assay.kernel.roll.Roll;
import org.assay.kernel.roll.RollProgress;
import org.assay.kernel.roll.RollStep;
import org.assay.kernel.roll.RollWindow;

/**
 * How the rolls of a fund stand at a close, and what they bring next. Told from the closed books alone, so it costs no strike.
 *
 * @param date of the close
 * @param plans one for each programme in force, by id
 * @param contracts with lots in them, the nearest deadline first
 * @param coming roll days and deadlines after the close, the soonest first
 */
public record RollOutlook(LocalDate date, List<Plan> plans, List<Contract> contracts, List<Coming> coming) {
    /** Windows are looked for in so many months: a programme that rolls once a year has one in them. */
    private static final int MONTHS = 13;

    /**
     * A programme.
     *
     * @param near the contract rolled out of in the window; absent when none is known of its month
     * @param window of this month while it has anything to tell, or the next one; absent when the programme never rolls
     * @param latest the last window that has begun by the close; absent when none has within a year
     * @param step what is wanted on the date; absent before the window and on a day that is no business day
     * @param done lots moved in the window of this month
     * @param left lots still in the near contract of the window
     */
    public record Plan(
            String programme,
            String root,
            String location,
            Programme.Execution execution,
            Optional<String> near,
            Optional<String> far,
            Optional<RollWindow> window,
            Optional<RollWindow> latest,
            Optional<RollStep> step,
            Quantity done,
            Quantity left,
            Optional<Deadline> deadline) {
        /** Lots that should have moved by the close, and have not. */
        public Quantity owed() {
            return step.map(RollStep::owed).orElse(Quantity.ZERO);
        }

        public boolean isBehind() {
            return !owed().isZero();
        }
    }

    /** How near its end a position is. */
    public enum Urgency {
        /** Nothing to do yet. */
        FAR,
        /** Within the days the fund wants to be warned ahead. */
        SOON,
        /** At or past its hard stop: it holds the NAV. */
        DUE
    }

    /**
     * A contract with lots in it.
     *
     * @param programme that rolls it, if one does
     * @param window in which it does
     * @param days business days until its hard stop; none on the day and after it
     */
    public record Contract(
            String id,
            String root,
            String location,
            Quantity lots,
            Optional<String> programme,
            Optional<RollWindow> window,
            Deadline deadline,
            int days,
            Urgency urgency) {}

    /** What a coming day brings. */
    public enum Kind {
        ROLL,
        HARD_STOP,
        FIRST_NOTICE,
        LAST_TRADE
    }

    /**
     * A coming day.
     *
     * @param subject the programme that rolls, or the contract that ends
     * @param rolled the day of the window, for a roll
     * @param lots in the contract now; for a roll, in all contracts the programme rolls
     */
    public record Coming(
            LocalDate date,
            Kind kind,
            String subject,
            String root,
            String location,
            Optional<RollWindow.RollDay> rolled,
            Quantity lots) {}

    public RollOutlook {
        plans = List.copyOf(plans);
        contracts = List.copyOf(contracts);
        coming = List.copyOf(coming);
    }

    /**
     * @param terms in force on the day the books were closed
     * @param books closed by a strike
     * @param instruments every contract that is known
     * @param calendars as they were known
     */
    public static RollOutlook of(
            FundTerms terms,
            Books books,
            Collection<Instrument> instruments,
            SortedMap<String, BusinessCalendar> calendars) {
        LocalDate date = books.struck()
                .orElseThrow(() -> new IllegalArgumentException("books that no strike closed have no outlook"))
                .date();
        Looking looking = new Looking(date, terms, books, futures(instruments), calendars);
        List<Plan> plans = terms.programmes().stream()
                .flatMap(programme -> looking.plan(programme).stream())
                .sorted(Comparator.comparing(Plan::programme))
                .toList();
        List<Contract> contracts = looking.contracts();
        return new RollOutlook(date, plans, contracts, looking.coming(contracts));
    }

    /** The same of one chain. */
    public RollOutlook of(String root) {
        return new RollOutlook(
                date,
                plans.stream().filter(plan -> plan.root().equals(root)).toList(),
                contracts.stream()
                        .filter(contract -> contract.root().equals(root))
                        .toList(),
                coming.stream().filter(day -> day.root().equals(root)).toList());
    }

    private static List<Future> futures(Collection<Instrument> instruments) {
        return instruments.stream()
                .filter(Future.class::isInstance)
                .map(Future.class::cast)
                .toList();
    }

    private record Place(String contract, String location) {}

    private record Looking(
            LocalDate date,
            FundTerms terms,
            Books books,
            List<Future> futures,
            SortedMap<String, BusinessCalendar> calendars) {
        /** Absent when nothing is known of its chain. */
        Optional<Plan> plan(Programme programme) {
            return exchange(programme).map(calendar -> plan(programme, calendar));
        }

        private Plan plan(Programme programme, BusinessCalendar exchange) {
            YearMonth month = YearMonth.from(date);
            Optional<Future> held = contract(programme, programme.held(month));
            Quantity done = books.rolls().stream()
                    .filter(progress -> progress.programme().equals(programme.id()))
                    .filter(progress -> progress.month().equals(month))
                    .map(RollProgress::done)
                    .findFirst()
                    .orElse(Quantity.ZERO);
            Quantity left =
                    held.map(future -> lots(future.id(), programme.location())).orElse(Quantity.ZERO);
            Optional<RollStep> step = left.isZero() && done.isZero()
                    ? Optional.empty()
                    : Roll.plan(programme, date, exchange, left, done);
            Optional<RollWindow> window = windows(programme, exchange)
                    .filter(next -> step.isPresent() || !date.isAfter(next.last()))
                    .findFirst();
            Optional<Future> near = window.flatMap(next -> contract(programme, next.near()));
            return new Plan(
                    programme.id(),
                    programme.root(),
                    programme.location(),
                    programme.execution(),
                    near.map(Future::id),
                    window.flatMap(next -> contract(programme, next.far())).map(Future::id),
                    window,
                    latest(programme, exchange),
                    step,
                    done,
                    near.map(future -> lots(future.id(), programme.location())).orElse(Quantity.ZERO),
                    near.map(future -> Deadline.of(future, exchange, Optional.of(programme))));
        }

        /** Of this month and those that follow. */
        private Stream<RollWindow> windows(Programme programme, BusinessCalendar exchange) {
            return Stream.iterate(YearMonth.from(date), month -> month.plusMonths(1))
                    .limit(MONTHS)
                    .flatMap(month -> RollWindow.of(programme, month, exchange).stream());
        }

        private Optional<RollWindow> latest(Programme programme, BusinessCalendar exchange) {
            return Stream.iterate(YearMonth.from(date), month -> month.minusMonths(1))
                    .limit(MONTHS)
                    .flatMap(month -> RollWindow.of(programme, month, exchange).stream())
                    .filter(window -> !window.first().isAfter(date))
                    .findFirst();
        }

        private Optional<BusinessCalendar> exchange(Programme programme) {
            return futures.stream()
                    .filter(future -> future.root().equals(programme.root()))
                    .map(future -> calendars.get(future.calendar()))
                    .findFirst();
        }

        private Optional<Future> contract(Programme programme, YearMonth month) {
            return futures.stream()
                    .filter(future -> future.root().equals(programme.root())
                            && future.contractMonth().equals(month))
                    .findFirst();
        }

        private Quantity lots(String contract, String location) {
            return books.lots().stream()
                    .filter(lot ->
                            lot.instrument().equals(contract) && lot.location().equals(location))
                    .map(Lot::quantity)
                    .reduce(Quantity.ZERO, Quantity::plus);
        }

        List<Contract> contracts() {
            Map<Place, Quantity> held = new LinkedHashMap<>();
            books.lots()
                    .forEach(lot ->
                            held.merge(new Place(lot.instrument(), lot.location()), lot.quantity(), Quantity::plus));
            List<Contract> contracts = new ArrayList<>();
            for (Future future : futures) {
                held.forEach((place, lots) -> {
                    if (place.contract().equals(future.id()) && !lots.isZero()) {
                        contracts.add(contract(future, place.location(), lots));
                    }
                });
            }
            return contracts.stream()
                    .sorted(Comparator.comparing(
                                    (Contract contract) -> contract.deadline().hardStop())
                            .thenComparing(Contract::id)
                            .thenComparing(Contract::location))
                    .toList();
        }

        private Contract contract(Future future, String location, Quantity lots) {
            BusinessCalendar exchange = calendars.get(future.calendar());
            Optional<Programme> programme = terms.programmes().stream()
                    .filter(rolls -> rolls.root().equals(future.root())
                            && rolls.location().equals(location))
                    .findFirst();
            Deadline deadline = Deadline.of(future, exchange, programme);
            int days = (int) Stream.iterate(date.plusDays(1), day -> day.plusDays(1))
                    .takeWhile(day -> !day.isAfter(deadline.hardStop()))
                    .filter(exchange::isBusinessDay)
                    .count();
            return new Contract(
                    future.id(),
                    future.root(),
                    location,
                    lots,
                    programme.map(Programme::id),
                    programme.stream()
                            .flatMap(rolls -> windows(rolls, exchange))
                            .filter(window -> window.near().equals(future.contractMonth()))
                            .findFirst(),
                    deadline,
                    days,
                    urgency(deadline, days));
        }

        private Urgency urgency(Deadline deadline, int days) {
            if (date.isAfter(deadline.lastTrade()) || (deadline.mustLeave() && days == 0)) {
                return Urgency.DUE;
            }
            return days <= terms.expiryWarnDays() ? Urgency.SOON : Urgency.FAR;
        }

        List<Coming> coming(List<Contract> contracts) {
            List<Coming> coming = new ArrayList<>();
            terms.programmes()
                    .forEach(programme -> exchange(programme)
                            .ifPresent(exchange -> coming.addAll(rolls(programme, exchange, contracts))));
            for (Contract contract : contracts) {
                Deadline deadline = contract.deadline();
                if (deadline.mustLeave()) {
                    coming.add(end(contract, deadline.hardStop(), Kind.HARD_STOP));
                }
                deadline.firstNotice().ifPresent(notice -> coming.add(end(contract, notice, Kind.FIRST_NOTICE)));
                coming.add(end(contract, deadline.lastTrade(), Kind.LAST_TRADE));
            }
            return coming.stream()
                    .filter(day -> day.date().isAfter(date))
                    .sorted(Comparator.comparing(Coming::date)
                            .thenComparing(Coming::kind)
                            .thenComparing(Coming::subject)
                            .thenComparing(Coming::location))
                    .toList();
        }

        /** The rest of this window, or the next one. */
        private List<Coming> rolls(Programme programme, BusinessCalendar exchange, List<Contract> contracts) {
            Quantity lots = contracts.stream()
                    .filter(contract -> contract.programme().equals(Optional.of(programme.id())))
                    .map(Contract::lots)
                    .reduce(Quantity.ZERO, Quantity::plus);
            return windows(programme, exchange)
                    .filter(window -> window.last().isAfter(date))
                    .limit(1)
                    .flatMap(window -> window.days().stream())
                    .map(day -> new Coming(
                            day.date(),
                            Kind.ROLL,
                            programme.id(),
                            programme.root(),
                            programme.location(),
                            Optional.of(day),
                            lots))
                    .toList();
        }

        private static Coming end(Contract contract, LocalDate date, Kind kind) {
            return new Coming(
                    date, kind, contract.id(), contract.root(), contract.location(), Optional.empty(), contract.lots());
        }
    }
}
