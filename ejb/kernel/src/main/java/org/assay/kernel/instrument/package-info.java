/**
 * What a fund can hold. {@link org.assay.kernel.instrument.Instrument} permits each kind by name: the permits list is the
 * register, and a new kind is one record and its name there.
 */
package org.assay.kernel.instrument;
