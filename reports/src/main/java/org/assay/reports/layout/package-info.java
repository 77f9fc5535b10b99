/**
 * How a printed document is made. A table is told by its columns in a {@code .tables.xml} of {@code src/main/layouts} and
 * compiled by the build; a {@link org.assay.reports.layout.Section} is such a table with its rows, {@link
 * org.assay.reports.layout.Pages} puts sections on pages, {@link org.assay.reports.layout.Paper} makes the file.
 */
package org.assay.reports.layout;
