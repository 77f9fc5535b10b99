/** Benchmarks: our figure, the limit it is held against, and the ratio of the two, all from one run. */
package org.assay.bench;
