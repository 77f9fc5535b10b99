package org.assay.db;

import java.sql.SQLException;

/** Something asked of the database. */
@FunctionalInterface
interface Question<T> {
    T answer() throws SQLException;

    /**
     * @throws BooksBusy when somebody else holds what is needed
     * @throws BooksUnavailable when the database fails
     */
    static <T> T ask(Question<T> question) {
        try {
            return question.answer();
        } catch (SQLException e) {
            throw BooksBusy.STATE.equals(e.getSQLState()) ? new BooksBusy(e) : new BooksUnavailable(e);
        }
    }
}
