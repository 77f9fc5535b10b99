/** The reports of a fund: which are kept, which are being made, and orders of more. */
package org.assay.web.report;
