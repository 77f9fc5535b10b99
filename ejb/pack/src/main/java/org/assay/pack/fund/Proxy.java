package org.assay.pack.fund;

/**
 * By whose move the price of an instrument is estimated where it is missing.
 *
 * @param by the proxy: an instrument of the fund's reference data
 */
public record Proxy(String instrument, String by) {}
