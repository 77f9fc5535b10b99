package org.assay.ejb;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.assay.db.FundHead;
import org.assay.db.FundStore;
import org.assay.db.Person.Role;
import org.assay.db.PriceProposal;
import org.assay.db.Snapshot;
import org.assay.db.Snapshots;
import org.assay.db.StrikeHead;
import org.assay.kernel.ErrorCode;
import org.assay.kernel.FundException;
import org.assay.kernel.ledger.Entry;
import org.assay.kernel.ledger.Fact;
import org.assay.kernel.nav.Books;
import org.assay.kernel.nav.Nav;
import org.assay.kernel.nav.NavResult;
import org.assay.pack.fund.Amending;
import org.assay.pack.fund.FundFile;
import org.assay.pack.replay.Knowledge;
import org.assay.pack.replay.KnownFund;
import org.assay.pack.replay.Schedule;
import org.assay.pack.replay.Supposed;

/**
 * What rows would do, had they arrived: the first day they count on is struck without them and with them, on what is known
 * now. Nothing is kept.
 */
@Stateless
@RolesAllowed({Roles.ADMINISTRATOR, Roles.APPROVER, Roles.AUDITOR, Roles.COMPLIANCE, Roles.OPERATOR})
public class Previews {
    /** As far as a fund's calendar is looked through for the day a fact counts on. */
    private static final int DAYS_AHEAD = 400;

    @Inject
    private Rights rights;

    @Inject
    private Clock clock;

    @Inject
    private FundStore funds;

    @Inject
    private Snapshots snapshots;

    /**
     * A day with and without the rows.
     *
     * @param rows that are new
     * @param repeated rows that are there already
     * @param struck the NAV that counts for the day; absent for one that is not struck yet
     * @param without the rows; absent when the day cannot be struck without them
     * @param booked entries the rows cause
     * @param gone entries of facts the rows correct
     */
    public record Preview(
            FundFile fund,
            LocalDate date,
            int rows,
            int repeated,
            Optional<StrikeHead> struck,
            Optional<NavResult> without,
            NavResult with,
            List<Entry> booked,
            List<Entry> gone) {
        public Preview {
            booked = List.copyOf(booked);
            gone = List.copyOf(gone);
        }
    }

    /**
     * Of a file.
     *
     * @param kind of rows: trades, capital, cash, margin, cancellations, prices, fx
     * @return empty when nothing in it is new
     * @throws FileRefused with every reason, as it would be refused; that it was looked at is not kept
     * @throws FundException as the day would be refused
     */
    public Optional<Preview> preview(String fund, String kind, byte[] content) throws FileRefused {
        rights.to(Role.OPERATOR, fund);
        try (Snapshot snapshot = snapshots.open()) {
            Known known = known(snapshot, fund);
            return preview(snapshot, known, kind, content);
        }
    }

    /**
     * Of a price a person is about to say.
     *
     * @throws FundException as it would be refused
     */
    public Optional<Preview> preview(String fund, ManualPrices.Said said) {
        rights.to(Role.OPERATOR, fund);
        try (Snapshot snapshot = snapshots.open()) {
            Known known = known(snapshot, fund);
            return price(
                    snapshot,
                    known,
                    PriceFile.of(known.knowledge(), PriceFile.quote(known.knowledge(), said, known.now())));
        }
    }

    /** Of a price that was proposed. */
    public Optional<Preview> preview(PriceProposal proposal) {
        rights.toRead(proposal.fund());
        try (Snapshot snapshot = snapshots.open()) {
            Known known = known(snapshot, proposal.fund());
            return price(
                    snapshot,
                    known,
                    PriceFile.of(known.knowledge(), PriceFile.quote(proposal, proposal.evidence(), known.now())));
        }
    }

    /**
     * Of a change of what the fund stands on: the first day it counts on.
     *
     * @param kind as {@link org.assay.pack.fund.Amending#kind} names it
     * @return empty for what has no effect before it is used
     * @throws FileRefused with every reason, as it would be refused
     * @throws FundException DAY_CLOSED, or as the day would be refused
     */
    public Optional<Preview> amendment(String fund, String kind, byte[] content) throws FileRefused {
        rights.toRead(fund);
        try (Snapshot snapshot = snapshots.open()) {
            FundHead head = snapshot.fund(fund).orElseThrow(() -> Desk.noFund(fund));
            Known known = known(snapshot, fund);
            Amending.Amended amended = Amendments.read(snapshot.standing(head), kind, content, known.now());
            Amendments.checkOpen(snapshot, fund, amended.from());
            return amended.from().map(from -> amendment(snapshot, known, amended, from));
        }
    }

