package org.assay.ejb.drill;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.assay.db.chain.Verifier;
import org.assay.ejb.drill.Orders.Due;

/**
 * What holds of the books whatever died: docs/reliability.md names the six. They are asked of a whole database, by SQL,
 * and compared with an undisturbed night and with the offline replay.
 */
final class Invariants {
    private static final String ROWS_OF_A_STRIKE = """
            select c.oid::regclass::text from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'strike'
            where c.relnamespace in ('assay'::regnamespace, 'derived'::regnamespace) and c.relkind in ('r', 'p')
              and not c.relispartition and c.relname not in ('decision', 'report') order by 1""";

    private static final Map<String, String> NOTHING_IS_FOUND_BY = new TreeMap<>(Map.of(
            "I1: a day is struck once",
            "select fund, date from assay.strike where version > 0 group by fund, date having count(*) > 1",
            "I2: an entry balances in base currency",
            "select strike, entry from assay.journal group by strike, entry having sum(debit) <> sum(credit)",
            "I2: an entry balances in each of its currencies",
            "select strike, entry, currency from assay.journal group by strike, entry, currency having sum(local_amount) <> 0",
            "I2: a fund's day balances in each currency",
            """
            select s.fund, s.date, j.currency from assay.journal j join assay.strike s on s.id = j.strike
            group by s.fund, s.date, j.currency having sum(j.debit) <> sum(j.credit) or sum(j.local_amount) <> 0""",
            "I3: what a trade says is what its lots moved by",
            """
            select s.fund, t.id from assay.strike_fact f join assay.strike s on s.id = f.strike
            join assay.trades t on t.fund = f.fund and t.id = f.fact
            left join assay.movements m on m.strike = f.strike and m.fact = f.fact
            group by s.fund, t.id, t.side, t.quantity
            having coalesce(sum(m.quantity), 0) <> case t.side when 'BUY' then t.quantity else -t.quantity end""",
            "I3: lots open are lots brought and what they moved by since",
            """
            with last as (select fund, max(date) as date from assay.strike group by fund),
            moved as (
                select s.fund, l.instrument, -l.quantity as quantity from derived.lots l
                join assay.strike s on s.id = l.strike join last on last.fund = s.fund and last.date = s.date
                union all
                select s.fund, l.instrument, l.quantity from derived.lots l
                join assay.strike s on s.id = l.strike where s.version = 0
                union all
                select s.fund, m.instrument, m.quantity from assay.movements m join assay.strike s on s.id = m.strike)
            select fund, instrument from moved group by fund, instrument having sum(quantity) <> 0""",
            "no books without a strike",
            "select strike from derived.books where strike not in (select id from assay.strike)"));

    private final SortedMap<String, String> undisturbed;
    private final String published;
    private final DrillFunds funds;

    private Invariants(SortedMap<String, String> undisturbed, String published, DrillFunds funds) {
        this.undisturbed = undisturbed;
        this.published = published;
        this.funds = funds;
    }

    /** @param books after an undisturbed night in which all days of all funds were struck */
    static Invariants of(Connection books, DrillFunds funds) throws SQLException {
        return new Invariants(rowsByStrike(books), published(books), funds);
    }

    /** @return what does not hold; empty when all does */
    List<String> broken(Connection books, Collection<Due> struck) throws SQLException, IOException {
        List<String> broken = unbalanced(books);
        broken.addAll(different(books, struck));
        if (!published(books).equals(published)) {
            broken.add("I5: what was published has changed");
        }
        broken.addAll(unsealed(books));
        return broken;
    }

    /** I6: the audit chain, by its own verifier. */
    private static List<String> unsealed(Connection books) throws SQLException, IOException {
        books.setAutoCommit(false);
        List<String> flaws = Verifier.verify(books, Optional.empty()).flaws().stream()
                .map(flaw -> "I6: " + flaw)
                .toList();
        books.rollback();
        books.setAutoCommit(true);
        return flaws;
    }

