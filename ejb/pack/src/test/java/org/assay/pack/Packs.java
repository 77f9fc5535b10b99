package org.assay.pack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.assay.kernel.Parsed;
import org.assay.pack.fund.FundPack;
import org.assay.pack.fund.PackReader;

/** The packs of the tests, and copies of them that differ a little. */
public final class Packs {
    private Packs() {}

    public static Path small() {
        return resource("packs/small");
    }

    public static Path resource(String name) {
        try {
            return Path.of(Packs.class.getClassLoader().getResource(name).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    public static List<Path> folders(String name) {
        try (Stream<Path> folders = Files.list(resource(name))) {
            return folders.filter(Files::isDirectory).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Over what is there already; {@code from} may hold only what differs. */
    public static Path copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.write(target, Files.readAllBytes(file));
            }
        }
        return to;
    }

    /** The small pack in {@code folder}, with one of its files written otherwise. */
    public static Path smallBut(Path folder, String file, UnaryOperator<String> otherwise) throws IOException {
        if (!Files.exists(folder.resolve("pack.json"))) {
            copy(small(), folder);
        }
        Path path = folder.resolve(file);
        Files.writeString(path, otherwise.apply(Files.readString(path)));
        return folder;
    }

    /** With rows added to a file of the small pack. */
    public static Path smallWith(Path folder, String file, String... rows) throws IOException {
        return smallBut(folder, file, text -> text + String.join("\n", rows) + "\n");
    }

    public static FundPack read(Path path) {
        try {
            Parsed<FundPack> parsed = PackReader.read(path);
            return Optional.of(parsed.rows())
                    .filter(packs -> packs.size() == 1)
                    .orElseThrow(() -> new AssertionError("refused: " + parsed.failures()))
                    .get(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every file below a folder by name, sorted. */
    public static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }
}
