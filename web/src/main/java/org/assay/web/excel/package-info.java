/**
 * Any list of any page as a workbook. What is written is what the page itself writes into its cells, so the file has the same
 * filter, order and columns, and a page need not know of it: {@code a:excel} in the head of a panel names the table.
 */
package org.assay.web.excel;
