/**
 * The calculation heart. A NAV is a pure function of what was known: {@code Nav.strike(NavInputs) -> NavResult}, in package
 * {@code nav}. No clock, no files, no floating point; everything it may know is an argument, everything it decides is in
 * its result. This package holds the small grammar the others speak: refusals, findings and what came of reading rows.
 *
 * <p>Packages see only those to their left: {@code money <- trail, calendar <- instrument <- ledger, pricing <- roll <- fee
 * <- nav}.
 */
package org.assay.kernel;
