/**
 * The command {@code assay-books}: looks after the books without the server. Brings a database to its schema, verifies
 * the chain, writes a root, drops a year.
 */
package org.assay.db.command;
