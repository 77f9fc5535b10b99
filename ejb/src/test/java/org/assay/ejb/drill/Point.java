package org.assay.ejb.drill;

/** Where a strike can be made to stand still, in the order it passes the places. */
enum Point {
    /** It is about to ask for its fund's lock; nothing of it is in the database. */
    BEFORE_LOCK,
    /** It has the lock and has read nothing. */
    LOCKED,
    /** Everything is read and computed, nothing is written. */
    THOUGHT,
    /** The head is written, nothing else. A place in the database. */
    HEAD(1),
    /** The journal is written, nothing after it. A place in the database. */
    JOURNAL(2),
    /** All is written; the commit is not sent. */
    WRITTEN,
    /** The commit is sent and has begun. A place in the database. */
    COMMIT(3),
    /** The commit is done; the answer is on its way. A place in the wire. */
    UNANSWERED,
    /** The answer has come; the acknowledgement is not written. */
    COMMITTED,
    /** The acknowledgement is written. */
    ACKNOWLEDGED;

    private final int gate;

    Point() {
        this(0);
    }

    Point(int gate) {
        this.gate = gate;
    }

    /** The lock that closes it, where the database makes the strike stand still; else 0. */
    int gate() {
        return gate;
    }

    boolean isInDatabase() {
        return gate > 0;
    }
}
