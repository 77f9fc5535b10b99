package org.assay.db;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assay.kernel.instrument.Instrument;
import org.assay.kernel.ledger.Fact;
import org.assay.kernel.ledger.Stamp;
import org.assay.kernel.money.Currency;
import org.assay.kernel.nav.Books;
import org.assay.kernel.pricing.Quote;
import org.assay.pack.fund.CalendarDay;
import org.assay.pack.fund.FactTables;
import org.assay.pack.fund.FundFile;
import org.assay.pack.fund.FxQuote;
import org.assay.pack.replay.Knowledge;

/** What the database knows of a fund. Its questions cost the day's rows, never the history. */
final class FundKnowledge implements Knowledge {
    /** Of the day, and late; without what something known replaces. */
    private static final String TAKEN = """
            assay.%s f
            where f.fund = ? and f.effective <= ? and f.recorded <= ?
              and (f.effective > ? or f.recorded > ?)
              and not exists (select from assay.fact c where c.fund = f.fund and c.corrects = f.id and c.recorded <= ?)""";

    /** A contract has both: its last settlement, and the final price it ended at. Each is the end of an index. */
    private static final String NEWEST_PRICES = """
            (select newest.* from unnest(?) id cross join lateral (
                (select * from assay.prices
                 where fund = ? and instrument = id and kind <> 'FINAL' and "time" <= ? and recorded <= ?
                 order by "time" desc, kind desc, recorded desc, source desc limit 1)
                union all
                (select * from assay.prices
                 where fund = ? and instrument = id and kind = 'FINAL' and "time" <= ? and recorded <= ?
                 order by "time" desc, recorded desc, source desc limit 1)) newest) prices""";

    private static final String NEWEST_RATES = """
            (select newest.* from unnest(?) code cross join lateral (
                select * from assay.fx where fund = ? and currency = code and "time" <= ? and recorded <= ?
                order by "time" desc, recorded desc, source desc limit 1) newest) fx""";

    private static final Instant BEFORE_ALL = Instant.parse("0001-01-01T00:00:00Z");

    private static final String KNEW = """
            select s.known from assay.strike s left join assay.branch_decision b on b.branch = s.branch
            where s.fund = ? and s.date = ? and s.version > 0 and %s
            order by s.version desc, s.attempt desc limit 1""".formatted(Line.HAS);

    private static final String CAME_BY = """
            assay.prices where fund = ? and instrument = ? and date between ? and ?
                and exists (select from assay.file f where f.id = prices.file and f.received_at <= ?)
            order by "time", recorded, source""";

    private final Connection connection;
    private final Line line;
    private final FundFile fund;
    private final KeptReference reference;

    private FundKnowledge(Connection connection, Line line, FundFile fund, KeptReference reference) {
        this.connection = connection;
        this.line = line;
        this.fund = fund;
        this.reference = reference;
    }

    static FundKnowledge of(Connection connection, FundFile fund, Line line) throws SQLException {
        return new FundKnowledge(connection, line, fund, KeptReference.of(connection, fund));
    }

    @Override
    public FundFile fund() {
        return fund;
    }

    @Override
    public List<CalendarDay> calendarDays() {
        return reference.calendarDays();
    }

    @Override
    public SortedMap<String, Instrument> instruments() {
        return reference.instruments();
    }

    @Override
    public List<Fact> taken(Optional<Books.Struck> before, Instant at, Instant known) {
        Instant at0 = before.map(Books.Struck::at).orElse(BEFORE_ALL);
        Instant known0 = before.map(Books.Struck::known).orElse(BEFORE_ALL);
        Object[] arguments = {fund.fund(), at, known, at0, known0, known};
        List<Fact> taken = new ArrayList<>();
        for (FactTables.Kind<?> kind : kindsTaken(arguments)) {
            String from = TAKEN.formatted(Tables.name(kind.table()));
            taken.addAll(Question.ask(() -> FileRows.read(connection, kind.table(), from, arguments)));
        }
        return taken.stream().sorted(Fact.ORDER).toList();
    }

