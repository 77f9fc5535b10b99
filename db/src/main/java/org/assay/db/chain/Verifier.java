package org.assay.db.chain;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/**
 * Reads the books again and says whether they are as they were sealed. The database gives texts; every hash is computed
 * here, so that a database whose functions were exchanged convinces nobody.
 */
public final class Verifier {
    private static final String UNSEALED = """
            select c.relname as name,
                case when s."table" is null then 'this table is not sealed'
                     else 'its trigger is gone or off: rows to come would not be sealed' end as what
            from pg_class c
            left join assay.sealed s on s."table" = c.relname
            where c.relnamespace = 'assay'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
                and c.relname not in ('chain', 'flyway_schema_history')
                and not (s."table" is not null and exists (select from pg_trigger t
                    where t.tgrelid = c.oid and t.tgname = 'seal' and t.tgenabled in ('O', 'A')))
            union all
            select name, 'the chain has links of it, and it is not among the sealed tables'
            from (select distinct "table" as name from assay.chain) linked
            where name not in (select "table" from assay.sealed)
            union all
            select "table", 'the sealed table is no table of schema assay'
            from assay.sealed
            where not exists (select from pg_class where relnamespace = 'assay'::regnamespace and relname = "table"
                and relkind in ('r', 'p'))""";

    private Verifier() {}

    /**
     * @param connection in a transaction, whose snapshot is looked at; any user that may read schema assay
     * @param roots kept elsewhere, to compare with
     */
    public static Verdict verify(Connection connection, Optional<RootFolder> roots) throws SQLException, IOException {
        long began = System.nanoTime();
        prepare(connection);
        Flaws flaws = new Flaws();
        long links = new LinkWalk(flaws).go(connection);
        Totals totals = tables(connection, flaws);
        long kept = roots.isPresent() ? new RootWalk(connection, flaws).go(roots.get()) : 0;
        return new Verdict(
                links, totals.rows, totals.dropped, kept, flaws.first(), flaws.found(), System.nanoTime() - began);
    }

    /**
     * The register first, by what stands here and not in it: by a register that was altered nothing can be found, so
     * that is told and the other tables are not looked at.
     */
    private static Totals tables(Connection connection, Flaws flaws) throws SQLException {
        long before = flaws.found();
        Totals totals = new Totals();
        totals.add(new TableWalk(connection, SealedTable.REGISTER, DroppedYears.NONE, flaws));
        if (flaws.found() > before) {
            return totals;
        }
        unsealed(connection, flaws);
        DroppedYears dropped = DroppedYears.read(connection);
        for (SealedTable table : SealedTable.read(connection)) {
            if (!table.equals(SealedTable.REGISTER)) {
                totals.add(new TableWalk(connection, table, dropped, flaws));
            }
        }
        return totals;
    }

    private static final class Totals {
        private long rows;
        private long dropped;

        void add(TableWalk walk) throws SQLException {
            walk.go();
            rows += walk.rows();
            dropped += walk.dropped();
        }
    }

    private static void unsealed(Connection connection, Flaws flaws) throws SQLException {
        try (Statement sql = connection.createStatement();
                ResultSet row = sql.executeQuery(UNSEALED)) {
            while (row.next()) {
                flaws.add(new Flaw(ChainHead.NO_FUND, Flaw.NO_LINK, row.getString(1), "", row.getString(2)));
            }
        }
    }

    /** The canonical texts are those of these settings; a policy that hides rows from us is an error and not silence. */
    private static void prepare(Connection connection) throws SQLException {
        Texts.settle(connection);
        try (Statement sql = connection.createStatement()) {
            sql.execute("set local search_path = pg_catalog");
            sql.execute("set local row_security = off");
            // Rows by owner come from an index where there is one: a sort would hold a table.
            sql.execute("set local enable_sort = off");
        }
    }
}
