/**
 * The fund pack: one open format for bringing a fund in, for the demonstration, for tests and for evidence. {@link
 * org.assay.pack.fund.PackReader} makes a {@link org.assay.pack.fund.FundPack} of a folder or zip, {@link
 * org.assay.pack.fund.PackWriter} makes the folder or zip again. The format is described in docs/fund-pack.md; the
 * tables here are its other half, and a test holds the two together.
 */
package org.assay.pack.fund;
