/**
 * What investors, auditors and authorities are given: statements, the audit file, the regulatory filings.
 *
 * <p>All of them are told from the same books, so a figure is identical in the PDF, the workbook and the filing. A
 * report computes nothing a NAV depends on: it reads, arranges and prints.
 *
 * <p>Here live the reports, one bean each, with their layouts; adding a report is adding its bean.
 */
package org.assay.reports;
