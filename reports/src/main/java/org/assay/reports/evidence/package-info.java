/** The evidence of a NAV: all that an auditor needs to re-perform it alone, signed. */
package org.assay.reports.evidence;
