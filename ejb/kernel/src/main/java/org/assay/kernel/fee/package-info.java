/** Rates that accrue with time: fees on net assets, interest on cash. Each accrual shows its base, days and rate. */
package org.assay.kernel.fee;
