package org.assay.pack.fund;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipException;

/**
 * How much of a pack is read at most.
 *
 * @param bytes of all files together, expanded
 * @param entries files and folders
 */
public record PackLimits(long bytes, int entries) {
    private static final int MEGABYTE = 1_000_000;

    /**
     * A zip of a few kilobytes can expand to more than any machine has. Ten years of a fund with a thousand trades a
     * day are below 256 MB, and a pack has two dozen files.
     */
    static final PackLimits USUAL = new PackLimits(256L * MEGABYTE, 1_000);

    /** Of what comes into a server, which has other funds to think of: a pack in memory is several times its files. */
    public static final PackLimits UPLOADED = new PackLimits(64L * MEGABYTE, 1_000);

    private static final int BUFFER = 1 << 16;

    /** Folders count where no entry names them too: a long enough name makes thousands. */
    void checkNames(String pack, Collection<String> names) throws PackTooLarge {
        Set<String> paths = new HashSet<>();
        for (String name : names) {
            for (int slash = name.indexOf('/'); slash >= 0; slash = name.indexOf('/', slash + 1)) {
                paths.add(name.substring(0, slash + 1));
                checkCount(pack, paths.size());
            }
            paths.add(name);
            checkCount(pack, paths.size());
        }
    }

    void checkCount(String pack, long count) throws PackTooLarge {
        if (count > entries) {
            throw new PackTooLarge(pack, "a pack of at most %s files and folders".formatted(entries));
        }
    }

    /** Counts what comes out of the files: what a zip says of their size is its maker's word. */
    void checkBytes(Map<String, Path> files) throws IOException {
        byte[] buffer = new byte[BUFFER];
        long count = 0;
        for (var file : files.entrySet()) {
            // What is no file is refused later, by its name.
            if (!Files.isRegularFile(file.getValue())) {
                continue;
            }
            try (InputStream in = Files.newInputStream(file.getValue())) {
                for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                    count += read;
                    if (count > bytes) {
                        throw new PackTooLarge(file.getKey(), "a pack of at most %s, expanded".formatted(size()));
                    }
                }
            } catch (ZipException e) {
                throw (ZipException) new ZipException("%s: %s".formatted(file.getKey(), e.getMessage())).initCause(e);
            }
        }
    }

    private String size() {
        return bytes % MEGABYTE == 0 ? bytes / MEGABYTE + " MB" : bytes + " bytes";
    }
}
