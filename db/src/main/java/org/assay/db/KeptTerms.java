package org.assay.db;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.assay.pack.fund.FundFile;
import org.assay.pack.fund.FundTables;

/**
 * The terms of funds as they were read once: parsing them costs more than asking for everything else of a fund. A row of
 * a fund is appended and never changed, so the fund with the pack it came in and the version says which terms they are.
 */
final class KeptTerms {
    private static final Map<Key, FundFile> KEPT = new ConcurrentHashMap<>();

    private KeptTerms() {}

    private record Key(String fund, String pack, int version) {}

    static boolean has(String fund, String pack, int version) {
        return KEPT.containsKey(new Key(fund, pack, version));
    }

    /**
     * @param json fund.json, asked for only when the terms are not kept
     * @throws org.assay.kernel.FundException FORMAT, for text that is no terms of a fund; nothing is kept then
     */
    static FundFile of(String fund, String pack, int version, Supplier<String> json) {
        return KEPT.computeIfAbsent(new Key(fund, pack, version), key -> FundTables.fund(json.get()));
    }
}
