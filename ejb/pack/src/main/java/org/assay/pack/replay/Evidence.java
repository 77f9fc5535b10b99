package org.assay.pack.replay;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.assay.pack.fund.FundPack;
import org.assay.pack.fund.PackFiles;
import org.assay.pack.fund.PackWriter;
import org.assay.pack.fund.StrikeRange;

/**
 * A pack together with the results of its strikes, so that anybody can strike it again and compare: no server, no
 * database, and nobody to believe.
 */
public final class Evidence {
    /** The folder of a pack that holds its results. */
    public static final String EXPECTED = "expected";

    private Evidence() {}

    /** A sealed copy of the pack with the results of a run beside it, in a folder that exists. */
    public static void write(FundPack pack, Run run, Path folder, Run.Listener listener) throws IOException {
        PackWriter.toFolder(PackWriter.sealed(pack.with(pack.manifest().of(run.range()))), folder);
        run.write(Files.createDirectories(folder.resolve(EXPECTED)), listener);
    }

    /** The same in memory, with what else was written about it left out. */
    public static SortedMap<String, byte[]> files(FundPack pack) {
        StrikeRange range = pack.manifest().strikes().orElseThrow();
        SortedMap<String, byte[]> files = new TreeMap<>(PackWriter.sealed(pack));
        Run.of(pack, range)
                .files((strike, findings) -> {})
                .forEach((name, bytes) -> files.put(EXPECTED + "/" + name, bytes));
        return files;
    }

    /**
     * Strikes again what the pack says was struck.
     *
     * @param files of the pack; their expected/ is held against a fresh run, byte for byte
     * @return where they differ; nothing when they tie
     */
    public static List<Difference> verify(PackFiles files, Run run, Run.Listener listener) {
        SortedMap<String, byte[]> expected = new TreeMap<>();
        files.expected().forEach(name -> expected.put(name, files.bytes(EXPECTED + "/" + name)));
        return Comparison.of(expected, run.files(listener));
    }
}
