/**
 * From a pack to its strikes. {@link org.assay.pack.replay.KnownFund} selects what a strike may know, {@link
 * org.assay.pack.replay.Replay} strikes day by day, {@link org.assay.pack.replay.Results} writes what came of it,
 * {@link org.assay.pack.replay.Evidence} seals it and holds a fresh run against it.
 */
package org.assay.pack.replay;
