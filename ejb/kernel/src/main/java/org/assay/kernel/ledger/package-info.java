/**
 * Facts, lots and the double-entry journal. Facts are appended, never changed; a correction is a new fact that names the one
 * it replaces. Signs: positive is a debit. An entry balances locally per currency and in base currency.
 */
package org.assay.kernel.ledger;
