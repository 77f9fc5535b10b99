package org.assay.db;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;

/** Events a piece at a time: however many there are, no more than a piece is in memory. Not for two threads. */
public final class EventCursor implements AutoCloseable {
    private static final int PIECE = 1_000;

    private final Snapshot books;
    private final PreparedStatement select;
    private final ResultSet rows;

    /** @param books closed with it */
    EventCursor(Snapshot books, AuditRows events) {
        this.books = books;
        select = Question.ask(events::all);
        rows = Question.ask(() -> {
            select.setFetchSize(PIECE);
            return select.executeQuery();
        });
    }

    /** The events that follow; none after the last. */
    public List<AuditEvent> next() {
        return Question.ask(() -> {
            List<AuditEvent> events = new ArrayList<>(PIECE);
            while (events.size() < PIECE && rows.next()) {
                events.add(AuditRows.event(rows));
            }
            return events;
        });
    }

    @Override
    public void close() {
        try (books) {
            Question.ask(() -> {
                select.close();
                return true;
            });
        }
    }
}
