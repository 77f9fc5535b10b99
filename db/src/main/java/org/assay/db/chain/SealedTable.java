package org.assay.db.chain;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A table whose rows are sealed, as it stands in assay.sealed.
 *
 * @param fund column with the fund; empty where the owner tells it, or there is none
 * @param owner column with the strike or file; empty where there is none
 * @param key columns that tell the rows of an owner apart
 */
record SealedTable(String name, String fund, String owner, List<String> key) {
    /** The register of sealed tables is one of them. */
    static final SealedTable REGISTER = new SealedTable("sealed", "", "", List.of("table"));

    /** The number of a strike is unique over all funds, so its rows need no fund to be found. */
    boolean isByFund() {
        return !fund.isEmpty() && !owner.equals("strike") && !owner.equals("id");
    }

    /** By owner and fund, as the links of the table are read. */
    String rows() {
        return """
                select %s as owner, %s as fund, row(%s)::text as key,
                    rtrim(whole::text, ',)') as text
                from assay.%s as whole%s""".formatted(
                        ownerColumn(),
                        isByFund() ? column(fund) + "::text" : "''",
                        key.stream().map(SealedTable::column).collect(Collectors.joining(", ")),
                        quoted(name),
                        order());
    }

    private String ownerColumn() {
        if (owner.isEmpty()) {
            return "0";
        }
        // Always there for a strike, and plain so that an index gives the order.
        return owner.equals("file") ? "coalesce(%s, 0)".formatted(column(owner)) : column(owner);
    }

    private String order() {
        String columns = Stream.of(owner.isEmpty() ? "" : ownerColumn(), isByFund() ? column(fund) : "")
                .filter(column -> !column.isEmpty())
                .collect(Collectors.joining(", "));
        return columns.isEmpty() ? "" : " order by " + columns;
    }

    /** How a person finds a row. */
    String place(long ofOwner, String key) {
        String of = owner.isEmpty() || ofOwner == 0
                ? ""
                : "%s %s ".formatted(owner.equals("id") ? name : owner, Long.toString(ofOwner));
        return "%s(%s) %s".formatted(of, String.join(", ", this.key), key);
    }

    private static String column(String name) {
        return "whole." + quoted(name);
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    /** Of those that are there, and are tables and not views that tell what one wants to hear. */
    static List<SealedTable> read(Connection connection) throws SQLException {
        try (Statement sql = connection.createStatement();
                ResultSet row = sql.executeQuery("""
                        select "table", fund_in, owner_in, key from assay.sealed
                        join pg_class on relnamespace = 'assay'::regnamespace and relname = "table"
                        where relkind in ('r', 'p') order by "table\"""")) {
            List<SealedTable> tables = new ArrayList<>();
            while (row.next()) {
                tables.add(new SealedTable(row.getString(1), row.getString(2), row.getString(3), List.of((String[])
                        row.getArray(4).getArray())));
            }
            return tables;
        }
    }
}
