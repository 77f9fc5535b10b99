/**
 * The use cases: one method for each thing a person or a trigger asks of the house.
 *
 * <p>A use case asks {@link org.assay.ejb.Rights} whether the caller may, reads what is known, lets the kernel think, and appends
 * the outcome, in one transaction. The thinking itself is in the kernel, where it can be tested and re-performed without a
 * server.
 *
 * <p>The only {@link org.assay.ejb.HouseClock clock} lives here too.
 */
package org.assay.ejb;
