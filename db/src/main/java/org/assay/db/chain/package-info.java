/**
 * The chain over the books: what was appended cannot be altered, removed or slipped in afterwards unnoticed.
 *
 * <pre>
 *   rows of a statement -> hash of each -> content of a link -> link, over the one before it   (the database: V5)
 *                                                               heads of all funds -> root     (a file elsewhere)
 *   verification: rows again, hash by hash, against links; links against each other; roots against links  (here)
 * </pre>
 *
 * <p>The database seals, Java verifies: the two share the description in docs/audit-chain.md and no code.
 */
package org.assay.db.chain;
