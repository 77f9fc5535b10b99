package org.assay.db.chain;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Goes through the rows of a sealed table and through its links, both by owner, and lays each row into the link that
 * knows its hash. What is left on one side was altered, removed or slipped in. Holds the rows' hashes of one owner, a
 * strike or a file, and never a table.
 */
final class TableWalk {
    private static final int FETCH = 2_000;
    private static final String LINKS = """
            select owner, %s as fund_of, fund, seq, day, content, marks
            from assay.chain where "table" = ? order by owner, fund, seq""";

    private final Connection connection;
    private final SealedTable table;
    private final DroppedYears droppedYears;
    private final Flaws flaws;
    private long rows;
    private long dropped;

    TableWalk(Connection connection, SealedTable table, DroppedYears droppedYears, Flaws flaws) {
        this.connection = connection;
        this.table = table;
        this.droppedYears = droppedYears;
        this.flaws = flaws;
    }

    /** Whom rows and links belong to, in the order both are read. */
    private record Owner(long number, String fund) implements Comparable<Owner> {
        @Override
        public int compareTo(Owner other) {
            int byNumber = Long.compare(number, other.number);
            return byNumber != 0 ? byNumber : Sha256.compareUtf8(fund, other.fund);
        }
    }

    private record Place(LinkRow link, int number) {}

    void go() throws SQLException {
        String links = LINKS.formatted(table.isByFund() ? "fund" : "''");
        try (PreparedStatement selectLinks = connection.prepareStatement(links);
                PreparedStatement selectRows = connection.prepareStatement(table.rows())) {
            selectLinks.setString(1, table.name());
            selectLinks.setFetchSize(FETCH);
            selectRows.setFetchSize(FETCH);
            try (ResultSet link = selectLinks.executeQuery();
                    ResultSet row = selectRows.executeQuery()) {
                boolean isLink = link.next();
                boolean isRow = row.next();
                while (isLink || isRow) {
                    Owner owner = first(isLink, link, isRow, row);
                    List<LinkRow> sealed = new ArrayList<>();
                    while (isLink && owner.equals(new Owner(link.getLong("owner"), link.getString("fund_of")))) {
                        sealed.add(LinkRow.of(link));
                        isLink = link.next();
                    }
                    Group group = new Group(owner, sealed);
                    while (isRow && owner.equals(new Owner(row.getLong("owner"), row.getString("fund")))) {
                        group.lay(row);
                        isRow = row.next();
                    }
                    group.close();
                }
            }
        }
    }

    long rows() {
        return rows;
    }

    long dropped() {
        return dropped;
    }

    private static Owner first(boolean isLink, ResultSet link, boolean isRow, ResultSet row) throws SQLException {
        if (!isLink) {
            return new Owner(row.getLong("owner"), row.getString("fund"));
        }
        Owner ofLink = new Owner(link.getLong("owner"), link.getString("fund_of"));
        if (!isRow) {
            return ofLink;
        }
        Owner ofRow = new Owner(row.getLong("owner"), row.getString("fund"));
        return ofRow.compareTo(ofLink) < 0 ? ofRow : ofLink;
    }

    /** The rows and links of one owner. */
    private final class Group {
        private final Owner owner;
        private final List<LinkRow> links;
        private final Map<Long, Deque<Place>> open = new HashMap<>();
        private final List<String> strays = new ArrayList<>();

        Group(Owner owner, List<LinkRow> links) {
            this.owner = owner;
            this.links = links;
            for (LinkRow link : links) {
                for (int place = 0; place < link.size(); place++) {
                    open.computeIfAbsent(link.mark(place), mark -> new ArrayDeque<>())
                            .add(new Place(link, place));
                }
            }
        }

        void lay(ResultSet row) throws SQLException {
            rows++;
            byte[] hash = Sha256.of(row.getBytes("text"));
            Deque<Place> places = open.getOrDefault(Sha256.mark(hash, 0), new ArrayDeque<>());
            if (places.isEmpty()) {
                strays.add(row.getString("key"));
            } else {
                Place place = places.remove();
                place.link().found(place.number(), hash);
            }
        }

        void close() throws SQLException {
            for (LinkRow link : links) {
                if (!link.isWhole()) {
                    missing(link);
                } else if (!link.isContent()) {
                    flaw(link, "", "its rows are not those it was made of");
                }
            }
            String fund = links.isEmpty() ? owner.fund() : links.get(0).fund();
            for (String key : strays) {
                flaws.add(new Flaw(
                        fund.isEmpty() ? ChainHead.NO_FUND : fund,
                        Flaw.NO_LINK,
                        table.name(),
                        table.place(owner.number(), key),
                        "no link knows this row: it was slipped in or belonged elsewhere"));
            }
        }

        private void missing(LinkRow link) throws SQLException {
            if (link.isEmpty()
                    && link.day()
                            .filter(day -> droppedYears.took(table, owner.number(), day))
                            .isPresent()) {
                dropped++;
                return;
            }
            String[] keys = keys(link);
            for (int place = 0; place < link.size(); place++) {
                if (link.isFound(place)) {
                    continue;
                }
                String key = place < keys.length ? keys[place] : "";
                boolean isThere = strays.remove(key);
                flaw(link, table.place(owner.number(), key), isThere ? "this row was altered" : "this row was removed");
            }
        }

        private void flaw(LinkRow link, String key, String what) {
            flaws.add(new Flaw(link.fund(), link.seq(), table.name(), key, what));
        }
    }

    /** Read only when they are needed: most links have nothing to tell. */
    private String[] keys(LinkRow link) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("select keys from assay.chain where fund = ? and seq = ?")) {
            select.setString(1, link.fund());
            select.setLong(2, link.seq());
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return (String[]) row.getArray(1).getArray();
            }
        }
    }
}
