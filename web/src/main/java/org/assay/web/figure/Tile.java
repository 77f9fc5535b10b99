package org.assay.web.figure;

/** A figure in large, with what it is. */
public record Tile(Figure figure, String label) {}
