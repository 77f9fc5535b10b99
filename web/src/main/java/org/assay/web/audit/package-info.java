/** Who did what, when and why, and what proves that nobody changed it since. */
package org.assay.web.audit;
