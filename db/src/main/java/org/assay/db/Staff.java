package org.assay.db;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
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
import java.util.Set;
import javax.sql.DataSource;

/**
 * Who the people are and what they may, as it stands when it is asked for; nothing of it is remembered. Read outside of any
 * transaction: of rights that were ended, none counts a moment longer.
 */
@ApplicationScoped
public class Staff {
    private static final String PASSWORD = "select hash from assay.password where person = ? order by id desc limit 1";

    /** At each request, so in one question. */
    private static final String STANDING = """
            select coalesce((select max(w.id) from assay.password w where w.person = p.name), 0) as password,
                array(select distinct r.role from assay.rights r where r.person = p.name) as roles
            from assay.person p where p.name = ?""";

    private static final String RIGHTS =
            "select role, scope, last_day from assay.rights where person = ? order by role, scope nulls first, id";

    private static final String PEOPLE = """
            select p.*, w.set_at from assay.person p
            left join lateral (select set_at from assay.password w where w.person = p.name order by id desc limit 1) w on true
            order by p.name""";

    private static final String GRANTS = """
            select a.*, d.act, d.decided_by, d.reason as decided_for, d.decided_at, e.ended_by, e.reason as ended_for, e.ended_at,
                case
                    when d.act is null then 'WAITING'
                    when d.act = 'REFUSE' then 'REFUSED'
                    when e.grant_id is not null then 'ENDED'
                    when a.first_day > (clock_timestamp() at time zone 'UTC')::date then 'COMING'
                    when a.last_day < (clock_timestamp() at time zone 'UTC')::date then 'OVER'
                    else 'HOLDS'
                end as state
            from assay.grant_asked a
            left join assay.grant_decided d on d.grant_id = a.id
            left join assay.grant_ended e on e.grant_id = a.id
            order by a.id""";

    private static final String TOKENS = """
            select t.id, t.person, t.name, t.made_at, t.made_at + make_interval(days => t.days) as expires_at, r.revoked_at,
                (select max(day) from assay.token_used u where u.token = t.id) as last_used,
                r.token is null and t.made_at + make_interval(days => t.days) > clock_timestamp() as live
            from assay.token t left join assay.token_revoked r on r.token = t.id where %s order by t.id""";

    private static final String LIVES =
            "t.hash = ? and r.token is null and t.made_at + make_interval(days => t.days) > clock_timestamp()";

    @Resource(lookup = "java:jboss/datasources/AssayReadDS")
    private DataSource database;

    /** For the server, which gives it its data source. */
    public Staff() {}

    /** Without a server. */
    Staff(DataSource database) {
        this.database = database;
    }

    /**
     * What a door must know of somebody.
     *
     * @param password number of the one that counts; another number is another password, and 0 is none
     * @param roles they hold now, for one fund or more, by the names of {@link Person.Role}
     */
    public record Standing(long password, Set<String> roles) {
        public Standing {
            roles = Set.copyOf(roles);
        }
    }

    /** Of somebody who may sign in; empty for nobody. */
    public Optional<Standing> standing(String person) {
        return rows(
                        STANDING,
                        row -> new Standing(row.getLong("password"), Set.of((String[])
                                row.getArray("roles").getArray())),
                        person)
                .stream()
                .findFirst();
    }

    /** The hash of the password of a person that counts; empty for nobody, and for who has none. */
    public Optional<String> password(String person) {
        return rows(PASSWORD, row -> row.getString("hash"), person).stream().findFirst();
    }

    /** What a person may now. */
    public List<Right> rights(String person) {
        return rows(
                RIGHTS,
                row -> new Right(
                        Person.Role.valueOf(row.getString("role")),
                        Optional.ofNullable(row.getString("scope")),
                        day(row, "last_day")),
                person);
    }

    /** Everybody, by name. */
    public List<Person> people() {
        return rows(
                PEOPLE,
                row -> new Person(
                        row.getString("name"),
                        Optional.ofNullable(row.getString("added_by")),
                        moment(row, "added_at"),
                        Optional.ofNullable(row.getObject("set_at", OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant)));
    }

    /** Every right that was ever asked for, in that order. */
    public List<Grant> grants() {
        return rows(
                GRANTS,
                row -> new Grant(
                        row.getLong("id"),
                        new Grant.Asked(
                                row.getString("person"),
                                Person.Role.valueOf(row.getString("role")),
                                Optional.ofNullable(row.getString("scope")),
                                row.getObject("first_day", LocalDate.class),
                                day(row, "last_day")),
                        Grant.State.valueOf(row.getString("state")),
                        new Grant.Word(row.getString("asked_by"), moment(row, "asked_at"), row.getString("reason")),
                        word(row, "decided"),
                        word(row, "ended")));
    }

    /** The tokens of a person, in the order they were made, whatever became of them. */
    public List<Token> tokens(String person) {
        return rows(TOKENS.formatted("t.person = ?"), Staff::token, person);
    }

    /**
     * The token a secret is of, unless it is expired or revoked.
     *
     * @param hash SHA-256 of the secret, in hex
     */
    public Optional<Token> token(String hash) {
        return rows(TOKENS.formatted(LIVES), Staff::token, hash).stream().findFirst();
    }

    /** The date by the database's clock, in UTC. */
    public LocalDate today() {
        return rows("select (clock_timestamp() at time zone 'UTC')::date", row -> row.getObject(1, LocalDate.class))
                .get(0);
    }

    private static Token token(ResultSet row) throws SQLException {
        return new Token(
                row.getLong("id"),
                row.getString("person"),
                row.getString("name"),
                moment(row, "made_at"),
                moment(row, "expires_at"),
                Optional.ofNullable(row.getObject("revoked_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                day(row, "last_used"),
                row.getBoolean("live"));
    }

    /** @param what decided or ended */
    private static Optional<Grant.Word> word(ResultSet row, String what) throws SQLException {
        String by = row.getString(what + "_by");
        return by == null
                ? Optional.empty()
                : Optional.of(new Grant.Word(by, moment(row, what + "_at"), row.getString(what + "_for")));
    }

    private static Optional<LocalDate> day(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, LocalDate.class));
    }

    private static Instant moment(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    @FunctionalInterface
    private interface Of<T> {
        T row(ResultSet row) throws SQLException;
    }

    private <T> List<T> rows(String sql, Of<T> of, Object... arguments) {
        return Question.ask(() -> {
            try (Connection connection = database.getConnection();
                    PreparedStatement select = connection.prepareStatement(sql)) {
                FileRows.bind(connection, select, arguments);
                try (ResultSet row = select.executeQuery()) {
                    List<T> rows = new ArrayList<>();
                    while (row.next()) {
                        rows.add(of.row(row));
                    }
                    return rows;
                }
            }
        });
    }
}
