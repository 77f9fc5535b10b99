package org.assay.kernel.instrument;

/**
 * What one unit of a future's underlying is. "AI token" has two meanings, the crypto token of a compute network and the text
 * unit an inference service bills: the unit tells them apart.
 */
public enum UnderlyingUnit {
    /** One token of a compute network. */
    CRYPTO_TOKEN,
    /** One hour of one accelerator of a model and tier. */
    GPU_HOUR,
    /** One million tokens of text billed by an inference service. */
    MILLION_LLM_TOKENS,
    /** One point of an index. */
    INDEX_POINT,
    /** A barrel, an MMBtu: the listed commodities that compute futures are measured against. */
    COMMODITY_UNIT
}
