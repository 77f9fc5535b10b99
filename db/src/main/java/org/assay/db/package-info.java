/**
 * The books on PostgreSQL: rows, the stores that speak kernel records, and the SQL migrations.
 *
 * <p>Facts, prices, strikes and journals move set-based: a table has the columns of the fund pack's file of its name,
 * and one layout reads and writes both (docs/adr/0011). Funds, people, decisions and reports go through Hibernate. A
 * store never opens a transaction of its own; a {@link org.assay.db.Snapshot} is one, and only reads.
 */
package org.assay.db;
