package org.assay.web.figure;

import java.util.Locale;

/** Names of columns and constants, as one says them. */
public final class Words {
    private Words() {}

    /** {@code FEE_PAYMENT} and {@code fee_payment} are Fee payment. */
    public static String of(String name) {
        String words = name.toLowerCase(Locale.ROOT).replace('_', ' ');
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
