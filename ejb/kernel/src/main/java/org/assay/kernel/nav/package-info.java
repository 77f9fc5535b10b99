/**
 * The strike. Start at {@link org.assay.kernel.nav.Nav#strike}: it reads as the list of what happens in a fund's day.
 */
package org.assay.kernel.nav;
