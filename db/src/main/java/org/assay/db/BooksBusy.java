package org.assay.db;

import java.sql.SQLException;

/**
 * What was asked for is held by somebody else, for longer than anybody waits: a fund that is struck by a node that stands
 * still, or whose report is long. Nothing was changed; who asks again later finds it free.
 */
public final class BooksBusy extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Of PostgreSQL: lock_not_available, after lock_timeout. */
    static final String STATE = "55P03";

    BooksBusy(SQLException cause) {
        super(cause.getMessage(), cause);
    }
}
