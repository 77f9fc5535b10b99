package org.assay.db;

import java.time.Instant;

/**
 * A file that came.
 *
 * @param file as it arrived
 * @param rows of it that were new
 * @param isRepeated nothing in it was new
 */
public record ArrivedFile(long id, Arrival file, int rows, boolean isRepeated, Instant receivedAt) {}
