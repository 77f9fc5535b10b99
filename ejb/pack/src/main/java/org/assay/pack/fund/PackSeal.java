package org.assay.pack.fund;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.assay.kernel.Parsed;
import org.assay.pack.table.JsonText;

/**
 * Seals a pack where it stands: writes the SHA-256 of every input file into its pack.json, and changes nothing else.
 */
public final class PackSeal {
    private PackSeal() {}

    /** @return the new manifest, or why the pack cannot be read and so is not sealed */
    public static Parsed<Manifest> seal(Path pack) throws IOException {
        SortedMap<String, byte[]> contents = new TreeMap<>();
        Parsed<FundPack> parsed;
        try (PackFiles files = PackFiles.open(pack)) {
            parsed = PackReader.read(files, false);
            files.names().forEach(name -> contents.put(name, files.bytes(name)));
        }
        if (parsed.rows().isEmpty()) {
            return new Parsed<>(List.of(), parsed.failures());
        }
        SortedMap<String, String> hashes = new TreeMap<>();
        contents.forEach((name, bytes) -> {
            if (PackFiles.isInput(name)) {
                hashes.put(name, PackFiles.sha256(bytes));
            }
        });
        Manifest sealed = parsed.rows().get(0).manifest().sealed(hashes);
        contents.put(
                ManifestShape.FILE,
                PackFiles.utf8(JsonText.write(ManifestShape.manifest().write(sealed))));
        replace(pack, contents);
        return new Parsed<>(List.of(sealed), List.of());
    }

    /** Whoever reads meanwhile sees the old file or the new one, never half of it. */
    private static void replace(Path pack, SortedMap<String, byte[]> contents) throws IOException {
        boolean isFolder = Files.isDirectory(pack);
        Path target = isFolder ? pack.resolve(ManifestShape.FILE) : pack;
        Path draft = Beside.of(target);
        try {
            if (isFolder) {
                Files.write(draft, contents.get(ManifestShape.FILE));
            } else {
                try (OutputStream out = Files.newOutputStream(draft)) {
                    PackWriter.toZip(contents, out);
                }
            }
            Files.move(draft, target, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    /** SHA-256 of a pack's content, whatever it was packed in: two packs that say the same have the same. */
    public static String digest(FundPack pack) {
        return PackFiles.sha256(PackWriter.sealed(pack).get(ManifestShape.FILE));
    }
}
