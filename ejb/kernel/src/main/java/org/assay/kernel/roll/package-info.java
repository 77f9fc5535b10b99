/**
 * The roll of dated contracts: programmes as data, plans as a pure function of calendar, chain and position. Quantities, not
 * values, are rolled; the roll itself has no profit or loss at settlement prices.
 */
package org.assay.kernel.roll;
