package org.assay.pack.replay;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.assay.pack.fund.Beside;

/**
 * A folder that holds a whole result or none: it is written beside its place and moved there at the end, so that a run
 * that is killed leaves nothing that looks finished.
 */
public final class OutputFolder implements AutoCloseable {
    private final Path place;
    private final Path draft;

    private OutputFolder(Path place, Path draft) {
        this.place = place;
        this.draft = draft;
    }

    /**
     * @param place must not exist, be empty, or hold only what a former run wrote, which is then replaced
     * @param isOurs whether a former run wrote a file of this name
     * @throws FileAlreadyExistsException when there is something else; the file is named
     */
    public static OutputFolder open(Path place, Predicate<String> isOurs) throws IOException {
        Path whole = place.toAbsolutePath().normalize();
        if (Files.exists(whole)) {
            whole = whole.toRealPath();
            refuseStrangers(whole, isOurs);
        }
        Path parent = whole.getParent();
        if (parent == null) {
            throw new FileAlreadyExistsException(whole.toString());
        }
        Files.createDirectories(parent);
        return new OutputFolder(whole, Files.createDirectory(Beside.of(whole)));
    }

    /** Where to write. */
    public Path draft() {
        return draft;
    }

    /** Moves what was written into its place. */
    public void keep() throws IOException {
        if (Files.exists(place)) {
            Path former = Beside.of(place);
            move(place, former);
            move(draft, place);
            delete(former);
        } else {
            move(draft, place);
        }
    }

    /** Leaves nothing behind unless it was kept. */
    @Override
    public void close() throws IOException {
        if (Files.exists(draft)) {
            delete(draft);
        }
    }

    private static void refuseStrangers(Path place, Predicate<String> isOurs) throws IOException {
        if (!Files.isDirectory(place)) {
            throw new FileAlreadyExistsException(place.toString());
        }
        try (Stream<Path> files = Files.walk(place)) {
            List<Path> strangers = files.filter(file -> !Files.isDirectory(file))
                    .filter(file ->
                            !isOurs.test(place.relativize(file).toString().replace('\\', '/')))
                    .sorted()
                    .toList();
            if (!strangers.isEmpty()) {
                throw new FileAlreadyExistsException(strangers.get(0).toString());
            }
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
