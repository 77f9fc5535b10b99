/**
 * Values that refuse to lose anything: money at its currency's minor unit, prices to 10 decimals, quantities to 18, rates to
 * 12. Multiply exactly, round once, at a named place, by a mode the caller passes.
 */
package org.assay.kernel.money;
