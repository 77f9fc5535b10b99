/**
 * Business days, ranges of dates and valuation points. Times are resolved outside and stored as instants; here are the
 * rules that resolve them.
 */
package org.assay.kernel.calendar;
