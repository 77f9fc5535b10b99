package org.assay.pack.fund;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.ProviderNotFoundException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipError;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** The files of a pack by name, with {@code /} between folders: the same whether it is a folder or a zip of one. */
public final class PackFiles implements AutoCloseable {
    static final String README = "README.md";
    static final String EXPECTED = "expected/";

    private final Optional<FileSystem> zip;
    private final SortedMap<String, Content> files;

    private PackFiles(Optional<FileSystem> zip, SortedMap<String, Content> files) {
        this.zip = zip;
        this.files = Collections.unmodifiableSortedMap(files);
    }

    /** A file, read when it is asked for. */
    private interface Content {
        byte[] read() throws IOException;
    }

    /** Files that lie in memory. */
    public static PackFiles of(SortedMap<String, byte[]> files) {
        SortedMap<String, Content> contents = new TreeMap<>();
        files.forEach((name, bytes) -> contents.put(name, () -> bytes));
        return new PackFiles(Optional.empty(), contents);
    }

    /** Those in a folder, named from there; as long as these are open. */
    public PackFiles in(String folder) {
        SortedMap<String, Content> inside = new TreeMap<>();
        files.forEach((name, content) -> {
            if (name.startsWith(folder)) {
                inside.put(name.substring(folder.length()), content);
            }
        });
        return new PackFiles(Optional.empty(), inside);
    }

    /**
     * @throws ZipException for something that is neither a folder nor a zip
     * @throws PackTooLarge for more than is read of a pack
     */
    public static PackFiles open(Path pack) throws IOException {
        return open(pack, PackLimits.USUAL);
    }

    static PackFiles open(Path pack, PackLimits limits) throws IOException {
        String name = String.valueOf(pack.getFileName());
        if (Files.isDirectory(pack)) {
            return new PackFiles(Optional.empty(), list(pack, name, limits));
        }
        try {
            checkEntries(pack, name, limits);
            FileSystem zip = FileSystems.newFileSystem(pack);
            try {
                return new PackFiles(Optional.of(zip), list(root(zip), name, limits));
            } catch (IOException | ZipError refused) {
                zip.close();
                throw refused;
            }
        } catch (EOFException cut) {
            // Of what was packed: a file within the zip ends before it should.
            throw (ZipException) new ZipException("a file in it is cut: " + pack).initCause(cut);
        } catch (ProviderNotFoundException | ZipError e) {
            throw (ZipException) new ZipException("neither a folder nor a zip: " + pack).initCause(e);
        }
    }

    /** Which of two entries of one name counts, every tool decides for itself. */
    private static void checkEntries(Path pack, String packName, PackLimits limits) throws IOException {
        Set<String> names = new HashSet<>();
        try (ZipFile zip = new ZipFile(pack.toFile())) {
            limits.checkCount(packName, zip.size());
            for (ZipEntry entry : Collections.list(zip.entries())) {
                if (!names.add(entry.getName())) {
                    throw new ZipException("two entries " + entry.getName());
                }
                if (!isInside(entry.getName())) {
                    throw new ZipException("an entry that is not inside: " + entry.getName());
                }
            }
        }
        limits.checkNames(packName, names);
    }

    /** Nothing is unpacked, but whoever unpacks it after us must not be led elsewhere, nor see another file than we did. */
    private static boolean isInside(String entry) {
        String name = entry.endsWith("/") ? entry.substring(0, entry.length() - 1) : entry;
        return !name.contains("\\")
                && Stream.of(name.split("/", -1))
                        .noneMatch(part -> part.isEmpty() || part.equals(".") || part.equals(".."));
    }

    /** A zip of a folder often holds the folder itself, and nothing beside it. */
    private static Path root(FileSystem zip) throws IOException {
        Path root = zip.getPath("/");
        try (Stream<Path> top = Files.list(root)) {
            List<Path> entries = top.toList();
            return entries.size() == 1 && Files.isDirectory(entries.get(0)) ? entries.get(0) : root;
        }
    }

    private static SortedMap<String, Content> list(Path root, String pack, PackLimits limits) throws IOException {
        SortedMap<String, Path> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(root)) {
            // The folder itself is not counted; one beyond the limit is enough to know.
            List<Path> found = all.skip(1).limit(limits.entries() + 1L).toList();
            limits.checkCount(pack, found.size());
            for (Path file : found) {
                String name = root.relativize(file).toString().replace('\\', '/');
                boolean isFolder = Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS);
                // A link to a folder, or a folder that bears a file's name, is listed too, and refused as unknown.
                if (!isFolder || name.endsWith(".csv") || name.endsWith(".json")) {
                    files.put(Files.isDirectory(file) ? name + "/" : name, file);
                }
            }
        }
        limits.checkBytes(files);
        SortedMap<String, Content> contents = new TreeMap<>();
        files.forEach((name, file) -> contents.put(name, () -> Files.readAllBytes(file)));
        return contents;
    }

    /** In order of name. */
    public List<String> names() {
        return List.copyOf(files.keySet());
    }

    /** Those an evidence pack was sealed with results of; without their folder. */
    public List<String> expected() {
        return files.keySet().stream()
                .filter(name -> name.startsWith(EXPECTED))
                .map(name -> name.substring(EXPECTED.length()))
                .toList();
    }

    /** What the pack says about the fund, and what its seal covers. */
    static boolean isInput(String name) {
        return !name.equals(ManifestShape.FILE) && !name.equals(README) && !name.startsWith(EXPECTED);
    }

    public boolean has(String name) {
        return files.containsKey(name);
    }

    /** @throws IllegalArgumentException when there is no such file */
    public byte[] bytes(String name) {
        Content file = Optional.ofNullable(files.get(name))
                .orElseThrow(() -> new IllegalArgumentException("no file %s in the pack".formatted(name)));
        try {
            return file.read();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** In hex, as every digest of the house is written. */
    public static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        if (zip.isPresent()) {
            zip.get().close();
        }
    }
}
