/**
 * What the fund administrator knows, kept: the books of a fund as rows, and the stores that read and append them.
 *
 * <p>A fact is appended and never changed; a correction is a new fact that names the one it replaces. So a store has
 * words for appending and for reading as it was known at a moment, and none for overwriting. It takes and gives
 * kernel records; the rows behind it stay in their package, because a page that holds a row changes the books by
 * accident.
 *
 * <p>Here live the rows, the stores and the SQL migrations. A store joins the transaction of the use case that calls
 * it and opens none of its own.
 */
package org.assay.db;
