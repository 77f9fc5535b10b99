/** The offline command. Start at {@link org.assay.pack.Assay}. */
package org.assay.pack;
