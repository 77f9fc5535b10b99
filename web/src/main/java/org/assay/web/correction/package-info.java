/** Restatements: what was learned late, day by day beside what counts, and the second person's word. */
package org.assay.web.correction;