    private static Preview amendment(Snapshot snapshot, Known known, Amending.Amended amended, LocalDate from) {
        Knowledge knowledge = new Supposed(known.knowledge(), amended.after());
        KnownFund with = KnownFund.of(knowledge, Optional.empty());
        KnownFund without = KnownFund.of(known.knowledge(), Optional.empty());
        LocalDate date = with.schedule()
                .first(from, from.plusDays(DAYS_AHEAD))
                .orElseThrow(() -> new FundException(
                        ErrorCode.NOT_A_STRIKE_DAY,
                        knowledge.fund().fund(),
                        "first day",
                        from.toString(),
                        "a day on which this fund strikes"));
        Books opening = snapshot.opening(known.knowledge(), date).books();
        Instant k = later(known.now(), with.known(date, opening));
        return new Preview(
                knowledge.fund(),
                date,
                amended.rows(),
                0,
                Optional.empty(),
                strike(without, date, k, opening),
                Nav.strike(with.on(date, k, opening)),
                List.of(),
                List.of());
    }

    /** @param now a moment after everything that is known */
    private record Known(Knowledge knowledge, Instant now) {}

    private Known known(Snapshot snapshot, String fund) {
        FundHead head = snapshot.fund(fund).orElseThrow(() -> Desk.noFund(fund));
        return new Known(snapshot.knowledge(head), funds.moment(fund, clock.instant()));
    }

    private static Optional<Preview> price(Snapshot snapshot, Known known, byte[] content) {
        try {
            return preview(snapshot, known, PriceFile.KIND, content);
        } catch (FileRefused refused) {
            throw PriceFile.wrong(
                    known.knowledge().fund().fund(), refused.failures().get(0));
        }
    }

    private static Optional<Preview> preview(Snapshot snapshot, Known known, String kind, byte[] content)
            throws FileRefused {
        Incoming<?> incoming = Incoming.read(snapshot, known.knowledge(), kind, content, known.now());
        if (!incoming.failures().isEmpty()) {
            throw new FileRefused(incoming.failures());
        }
        return incoming.fresh().isEmpty() ? Optional.empty() : Optional.of(preview(snapshot, known, incoming));
    }

    private static Preview preview(Snapshot snapshot, Known known, Incoming<?> incoming) {
        Knowledge knowledge = known.knowledge();
        String fund = knowledge.fund().fund();
        Instant counts = incoming.counts(knowledge);
        Optional<StrikeHead> struck = snapshot.firstStrikeSince(fund, counts);
        LocalDate date = struck.map(StrikeHead::date).orElseGet(() -> next(snapshot, knowledge, counts));
        Books opening = snapshot.opening(knowledge, date).books();
        KnownFund plain = KnownFund.of(knowledge, Optional.empty());
        Instant k = later(known.now(), plain.known(date, opening));
        NavResult with = Nav.strike(KnownFund.of(new Supposed(knowledge, incoming.fresh()), Optional.empty())
                .on(date, k, opening));
        Optional<NavResult> without = strike(plain, date, k, opening);
        Set<String> facts = new HashSet<>();
        Set<String> corrected = new HashSet<>();
        for (Object row : incoming.fresh()) {
            if (row instanceof Fact fact) {
                facts.add(fact.stamp().id());
                fact.stamp().corrects().ifPresent(corrected::add);
            }
        }
        return new Preview(
                knowledge.fund(),
                date,
                incoming.fresh().size(),
                incoming.repeated(),
                struck,
                without,
                with,
                of(with, facts),
                without.map(result -> of(result, corrected)).orElse(List.of()));
    }

    /** A day that lacks what the rows bring has no NAV without them. */
    private static Optional<NavResult> strike(KnownFund known, LocalDate date, Instant k, Books opening) {
        try {
            return Optional.of(Nav.strike(known.on(date, k, opening)));
        } catch (FundException refused) {
            return Optional.empty();
        }
    }

    private static List<Entry> of(NavResult result, Set<String> facts) {
        return result.entries().stream()
                .filter(entry -> facts.contains(entry.fact()))
                .toList();
    }

    /** The first day not struck whose valuation point the rows do not come after. */
    private static LocalDate next(Snapshot snapshot, Knowledge knowledge, Instant counts) {
        Schedule schedule = KnownFund.of(knowledge, Optional.empty()).schedule();
        LocalDate open = snapshot.lastStrike(knowledge.fund().fund())
                .map(head -> head.date().plusDays(1))
                .orElse(knowledge.fund().inception());
        LocalDate end = open.plusDays(DAYS_AHEAD);
        Optional<LocalDate> strike = schedule.first(open, end);
        while (strike.filter(date -> schedule.valuationPoint(date).isBefore(counts))
                .isPresent()) {
            strike = schedule.first(strike.get().plusDays(1), end);
        }
        return strike.orElseThrow(() -> new FundException(
                ErrorCode.NOT_A_STRIKE_DAY,
                knowledge.fund().fund(),
                "effective",
                counts.toString(),
                "not more than %s days after the last day struck".formatted(DAYS_AHEAD)));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
