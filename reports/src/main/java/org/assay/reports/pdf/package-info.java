/**
 * The NAV pack: a few pages an auditor or a board is handed. Figures become text here, the layouts only place them;
 * units stand in the heads of columns.
 */
package org.assay.reports.pdf;
