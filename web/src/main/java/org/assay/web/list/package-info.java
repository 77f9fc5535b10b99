/**
 * Lists: a list has columns; its address says which rows, in which order, which page of them and which columns are shown. So it
 * can be sent to a colleague, and its file is what the page shows.
 */
package org.assay.web.list;
