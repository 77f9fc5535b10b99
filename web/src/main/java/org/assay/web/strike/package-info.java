/** One NAV: its figures, why it moved, its proofs, and the second person's word. */
package org.assay.web.strike;
