package org.assay.db.chain;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A folder of roots, one file each, {@code root-000017.txt}. A file is written whole or not at all and never
 * again; each names the one before it, so that none can be exchanged or taken from the middle.
 */
public final class RootFolder {
    private static final Pattern NAME = Pattern.compile("root-(\\d{6,})\\.txt");

    private final Path folder;

    public RootFolder(Path folder) {
        this.folder = folder;
    }

    /** A file, and what it says if it is as it was written. */
    record Kept(Path file, String sha256, Optional<Root> root) {
        String name() {
            return file.getFileName().toString();
        }
    }

    /** @return empty when there is none, or the last one is not as it was written */
    public Optional<Root> last() throws IOException {
        List<Path> files = files();
        return files.isEmpty()
                ? Optional.empty()
                : kept(files.get(files.size() - 1)).root();
    }

    /**
     * Writes the next root.
     *
     * @return its file; empty when another node was faster
     */
    public Optional<Path> write(LocalDate date, Instant at, ChainState state) throws IOException {
        Files.createDirectories(folder);
        List<Path> files = files();
        Optional<Kept> before = files.isEmpty() ? Optional.empty() : Optional.of(kept(files.get(files.size() - 1)));
        long number = before.map(RootFolder::number).orElse(0L) + 1;
        Root root = new Root(
                number,
                date,
                at.truncatedTo(ChronoUnit.SECONDS),
                before.map(Kept::sha256).orElse(Root.NOTHING),
                state);
        Path file = folder.resolve("root-%s.txt".formatted(String.format(Locale.ROOT, "%06d", number)));
        return keep(file, root.text().getBytes(StandardCharsets.UTF_8));
    }

    /** In the order in which they were written. */
    List<Path> files() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(
                            file -> NAME.matcher(file.getFileName().toString()).matches())
                    .sorted()
                    .toList();
        }
    }

    static Kept kept(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        return new Kept(file, Sha256.hex(bytes), Root.parse(new String(bytes, StandardCharsets.UTF_8)));
    }

    /** From the name: the text of a damaged file says nothing. */
    static long number(Kept kept) {
        return Long.parseLong(kept.name().replaceAll("\\D", ""));
    }

    /** A link and not a move: a move would replace a root that another node has written meanwhile. */
    private Optional<Path> keep(Path file, byte[] bytes) throws IOException {
        Path half = Files.createTempFile(folder, "half-", ".tmp");
        try {
            try (FileChannel channel = FileChannel.open(half, StandardOpenOption.WRITE)) {
                ByteBuffer left = ByteBuffer.wrap(bytes);
                // A disk that fills up takes a part of them without a word, and refuses what is left.
                while (left.hasRemaining()) {
                    channel.write(left);
                }
                channel.force(true);
            }
            Files.createLink(file, half);
            return Optional.of(file);
        } catch (FileAlreadyExistsException another) {
            return Optional.empty();
        } finally {
            Files.delete(half);
        }
    }
}
