package org.assay.reports.evidence;

import org.assay.kernel.FundException;
import org.assay.pack.evidence.SigningKey;

/** Where the key is kept that the house signs evidence with. */
public interface HouseKey {
    /** @throws FundException NO_SIGNING_KEY, when the house has none or it cannot be read: unsigned evidence is not made */
    SigningKey key();
}
