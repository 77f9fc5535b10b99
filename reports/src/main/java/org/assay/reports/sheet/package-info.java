/** What every workbook has in common: how its cells look, how its sheets print, and that the same content gives the same bytes. */
package org.assay.reports.sheet;
