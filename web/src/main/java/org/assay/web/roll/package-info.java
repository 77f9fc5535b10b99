/** The rolls of all funds: what is behind, what was planned and done, and what the coming days bring. */
package org.assay.web.roll;