    /** What the books contradict themselves in: I1 as far as a day is struck once, I2 and I3. */
    static List<String> unbalanced(Connection books) throws SQLException {
        List<String> broken = new ArrayList<>();
        for (Map.Entry<String, String> question : NOTHING_IS_FOUND_BY.entrySet()) {
            rows(books, question.getValue()).forEach(row -> broken.add(question.getKey() + ": " + row));
        }
        return broken;
    }

    /** I1 and I4: exactly these strikes, whole, row by row those of the undisturbed night. */
    private List<String> different(Connection books, Collection<Due> struck) throws SQLException {
        TreeSet<String> days = new TreeSet<>();
        struck.forEach(day -> days.add(day.toString()));
        funds.ids().forEach(fund -> funds.published(fund).forEach(day -> days.add(day.toString())));
        SortedMap<String, String> expected = new TreeMap<>(undisturbed);
        expected.keySet().removeIf(key -> !days.contains(key.substring(key.indexOf(' ') + 1)));
        SortedMap<String, String> found = rowsByStrike(books);
        List<String> different = new ArrayList<>();
        TreeSet<String> keys = new TreeSet<>(expected.keySet());
        keys.addAll(found.keySet());
        for (String key : keys) {
            if (!expected.getOrDefault(key, "no rows").equals(found.getOrDefault(key, "no rows"))) {
                different.add("I1: the rows of %s are not those of an undisturbed night".formatted(key));
            }
        }
        for (List<String> head : rows(
                books, "select fund || '@' || date, inputs || ' ' || result from assay.strike where version > 0")) {
            if (!head.get(1).equals(funds.offline(Orders.Due.parse(head.get(0))))) {
                different.add("I4: %s has other digests than the offline replay".formatted(head.get(0)));
            }
        }
        return different;
    }

    /** Everything a strike wrote, but for its number and the moment. */
    private static SortedMap<String, String> rowsByStrike(Connection books) throws SQLException {
        SortedMap<String, String> digests = new TreeMap<>();
        String each = """
                select '%1$s ' || s.fund || '@' || s.date, md5(string_agg(x.row, ' ' order by x.row)) || ' ' || count(*)
                from (select strike, (to_jsonb(t) - 'strike')::text as row from %1$s t) x
                join assay.strike s on s.id = x.strike where s.version > 0 group by 1""";
        for (List<String> table : rows(books, ROWS_OF_A_STRIKE)) {
            rows(books, each.formatted(table.get(0))).forEach(row -> digests.put(row.get(0), row.get(1)));
        }
        rows(books, """
                        select 'head ' || s.fund || '@' || s.date,
                            (to_jsonb(s) - 'id' - 'struck_at' - 'opening')::text || ' after ' || o.date
                        from assay.strike s join assay.strike o on o.id = s.opening where s.version > 0""").forEach(row -> digests.put(row.get(0), row.get(1)));
        return digests;
    }

    /** I5: every byte of it, numbers and moments too. */
    private static String published(Connection books) throws SQLException {
        TreeSet<String> all = new TreeSet<>();
        String each = """
                select '%1$s', md5(string_agg(t::text, ' ' order by t::text)) from %1$s t
                where strike in (select strike from assay.decision)""";
        for (List<String> table : rows(books, ROWS_OF_A_STRIKE)) {
            all.addAll(rows(books, each.formatted(table.get(0))).get(0));
        }
        all.addAll(rows(
                        books,
                        "select md5(string_agg(s::text, ' ' order by s.id)) from assay.strike s"
                                + " where id in (select strike from assay.decision)")
                .get(0));
        all.addAll(rows(books, "select md5(string_agg(d::text, ' ' order by d.id)) from assay.decision d")
                .get(0));
        return String.join(" ", all);
    }

    static List<List<String>> rows(Connection books, String question) throws SQLException {
        try (Statement sql = books.createStatement();
                ResultSet row = sql.executeQuery(question)) {
            List<List<String>> rows = new ArrayList<>();
            while (row.next()) {
                List<String> cells = new ArrayList<>();
                for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                    cells.add(String.valueOf(row.getString(i)));
                }
                rows.add(cells);
            }
            return rows;
        }
    }
}
