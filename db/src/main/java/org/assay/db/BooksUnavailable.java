package org.assay.db;

import java.sql.SQLException;

/** The database did not answer, or answered something that cannot be. What was begun is rolled back. */
public final class BooksUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BooksUnavailable(SQLException cause) {
        super(cause.getMessage(), cause);
    }
}
