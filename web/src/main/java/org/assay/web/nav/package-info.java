/** A struck NAV as rows of tables: what a page shows of it, and why it moved. */
package org.assay.web.nav;
