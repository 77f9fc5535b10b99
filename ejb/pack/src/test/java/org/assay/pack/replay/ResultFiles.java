package org.assay.pack.replay;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.assay.pack.Packs;
import org.assay.pack.fund.FundPack;
import org.assay.pack.table.Table;

/** What a replay writes, for tests of other packages. */
public final class ResultFiles {
    private ResultFiles() {}

    public static List<Table<?>> tables() {
        return ResultTables.all();
    }

    /** The files of a replay of all days, as text by name. */
    public static Map<String, String> of(FundPack pack) throws IOException {
        Path folder = Files.createTempDirectory("results-");
        Run.of(pack, Optional.empty(), Optional.empty(), Optional.empty()).write(folder, (strike, findings) -> {});
        Map<String, String> files = new TreeMap<>();
        for (String name : Packs.names(folder)) {
            files.put(name, Files.readString(folder.resolve(name)));
            Files.delete(folder.resolve(name));
        }
        Files.delete(folder);
        return files;
    }
}
