/** The night while it runs: what waits and for whom, its cycles step by step, what comes next, and who works. */
package org.assay.web.night;
