/** Who is let in where: every page and endpoint, as everybody. */
package org.assay.it.access;
