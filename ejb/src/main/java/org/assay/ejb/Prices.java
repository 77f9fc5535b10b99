package org.assay.ejb;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assay.db.FundHead;
import org.assay.db.PriceException;
import org.assay.db.PriceProposal;
import org.assay.db.Scope;
import org.assay.db.Snapshot;
import org.assay.db.Snapshots;
import org.assay.db.StrikeHead;
import org.assay.kernel.ErrorCode;
import org.assay.kernel.Finding;
import org.assay.kernel.FundException;
import org.assay.kernel.instrument.Instrument;
import org.assay.kernel.pricing.PriceIntake;
import org.assay.kernel.pricing.Quote;
import org.assay.pack.replay.Knowledge;
import org.assay.reports.StruckNav;

/** Prices that need a person, and what there is to look at before somebody says one. */
@Stateless
@RolesAllowed({Roles.ADMINISTRATOR, Roles.APPROVER, Roles.AUDITOR, Roles.COMPLIANCE, Roles.OPERATOR})
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Prices {
    /** Calendar days of history beside a price: a quarter shows whether a move is odd. */
    private static final int HISTORY_DAYS = 92;

    /** What holds first, then by day. */
    private static final Comparator<Found> IN_TURN = Comparator.comparing(
                    (Found each) -> !each.found().holds())
            .thenComparing(each -> each.head().date())
            .thenComparing(each -> each.head().strike().fund())
            .thenComparing(each -> each.found().instrument());

    @Inject
    private Rights rights;

    @Inject
    private Snapshots snapshots;

    @Inject
    private StruckNavs struck;

    /**
     * A price that needs a person.
     *
     * @param nav the NAV that stands on it, struck again just now
     * @param proposal of a price for it, which nobody has decided about
     */
    public record Line(StrikeHead head, StruckNav nav, PriceException found, Optional<PriceProposal> proposal) {}

    /** @param all how many there are; {@code lines} are some of them */
    public record Lines(List<Line> lines, int all) {
        public Lines {
            lines = List.copyOf(lines);
        }
    }

    /** What a control found, and of which NAV. */
    public record Found(StrikeHead head, PriceException found) {}

    /**
     * The prices that hold a NAV, or that a person must look at before one is signed: those that hold first, then by day.
     * Only of NAVs nobody has signed.
     *
     * @param which of them
     * @param order over that; those that are equal stay as they are
     * @param skip so many of the first
     * @param limit each NAV that is shown is struck again
     * @param at as it stood then; absent as it stands now
     */
    public Lines exceptions(
            Predicate<Found> which, Comparator<Found> order, long skip, long limit, Optional<Instant> at) {
        Scope scope = rights.scope();
        try (Snapshot snapshot = snapshots.open(at)) {
            List<Found> found = found(snapshot, scope)
                    .filter(which)
                    .sorted(order.thenComparing(IN_TURN))
                    .toList();
            return new Lines(
                    lines(snapshot, found.stream().skip(skip).limit(limit).toList()), found.size());
        }
    }

    /**
     * Of each NAV that a price holds the first that does, by day.
     *
     * @param limit each NAV is struck again
     * @param at as it stood then; absent as it stands now
     */
    public List<Line> holding(long limit, Optional<Instant> at) {
        Scope scope = rights.scope();
        try (Snapshot snapshot = snapshots.open(at)) {
            Map<Long, Found> first = new LinkedHashMap<>();
            found(snapshot, scope)
                    .filter(each -> each.found().holds())
                    .sorted(IN_TURN)
                    .forEach(each -> first.putIfAbsent(each.head().id(), each));
            return lines(snapshot, first.values().stream().limit(limit).toList());
        }
    }

    /** Of the NAVs nobody has signed. */
    private static Stream<Found> found(Snapshot snapshot, Scope scope) {
        Map<Long, StrikeHead> heads = snapshot.waiting().stream()
                .filter(head -> scope.has(head.strike().fund()))
                .collect(Collectors.toMap(StrikeHead::id, Function.identity()));
        return snapshot.priceExceptions(heads.values()).stream().map(each -> new Found(heads.get(each.strike()), each));
    }

    private List<Line> lines(Snapshot snapshot, List<Found> found) {
        List<PriceProposal> open = snapshot.openProposals();
        Map<Long, StruckNav> navs = new HashMap<>();
        return found.stream()
                .map(each -> {
                    StrikeHead head = each.head();
                    StruckNav nav = navs.computeIfAbsent(head.id(), id -> struck.restrike(snapshot, head));
                    return new Line(
                            head,
                            nav,
                            each.found(),
                            proposal(open, head, each.found().instrument()));
                })
                .toList();
    }

    private static Optional<PriceProposal> proposal(List<PriceProposal> open, StrikeHead head, String instrument) {
        return open.stream()
                .filter(each -> each.fund().equals(head.strike().fund())
                        && each.date().equals(head.date())
                        && each.instrument().equals(instrument))
                .findFirst();
    }

    /**
     * What there is to look at.
     *
     * @param head of the day; absent when it is not struck
     * @param nav the same, struck again
     * @param series of the last three months up to the day, the corrected ones too; by time and knowledge
     * @param outlying of them, as the intake sees it: they stand alone between neighbours that agree
     * @param proposals for the day, decided or not
     */
    public record Sheet(
            FundHead fund,
            Instrument instrument,
            LocalDate date,
            Optional<StrikeHead> head,
            Optional<StruckNav> nav,
            List<Quote> series,
            List<Finding> outlying,
            List<PriceProposal> proposals) {
        public Sheet {
            series = List.copyOf(series);
            outlying = List.copyOf(outlying);
            proposals = List.copyOf(proposals);
        }
    }

    /**
     * @param at as it stood then, with the prices that had come by then; absent as it stands now
     * @throws FundException NOT_THERE, for a fund or an instrument there is none of
     */
    public Sheet sheet(String fund, LocalDate date, String id, Optional<Instant> at) {
        rights.toRead(fund);
        try (Snapshot snapshot = snapshots.open(at)) {
            FundHead there = snapshot.fund(fund).orElseThrow(() -> Desk.noFund(fund));
            Knowledge knowledge = snapshot.knowledge(there);
            Instrument instrument = Optional.ofNullable(knowledge.instruments().get(id))
                    .orElseThrow(() -> new FundException(
                            ErrorCode.NOT_THERE, fund, "instrument", id, "an instrument of this fund"));
            Optional<StrikeHead> head = snapshot.strike(fund, date);
            List<Quote> series = snapshot.quotes(there, id, date.minusDays(HISTORY_DAYS), date);
            return new Sheet(
                    there,
                    instrument,
                    date,
                    head,
                    head.map(each -> struck.restrike(snapshot, each)),
                    series,
                    PriceIntake.check(daily(series), there.terms().on(date).prices(instrument)),
                    snapshot.proposals(fund).stream()
                            .filter(each ->
                                    each.instrument().equals(id) && each.date().equals(date))
                            .toList());
        }
    }

    /** One a time, as it was last known; without final prices, which stand beside the settlement of their day. */
    private static List<Quote> daily(List<Quote> series) {
        Map<Instant, Quote> last = new TreeMap<>();
        series.stream()
                .filter(quote -> quote.kind() != Quote.Kind.FINAL)
                .forEach(quote -> last.put(quote.time(), quote));
        return new ArrayList<>(last.values());
    }
}
