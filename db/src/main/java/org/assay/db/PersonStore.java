package org.assay.db;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import javax.sql.DataSource;
import org.assay.kernel.ErrorCode;
import org.assay.kernel.FundException;

/** People, their passwords, rights and tokens. Appends; never changes. What stands is read by {@link Staff}. */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
public class PersonStore {
    private static final String PERSON =
            "insert into assay.person (name, added_by) values (?, ?) on conflict (name) do nothing";
    private static final String PASSWORD = "insert into assay.password (person, hash, set_by) values (?, ?, ?)";
    private static final String ASK = """
            insert into assay.grant_asked (person, role, scope, first_day, last_day, reason, asked_by)
            values (?, ?, nullif(?, ''), ?, nullif(?, '')::date, ?, ?) returning id""";
    private static final String DECIDE =
            "insert into assay.grant_decided (grant_id, act, decided_by, reason) values (?, ?, ?, ?)";
    private static final String END = "insert into assay.grant_ended (grant_id, ended_by, reason) values (?, ?, ?)";
    private static final String TOKEN =
            "insert into assay.token (person, name, hash, days) values (?, ?, ?, ?) returning id";
    private static final String REVOKE = """
            insert into assay.token_revoked (token, revoked_by)
            select id, ? from assay.token where id = ? and person = ? on conflict (token) do nothing""";
    private static final String USED = "insert into assay.token_used (token) values (?) on conflict do nothing";

    @Resource(lookup = "java:jboss/datasources/AssayDS")
    private DataSource database;

    /** For the server, which gives it its data source. */
    public PersonStore() {}

    /** Without a server: the transaction is then that of the connections {@code database} gives. */
    PersonStore(DataSource database) {
        this.database = database;
    }

    /** @return false when the name is there: two nodes that start together bring the same people, and one comes first */
    public boolean add(String name, String by) {
        return write(PERSON, name, by) == 1;
    }

    /** The one that counts from now on. */
    public void password(String person, String hash, String by) {
        write(PASSWORD, person, hash, by);
    }

    /**
     * Asks for a right.
     *
     * @return its number
     * @throws FundException NOT_ALLOWED, unless an administrator asks; RIGHTS_CONFLICT; NOT_THERE, for a person or a fund that
     *     is not here
     */
    public long ask(Grant.Asked asked, String by, String reason) {
        return refusing(
                asked.person(),
                by,
                () -> key(
                        ASK,
                        asked.person(),
                        asked.role().name(),
                        asked.fund().orElse(""),
                        asked.from(),
                        asked.until().map(LocalDate::toString).orElse(""),
                        reason,
                        by));
    }

    /**
     * Grants a right or refuses it.
     *
     * @throws FundException FOUR_EYES, for who asked for it or gets it; RIGHTS_CONFLICT; NOT_OPEN, when it was decided
     */
    public void decide(long grant, Grant.Act act, String by, String reason) {
        refusing(subject(grant), by, () -> rows(DECIDE, grant, act.name(), by, reason));
    }

    /**
     * Ends a right at once.
     *
     * @throws FundException NOT_OPEN, when it was not granted, was ended before, or is the last administrator's
     */
    public void end(long grant, String by, String reason) {
        refusing(subject(grant), by, () -> rows(END, grant, by, reason));
    }

    /**
     * @param hash SHA-256 of the secret, in hex
     * @return its number
     */
    public long token(String person, String name, String hash, int days) {
        return Question.ask(() -> key(TOKEN, person, name, hash, (long) days));
    }

    /** @return false when the person has none of this number, or revoked it before */
    public boolean revoke(String person, long token) {
        return write(REVOKE, person, token, person) == 1;
    }

    /** Notes that it was used today. */
    public void used(long token) {
        write(USED, token);
    }

    private static String subject(long grant) {
        return "right " + Long.toString(grant);
    }

    private <T> T refusing(String subject, String by, Question<T> question) {
        try {
            return question.answer();
        } catch (SQLException e) {
            throw refusal(subject, by, e).orElseGet(() -> {
                throw new BooksUnavailable(e);
            });
        }
    }

    /** What the triggers of V11 raise, and what a key holds. */
    private static Optional<FundException> refusal(String subject, String by, SQLException e) {
        String state = Optional.ofNullable(e.getSQLState()).orElse("");
        return switch (state) {
            case "AS004" ->
                Optional.of(new FundException(
                        ErrorCode.FOUR_EYES,
                        subject,
                        "administrator",
                        by,
                        "another administrator, who neither asked for it nor gets it"));
            case "AS020" ->
                Optional.of(new FundException(
                        ErrorCode.RIGHTS_CONFLICT,
                        subject,
                        "right",
                        first(e),
                        "a right beside which" + " this one may stand: end the other first"));
            case "AS021" ->
                Optional.of(new FundException(
                        ErrorCode.NOT_OPEN,
                        subject,
                        "right",
                        subject,
                        "one that was granted, and not the last administrator's"));
            case "23503", "P0002" ->
                Optional.of(new FundException(
                        ErrorCode.NOT_THERE, subject, "right", subject, "a person, a fund and a right that are here"));
            case "23505" ->
                Optional.of(new FundException(
                        ErrorCode.NOT_OPEN, subject, "right", subject, "one nobody has decided about yet"));
            case "23514" ->
                Optional.of(new FundException(
                        ErrorCode.FORMAT,
                        subject,
                        "days",
                        subject,
                        "a first day before the last, a last day for an auditor, and all funds for an administrator"));
            default -> Optional.empty();
        };
    }

    /** PostgreSQL's own words begin with "ERROR: ", and where it stood follows on the next line. */
    private static String first(SQLException e) {
        return e.getMessage().lines().findFirst().orElse("").replaceFirst("^ERROR: (conflicting rights: )?", "");
    }

    private int write(String sql, Object... arguments) {
        return Question.ask(() -> rows(sql, arguments));
    }

    private int rows(String sql, Object... arguments) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(sql)) {
            FileRows.bind(connection, insert, arguments);
            return insert.executeUpdate();
        }
    }

    private long key(String sql, Object... arguments) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(sql)) {
            FileRows.bind(connection, insert, arguments);
            try (ResultSet row = insert.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }
}
