/** A list of the desk as a workbook: what was shown, and nothing else. */
package org.assay.reports.table;
