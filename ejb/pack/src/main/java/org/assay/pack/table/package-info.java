/**
 * Rows, cells and their files. A {@link org.assay.pack.table.Layout} names the fields of a row once, each with how it
 * is read and how it is written side by side; a {@link org.assay.pack.table.Table} is a layout in a CSV file, a
 * {@link org.assay.pack.table.JsonObject} one in JSON. Reading and writing are inverse because they are the same
 * statement.
 *
 * <p>Knows nothing of funds. Nothing is read half: what cannot be read is in {@link org.assay.pack.table.Refusals},
 * with its place, and reading goes on to find the rest.
 */
package org.assay.pack.table;
