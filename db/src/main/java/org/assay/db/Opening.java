package org.assay.db;

import java.util.Optional;
import org.assay.kernel.nav.Books;

/**
 * What a strike opens with.
 *
 * @param strike that closed the books; absent before a fund's first
 */
public record Opening(Optional<Long> strike, Books books) {
    static final Opening NONE = new Opening(Optional.empty(), Books.empty());
}
