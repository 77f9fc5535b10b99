package org.assay.kernel.nav;

import java.util.Optional;
import org.assay.kernel.ledger.Account;
import org.assay.kernel.money.Rate;

/**
 * Where the fund has money or assets.
 *
 * @param settlesThrough for a custodian or wallet: the place whose cash pays for what is held here; a bank and a broker pay
 *     for themselves
 * @param billHaircut for a broker that takes bills as collateral: the fraction of market value it does not count
 */
public record Place(String id, Kind kind, Optional<String> settlesThrough, Optional<Rate> billHaircut) {
    /** What sort of place. */
    public enum Kind {
        /** Cash at bank, account 1000. */
        BANK,
        /** A futures broker or venue, accounts 1010 and 1020. */
        FCM,
        /** Holds assets and no cash. */
        CUSTODY
    }

    public Place {
        if ((kind == Kind.CUSTODY) != settlesThrough.isPresent()) {
            throw new IllegalArgumentException(
                    "place %s of kind %s, settles_through %s: expected one for custody and none otherwise"
                            .formatted(id, kind, settlesThrough.orElse("-")));
        }
    }

    Account cash() {
        return kind == Kind.FCM ? Account.CASH_AT_FCM : Account.CASH_AT_BANK;
    }
}
