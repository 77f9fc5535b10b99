package org.assay.ejb;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.assay.db.ArrivedFile;
import org.assay.db.FundHead;
import org.assay.db.NightWork.Block;
import org.assay.db.ReportFile;
import org.assay.db.Scope;
import org.assay.db.Snapshot;
import org.assay.db.Snapshots;
import org.assay.db.StrikeHead;
import org.assay.db.StrikeId;
import org.assay.db.chain.ChainHead;
import org.assay.db.chain.ChainState;
import org.assay.kernel.ErrorCode;
import org.assay.kernel.FundException;
import org.assay.kernel.nav.NavTrail;
import org.assay.kernel.trail.Trail;
import org.assay.reports.StruckNav;

/** What the people at the desk may look at. */
@Stateless
@RolesAllowed({Roles.ADMINISTRATOR, Roles.APPROVER, Roles.AUDITOR, Roles.COMPLIANCE, Roles.OPERATOR})
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Desk {
    @Inject
    private Rights rights;

    @Inject
    private Clock clock;

    @Inject
    private Night night;

    @Inject
    private Snapshots snapshots;

    @Inject
    private StruckNavs struck;

    @Inject
    private Reports reports;

    /**
     * A NAV, whole.
     *
     * @param head as the database has it
     * @param nav struck again, with the same digests
     * @param before the NAV of the strike day before it
     */
    public record Struck(StrikeHead head, StruckNav nav, Optional<StrikeHead> before) {}

    /** By the house clock. */
    @PermitAll
    public Instant now() {
        return clock.instant();
    }

    /** By the clock of the books, which dates strikes and decisions; the house clock may be moved. */
    @PermitAll
    public Instant booksNow() {
        try (Snapshot snapshot = snapshots.open()) {
            return snapshot.taken();
        }
    }

    /**
     * Every fund in scope and how far it has come.
     *
     * @param at as it stood then; absent as it stands now
     */
    public Night.Round round(Optional<Instant> at) {
        return night.round(rights.scope(), at);
    }

    /**
     * One fund and how far it has come.
     *
     * @param at as it stood then; absent as it stands now
     * @throws FundException NOT_THERE; FORMAT, when it is there and cannot be read
     */
    public Night.Progress progress(String id, Optional<Instant> at) {
        rights.toRead(id);
        Night.Round round = night.round(List.of(id), at);
        round.unreadable().stream().findFirst().ifPresent(fund -> {
            throw new FundException(ErrorCode.FORMAT, id, "terms", fund.why(), "the terms of a fund");
        });
        return round.funds().stream().findFirst().orElseThrow(() -> noFund(id));
    }

    /** @throws FundException NOT_THERE */
    public FundHead fund(String id) {
        return fund(id, Optional.empty());
    }

    /**
     * A fund with its terms.
     *
     * @param at as they were agreed then; absent as they are now
     * @throws FundException NOT_THERE
     */
    public FundHead fund(String id, Optional<Instant> at) {
        rights.toRead(id);
        try (Snapshot snapshot = snapshots.open(at)) {
            return snapshot.fund(id).orElseThrow(() -> noFund(id));
        }
    }

    /**
     * The NAVs that count of a range of days, both ends inclusive, in order.
     *
     * @param at as they stood then; absent as they stand now
     */
    public List<StrikeHead> strikes(String fund, LocalDate from, LocalDate to, Optional<Instant> at) {
        rights.toRead(fund);
        try (Snapshot snapshot = snapshots.open(at)) {
            return snapshot.strikes(fund, from, to);
        }
    }

    /**
     * The classes of the NAV before the last of each fund in scope, by fund: one question for all of them.
     *
     * @param at as they stood then; absent as they stand now
     */
    public Map<String, List<StrikeHead.ClassLine>> beforeLast(List<StrikeHead> last, Optional<Instant> at) {
        Scope scope = rights.scope();
        try (Snapshot snapshot = snapshots.open(at)) {
            return snapshot.before(last.stream()
                    .filter(head -> scope.has(head.strike().fund()))
                    .toList());
        }
    }

    /**
     * The last strike that counts; absent before a fund's first.
     *
     * @param at as it stood then; absent as it stands now
     */
    public Optional<StrikeHead> last(String fund, Optional<Instant> at) {
        rights.toRead(fund);
        try (Snapshot snapshot = snapshots.open(at)) {
            return snapshot.lastStrike(fund);
        }
    }

    /**
     * Every strike of a day: what counts, what it superseded, and what stands on a branch.
     *
     * @param at as they stood then; absent as they stand now
     */
    public List<StrikeHead> attempts(String fund, LocalDate date, Optional<Instant> at) {
        rights.toRead(fund);
        try (Snapshot snapshot = snapshots.open(at)) {
            return snapshot.attempts(fund, date, date);
        }
    }

    /**
     * The files that arrived for a fund, the last first.
     *
     * @param at those that had come by then; absent all
     */
    public List<ArrivedFile> files(String fund, Optional<Instant> at) {
        rights.toRead(fund);
        try (Snapshot snapshot = snapshots.open(at)) {
            return snapshot.files(fund);
        }
    }

    /**
     * NAVs of all funds in scope that wait for a second person or are held, the oldest of each fund first.
     *
     * @param at as they stood then; absent as they stand now
     */
    public List<StrikeHead> waiting(Optional<Instant> at) {
        Scope scope = rights.scope();
        try (Snapshot snapshot = snapshots.open(at)) {
            return snapshot.waiting().stream()
                    .filter(head -> scope.has(head.strike().fund()))
                    .toList();
        }
    }

    /** What holds each of these NAVs, by the number of its strike: one question for all of them. */
    public Map<Long, List<Block>> blocks(List<StrikeHead> held) {
        Scope scope = rights.scope();
        try (Snapshot snapshot = snapshots.open()) {
            return snapshot
                    .blocks(held.stream()
                            .filter(head -> scope.has(head.strike().fund()))
                            .toList())
                    .stream()
                    .collect(Collectors.groupingBy(Block::strike));
        }
    }

    /**
     * The strike that counts.
     *
     * @param at as it stood then; absent as it stands now
     * @throws FundException NOT_THERE
     */
    public StrikeHead head(String fund, LocalDate date, Optional<Instant> at) {
        rights.toRead(fund);
        try (Snapshot snapshot = snapshots.open(at)) {
            return snapshot.strike(fund, date).orElseThrow(() -> notStruck(fund, date));
        }
    }

    /**
     * The NAV that counts.
     *
     * @param at as it stood then; absent as it stands now
     * @throws FundException NOT_THERE
     */
    public Struck struck(String fund, LocalDate date, Optional<Instant> at) {
        rights.toReadPersonal("capital of the NAV " + date, fund);
        try (Snapshot snapshot = snapshots.open(at)) {
            StrikeHead head = snapshot.strike(fund, date).orElseThrow(() -> notStruck(fund, date));
            return new Struck(head, struck.restrike(snapshot, head), snapshot.strikeBefore(fund, date));
        }
    }

    /**
     * This very strike, whatever became of it.
     *
     * @throws FundException NOT_THERE
     */
    public Struck struck(StrikeId strike) {
        rights.toReadPersonal("capital of the NAV " + strike.date(), strike.fund());
        try (Snapshot snapshot = snapshots.open()) {
            StrikeHead head = snapshot.attempts(strike.fund(), strike.date(), strike.date()).stream()
                    .filter(each -> each.strike().equals(strike))
                    .findFirst()
                    .orElseThrow(() -> notStruck(strike.fund(), strike.date()));
            return new Struck(
                    head, struck.restrike(snapshot, head), snapshot.strikeBefore(strike.fund(), strike.date()));
        }
    }

    /**
     * Why a figure is what it is, down to facts and prices.
     *
     * @param figure as the offline command names it: {@code nav_per_share:A}
     * @param at as the NAV stood then; absent as it stands now
     * @throws FundException for a figure the day does not have
     */
    public Trail trail(String fund, LocalDate date, String figure, Optional<Instant> at) {
        StruckNav nav = struck(fund, date, at).nav();
        return NavTrail.of(nav.inputs(), nav.result(), figure);
    }

    /**
     * The heads of the chains over the books, to be kept elsewhere: of funds in scope, and of what belongs to none.
     *
     * @param at as they stood then; absent as they stand now
     */
    public ChainState chain(Optional<Instant> at) {
        Scope scope = rights.scope();
        try (Snapshot snapshot = snapshots.open(at)) {
            ChainState all = snapshot.chain();
            return new ChainState(
                    all.lastStrike(),
                    all.heads().stream()
                            .filter(head -> head.fund().equals(ChainHead.NO_FUND) || scope.has(head.fund()))
                            .toList());
        }
    }

    /** Made now, unless it was before. */
    public ReportFile report(String fund, LocalDate date, String kind) {
        rights.toReadPersonal("report %s of the NAV %s".formatted(kind, date), fund);
        return reports.report(fund, date, kind);
    }

    /** The reports there are. */
    @PermitAll
    public List<Reports.Kind> reportKinds() {
        return reports.offered();
    }

    static FundException noFund(String id) {
        return new FundException(ErrorCode.NOT_THERE, id, "fund", id, "a fund that is here");
    }

    static FundException notStruck(String fund, LocalDate date) {
        return new FundException(
                ErrorCode.NOT_THERE, fund, "date", date.toString(), "a day on which this fund is struck");
    }
}
