package org.assay.web.nav;

import java.util.Map;

/** What the desk calls a control; docs/strike.md tells what each claims. */
final class ControlNames {
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("C01", "Trial balance"),
            Map.entry("C02", "NAV roll-forward"),
            Map.entry("C03", "Classes to fund"),
            Map.entry("C04", "Shares roll-forward"),
            Map.entry("C05", "NAV per share x shares"),
            Map.entry("C06", "Lots to positions and ledger"),
            Map.entry("C11", "Margin identity"),
            Map.entry("C12", "Futures not counted twice"),
            Map.entry("C14", "Unrealised proof"),
            Map.entry("C20", "Price moves"),
            Map.entry("C21", "Stale prices"),
            Map.entry("C32", "Late facts"),
            Map.entry("C36", "Prices complete"),
            Map.entry("C38", "Nothing past its end"));

    private ControlNames() {}

    static String of(String code) {
        return NAMES.getOrDefault(code, "");
    }
}