    /** Most days have facts of one kind, or none: one question for all kinds saves four. */
    private List<FactTables.Kind<?>> kindsTaken(Object... arguments) {
        List<FactTables.Kind<?>> kinds = reference.tables().facts();
        String columns = kinds.stream()
                .map(kind -> "exists (select from %s)".formatted(TAKEN.formatted(Tables.name(kind.table()))))
                .collect(Collectors.joining(", ", "select ", ""));
        Object[] all = kinds.stream().flatMap(kind -> Stream.of(arguments)).toArray();
        return Question.ask(() -> {
            try (PreparedStatement select = connection.prepareStatement(columns)) {
                FileRows.bind(connection, select, all);
                try (ResultSet row = select.executeQuery()) {
                    row.next();
                    List<FactTables.Kind<?>> taken = new ArrayList<>();
                    for (int i = 0; i < kinds.size(); i++) {
                        if (row.getBoolean(i + 1)) {
                            taken.add(kinds.get(i));
                        }
                    }
                    return taken;
                }
            }
        });
    }

    @Override
    public Optional<Stamp> fact(String id) {
        return stamp("id", id);
    }

    @Override
    public List<Fact> facts(SortedSet<String> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        List<Fact> facts = new ArrayList<>();
        for (FactTables.Kind<?> kind : reference.tables().facts()) {
            String from = "assay.%s where fund = ? and id = any(?)".formatted(Tables.name(kind.table()));
            facts.addAll(Question.ask(() -> FileRows.read(connection, kind.table(), from, fund.fund(), ids)));
        }
        return facts;
    }

    @Override
    public Optional<Stamp> correctionOf(String id) {
        return stamp("corrects", id);
    }

    @Override
    public Optional<Instant> knew(LocalDate date) {
        Object[] arguments = Stream.concat(Stream.of(fund.fund(), date), Stream.of(line.arguments()))
                .toArray();
        return Question.ask(() -> {
            try (PreparedStatement select = connection.prepareStatement(KNEW)) {
                FileRows.bind(connection, select, arguments);
                try (ResultSet row = select.executeQuery()) {
                    return row.next()
                            ? Optional.of(
                                    row.getObject("known", OffsetDateTime.class).toInstant())
                            : Optional.empty();
                }
            }
        });
    }

    private Optional<Stamp> stamp(String column, String id) {
        return Question.ask(() -> {
            try (PreparedStatement select = connection.prepareStatement(
                    "select * from assay.fact where fund = ? and %s = ?".formatted(column))) {
                FileRows.bind(connection, select, fund.fund(), id);
                try (ResultSet row = select.executeQuery()) {
                    return row.next() ? Optional.of(stamp(row)) : Optional.empty();
                }
            }
        });
    }

    private static Stamp stamp(ResultSet row) throws SQLException {
        return new Stamp(
                row.getString("id"),
                row.getObject("effective", OffsetDateTime.class).toInstant(),
                row.getObject("recorded", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getString("corrects")),
                row.getString("kind"));
    }

    @Override
    public List<Quote> quotes(SortedSet<String> ids, Instant at, Instant known) {
        return Question.ask(() -> FileRows.read(
                connection,
                reference.tables().prices(),
                NEWEST_PRICES,
                ids,
                fund.fund(),
                at,
                known,
                fund.fund(),
                at,
                known));
    }

    /** Facts of one kind that had come by the moment of the line. */
    FactPage facts(FactsWanted wanted, long skip, long limit) throws SQLException {
        return KeptFacts.read(
                connection, line.moment(), fund.fund(), reference.tables().facts(), wanted, skip, limit);
    }

    /** Every price of an instrument that had come by the moment of the line, for a range of days with both ends; by time and knowledge. */
    List<Quote> quotes(String instrument, LocalDate from, LocalDate to) throws SQLException {
        return FileRows.read(
                connection, reference.tables().prices(), CAME_BY, fund.fund(), instrument, from, to, line.moment());
    }

    @Override
    public SortedMap<Currency, FxQuote> rates(Instant at, Instant known) {
        SortedMap<Currency, FxQuote> newest = new TreeMap<>();
        Question.ask(() -> FileRows.read(
                        connection, reference.tables().rates(), NEWEST_RATES, currencies(), fund.fund(), at, known))
                .forEach(quote -> newest.put(quote.currency(), quote));
        return newest;
    }

    private SortedSet<String> currencies() {
        return fund.currencies().stream().map(Currency::code).collect(Collectors.toCollection(TreeSet::new));
    }
}
