/** Quotes as they came, marks as a strike used them, and the checks between the two. */
package org.assay.kernel.pricing;
