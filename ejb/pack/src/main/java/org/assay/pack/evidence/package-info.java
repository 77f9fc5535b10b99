/**
 * The evidence of one NAV: a file that says what was struck, from what, by whom it was decided, and that can be held to
 * all of it without a server, a database, or anybody to believe.
 *
 * <pre>
 *   pack/             what the strike knew, sealed, with its results in expected/     (struck again)
 *   reports/          the NAV as people read it                                       (held to its hash)
 *   decisions.csv     who posted, struck and signed                                   (held to the chain)
 *   chain/            the links of the audit chain that seal the strike and its decisions
 *   MANIFEST.sha256   the hash of every file above       MANIFEST.sig, signer.pem     who says so
 * </pre>
 *
 * <p>Made by a report, checked by the offline command; both use the classes here. docs/auditor.md tells how it is read.
 */
package org.assay.pack.evidence;
