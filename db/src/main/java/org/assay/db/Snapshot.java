package org.assay.db;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.assay.db.Standing.Standings;
import org.assay.db.chain.ChainState;
import org.assay.kernel.nav.Books;
import org.assay.kernel.pricing.Quote;
import org.assay.pack.fund.Arriving;
import org.assay.pack.fund.FundTables;
import org.assay.pack.fund.Standing;
import org.assay.pack.replay.Knowledge;

/**
 * The books at one moment: a read-only REPEATABLE READ transaction, so that everything read through it was true
 * together. Not for two threads.
 */
public final class Snapshot implements AutoCloseable {
    private final Connection connection;
    private final Optional<Instant> then;
    private final Instant moment;
    private final StrikeHeads heads;

    private Snapshot(Connection connection, Optional<Instant> then) {
        this.connection = connection;
        this.then = then;
        moment = then.orElse(Line.ALWAYS);
        heads = new StrikeHeads(connection, moment);
    }

    static Snapshot of(Connection connection) throws SQLException {
        return of(connection, Optional.empty());
    }

    /** @param moment what was struck, said, sent and decided as it stood then; absent as it stands now */
    static Snapshot of(Connection connection, Optional<Instant> moment) throws SQLException {
        try {
            connection.setAutoCommit(false);
            try (Statement begin = connection.createStatement()) {
                begin.execute("set transaction isolation level repeatable read read only");
            }
            return new Snapshot(connection, moment);
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /** When it was taken, by the database's clock: the one by which strikes and decisions are dated. */
    public Instant taken() {
        return Question.ask(() -> {
            try (Statement now = connection.createStatement();
                    ResultSet row = now.executeQuery("select now()")) {
                row.next();
                return row.getObject(1, OffsetDateTime.class).toInstant();
            }
        });
    }

    /** All funds, by id. */
    public List<FundHead> funds() {
        return Question.ask(() -> FundHeads.read(connection, moment, "true"));
    }

    public Optional<FundHead> fund(String id) {
        return Question.ask(() ->
                FundHeads.read(connection, moment, "f.id = ?", id).stream().findFirst());
    }

    /** The ids of all funds that had come, in order. */
    public List<String> fundIds() {
        return Question.ask(() -> {
            try (PreparedStatement select = connection.prepareStatement(
                    "select coalesce(array_agg(id order by id), '{}') from assay.fund where imported_at <= ?")) {
                FileRows.bind(connection, select, moment);
                try (ResultSet row = select.executeQuery()) {
                    row.next();
                    return List.of((String[]) row.getArray(1).getArray());
                }
            }
        });
    }

    /**
     * Where funds stand.
     *
     * @param calendarTo the last date anybody will ask their calendars for
     */
    public Standings standings(Collection<String> funds, LocalDate calendarTo) {
        return Question.ask(() -> new StandingRows(connection, moment).read(funds, calendarTo));
    }

    /** The days of these funds struck from a day on, in order. */
    public List<NightWork.StruckDay> struckDays(Collection<String> funds, LocalDate from) {
        return Question.ask(() -> new NightRows(connection, then).days(funds, from));
    }

    /** What is done in the night, and how many days of these funds were struck from a day on. */
    public NightWork work(Scope scope, LocalDate since) {
        return Question.ask(() -> new NightRows(connection, then).work(scope, since));
    }

    /** What holds each of these strikes. */
    public List<NightWork.Block> blocks(Collection<StrikeHead> held) {
        return Question.ask(() -> new NightRows(connection, then).blocks(held));
    }

    /** All that is known of a fund, for who continues its own line. */
    public Knowledge knowledge(FundHead fund) {
        return Question.ask(() -> FundKnowledge.of(connection, fund.terms(), Line.OWN));
    }

    /** The same, for who continues a branch. */
    public Knowledge knowledge(FundHead fund, Branch branch) {
        return Question.ask(() -> FundKnowledge.of(connection, fund.terms(), Line.branch(branch.id())));
    }

    /** The same, as a strike had it: to strike it again. */
    public Knowledge knowledge(FundHead fund, StrikeHead strike) {
        return Question.ask(() -> FundKnowledge.of(connection, fund.terms(), strike.line()));
    }

    /** The strike that counts for a day. */
    public Optional<StrikeHead> strike(String fund, LocalDate date) {
        return Question.ask(() -> heads.read("counts and fund = ? and date = ?", fund, date).stream()
                .findFirst());
    }

    /**
     * Every strike of a range of days with both ends, whether it counts, is superseded or stands on a branch; by day,
     * version and attempt.
     */
    public List<StrikeHead> attempts(String fund, LocalDate from, LocalDate to) {
        return Question.ask(() -> heads.read("fund = ? and date between ? and ?", fund, from, to));
    }

    /** The days struck on a branch. */
    public List<StrikeHead> strikes(Branch branch) {
        return Question.ask(() -> heads.read("fund = ? and branch = ?", branch.fund(), branch.id()));
    }

    /** What evidence of a strike needs beside what it knew. */
    public StrikeProof proof(StrikeHead strike) {
        return Question.ask(() -> StrikeProof.read(connection, strike));
    }

    /** The strikes that count, of a range of days with both ends, in order. */
    public List<StrikeHead> strikes(String fund, LocalDate from, LocalDate to) {
        return Question.ask(() -> heads.read("counts and fund = ? and date between ? and ?", fund, from, to));
    }

    /** The reports that are kept, owed and ordered. */
    public ReportShelf reports() {
        return new ReportShelf(connection, moment);
    }

    /** Who posted each of these facts, and when; by id. */
    public SortedMap<String, PostedBy> posted(String fund, List<String> facts) {
        return Question.ask(() -> KeptFacts.posted(connection, fund, facts));
    }

    /** The strike that counts for the last day before this one. */
    public Optional<StrikeHead> strikeBefore(String fund, LocalDate date) {
        return Question.ask(() -> heads.beside(fund, "max(date)", "date < ?", date));
    }

    /** The strike that counts for the first day after this one. */
    public Optional<StrikeHead> strikeAfter(String fund, LocalDate date) {
        return Question.ask(() -> heads.beside(fund, "min(date)", "date > ?", date));
    }

    /** What is held, was sent back or waits for a second person, by fund and day. */
    public List<StrikeHead> waiting() {
        return Question.ask(() -> new StandingRows(connection, moment).waiting());
    }

    /** The classes of the NAV that counts for the day before each of these, by fund; a fund's first has none. */
    public Map<String, List<StrikeHead.ClassLine>> before(Collection<StrikeHead> last) {
        return Question.ask(() -> new StandingRows(connection, moment).before(last));
    }

    /**
     * The rows of a kind that are there already and may say what these say: facts of the same ids, prices and rates of
     * the same instruments and times.
     */
    public <T> List<T> there(String fund, Arriving<T> kind, List<T> rows) {
        return Question.ask(() -> ThereRows.read(connection, fund, kind, rows));
    }

    /** The files that arrived for a fund, the last first. */
    public List<ArrivedFile> files(String fund) {
        return Question.ask(() -> ArrivalRows.read(connection, moment, fund));
    }

    /** Some facts of one kind, and how many there are. */
    public FactPage facts(FundHead fund, FactsWanted wanted, long skip, long limit) {
        return Question.ask(
                () -> FundKnowledge.of(connection, fund.terms(), then()).facts(wanted, skip, limit));
    }

    /** What a fund stands on. */
    public Standing standing(FundHead fund) {
        Knowledge knowledge = knowledge(fund);
        return Question.ask(() -> new Standing(
                fund.terms(),
                knowledge.instruments(),
                FileRows.read(
                        connection,
                        FundTables.of(fund.terms(), knowledge.instruments()).identifiers(),
                        "assay.identifier where fund = ?",
                        fund.id()),
                knowledge.calendarDays()));
    }

    /** The amendments of a fund, decided or not, in the order they were asked for. */
    public List<Amendment> amendments(String fund) {
        return Question.ask(() -> AmendmentRows.read(connection, moment, "a.fund = ?", fund));
    }

    /** The amendments nobody has decided about, of all funds. */
    public List<Amendment> openAmendments() {
        return Question.ask(() -> AmendmentRows.read(connection, moment, "d.amendment is null"));
    }

    /** The manual prices of a fund, decided or not, in the order they were proposed. */
    public List<PriceProposal> proposals(String fund) {
        return Question.ask(() -> PriceProposals.read(connection, moment, "p.fund = ?", fund));
    }

    /** The manual prices nobody has decided about, of all funds. */
    public List<PriceProposal> openProposals() {
        return Question.ask(() -> PriceProposals.read(connection, moment, "d.proposal is null"));
    }

    /** What was attached to a manual price. */
    public Optional<PriceProposal.Attachment> attachment(String fund, long proposal) {
        return Question.ask(() -> PriceProposals.attachment(connection, fund, proposal));
    }

    /** What the controls over prices found in these strikes, and holds or must be reviewed. */
    public List<PriceException> priceExceptions(Collection<StrikeHead> strikes) {
        return Question.ask(() -> PriceExceptions.read(connection, strikes));
    }

    /** Every price of an instrument for a range of days with both ends, the corrected ones too; by time and knowledge. */
    public List<Quote> quotes(FundHead fund, String instrument, LocalDate from, LocalDate to) {
        return Question.ask(
                () -> FundKnowledge.of(connection, fund.terms(), then()).quotes(instrument, from, to));
    }

    /** The branches of a fund, in the order they were opened. */
    public List<Branch> branches(String fund) {
        return Question.ask(() -> Branches.read(connection, moment, "b.fund = ?", fund));
    }

    /** The branches of all funds, the last first. */
    public List<Branch> branches() {
        return Question.ask(() -> {
            List<Branch> branches = new ArrayList<>(Branches.read(connection, moment, "true"));
            Collections.reverse(branches);
            return branches;
        });
    }

    /** A branch of a fund. */
    public Optional<Branch> branch(String fund, long id) {
        return Question.ask(() -> Branches.read(connection, moment, "b.fund = ? and b.id = ?", fund, id).stream()
                .findFirst());
    }

    /** The branches nobody has decided about, of all funds. */
    public List<Branch> openBranches() {
        return Question.ask(() -> Branches.read(connection, moment, "d.branch is null"));
    }

    /** The first strike, of those that count, whose valuation point is not before this moment. */
    public Optional<StrikeHead> firstStrikeSince(String fund, Instant effective) {
        return Question.ask(
                () -> heads.read("""
                        counts and fund = ? and date = (select min(date) from assay.strike
                            where fund = ? and version > 0 and branch is null and valuation_point >= ?)""", fund, fund, effective).stream().findFirst());
    }

    /** What each of these strikes charged its classes: expense, so a fee that was given back is below zero. */
    public List<FeeLine> fees(List<StrikeHead> strikes) {
        return Question.ask(() -> FeeLines.read(connection, strikes));
    }

    /** Capital that entered or left the classes with each of these strikes, which are in order. */
    public List<FlowLine> flows(List<StrikeHead> strikes) {
        return Question.ask(() -> FlowLines.read(connection, strikes));
    }

    /** The books a strike closed. */
    public Books closing(Knowledge knowledge, StrikeHead strike) {
        return Question.ask(() -> ClosedBooks.of(connection, knowledge).of(strike.id()));
    }

    /** Some of the lots in them, and how many there are. */
    public LotPage lots(Knowledge knowledge, StrikeHead strike, LotsWanted wanted, long skip, long limit) {
        return Question.ask(() -> LotRows.areKept(connection, strike.id())
                ? LotRows.read(
                        connection,
                        FundTables.of(knowledge.fund(), knowledge.instruments())
                                .books()
                                .lots(),
                        strike.id(),
                        wanted,
                        skip,
                        limit)
                : wanted.of(closing(knowledge, strike).lots(), skip, limit));
    }

    /** The last strike of a fund. */
    public Optional<StrikeHead> lastStrike(String fund) {
        return Question.ask(() -> heads.last(fund).stream().findFirst());
    }

    /** The last day of a fund that is closed, and whether it stops there; what is asked before each strike. */
    public Optional<LineEnd> lineEnd(String fund) {
        return Question.ask(() -> LineEnd.read(connection, fund));
    }

    /**
     * What a strike of {@code date} opens with: the books of the day struck before it, or those the fund came with.
     *
     * @throws IllegalStateException when they are not the books that were closed
     */
    public Opening opening(Knowledge knowledge, LocalDate date) {
        return Question.ask(() -> ClosedBooks.of(connection, knowledge).before(date, Line.OWN));
    }

    /** The same on a branch. */
    public Opening opening(Knowledge knowledge, LocalDate date, Branch branch) {
        return Question.ask(() -> ClosedBooks.of(connection, knowledge).before(date, Line.branch(branch.id())));
    }

    /** What a strike opened with. */
    public Opening opening(Knowledge knowledge, StrikeHead strike) {
        return strike.opening().isEmpty()
                ? Opening.NONE
                : Question.ask(() -> new Opening(
                        strike.opening(),
                        ClosedBooks.of(connection, knowledge)
                                .of(strike.opening().get())));
    }

    /** Who did what: some of it. */
    public List<AuditEvent> events(AuditEvent.Wanted wanted, AuditEvent.Told told, long skip, long limit) {
        return Question.ask(() -> new AuditRows(connection, moment, wanted, told).read(skip, limit));
    }

    /** How much of it there is. */
    public long countEvents(AuditEvent.Wanted wanted, AuditEvent.Told told) {
        return Question.ask(() -> new AuditRows(connection, moment, wanted, told).count());
    }

    /** All of it, a piece at a time; it closes the snapshot. */
    public EventCursor eventsOneByOne(AuditEvent.Wanted wanted, AuditEvent.Told told) {
        return new EventCursor(this, new AuditRows(connection, moment, wanted, told));
    }

    /** The heads of all chains. */
    public ChainState chain() {
        return Question.ask(() -> ChainState.read(connection, then));
    }

    /** The number of the last strike that was sealed; 0 before the first. */
    public long lastStrikeSealed() {
        return Question.ask(() -> ChainState.lastStrike(connection, then));
    }

    /** The fund's own line, as it stood then. */
    private Line then() {
        return new Line(Optional.empty(), moment);
    }

    @Override
    public void close() {
        Question.ask(() -> {
            try (connection) {
                connection.rollback();
                return true;
            }
        });
    }
}
