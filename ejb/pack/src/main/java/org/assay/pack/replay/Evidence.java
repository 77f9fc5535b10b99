package org.assay.pack.replay;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.assay.pack.fund.FundPack;
import org.assay.pack.fund.PackFiles;
import org.assay.pack.fund.PackWriter;

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

    /**
     * Strikes again what the pack says was struck.
     *
     * @param files of the pack; their expected/ is held against a fresh run, byte for byte
     * @param scratch an empty folder for the fresh run
     * @return where they differ; nothing when they tie
     */
    public static List<Difference> verify(FundPack pack, PackFiles files, Run run, Path scratch, Run.Listener listener)
            throws IOException {
        SortedMap<String, byte[]> expected = new TreeMap<>();
        files.expected().forEach(name -> expected.put(name, files.bytes(EXPECTED + "/" + name)));
        run.write(scratch, listener);
        SortedMap<String, byte[]> struck = new TreeMap<>();
        try (Stream<Path> written = Files.list(scratch)) {
            for (Path file : written.toList()) {
                struck.put(file.getFileName().toString(), Files.readAllBytes(file));
            }
        }
        return Comparison.of(expected, struck);
    }
}
