/**
 * The report of a month or a year: what an auditor is handed at the end of it, as pages and as a workbook.
 *
 * <p>The days of the period are told once, in order, and forgotten: what stays are sums, and the rows that are printed. Each
 * {@code *Roll} holds the sums of one matter, each {@code *Tables} arranges them; the tables are the same, cell for cell, on
 * paper and in the workbook. A table that must agree with another says so by a {@link org.assay.reports.period.Check}.
 *
 * <pre>
 *   days ---> rolls ----------> tables ---.
 *       '---> long lists ----------------> Outlet: pages, or sheets
 * </pre>
 */
package org.assay.reports.period;
