/** Facts: what happened to a fund, as it is entered, amended and cancelled. */
package org.assay.web.fact;
