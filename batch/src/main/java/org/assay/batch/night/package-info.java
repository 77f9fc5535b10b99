/**
 * The night: a look at what is due, and slices of funds that are struck and reported, each slice a recoverable job.
 *
 * <pre>
 *   every few seconds   look -> which slices have something due -> a job for each that has none yet
 *   strike slice        each fund of it, day after day, each day a transaction of its own
 *   report slice        each fund that has caught up: the reports of its last NAV
 * </pre>
 */
package org.assay.batch.night;
