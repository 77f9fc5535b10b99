package org.assay.kernel.ledger;

/** Takes back the fact its stamp corrects, and puts nothing in its place. */
public record Cancellation(Stamp stamp, String reason) implements Fact {}
