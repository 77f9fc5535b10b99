package org.assay.launcher;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/**
 * The folder with all state of a run, taken by one launcher at a time.
 *
 * <p>The lock is the operating system's, so a launcher that was killed does not leave it behind. Whoever holds it may
 * stop what an earlier launcher of this folder left running.
 */
public final class Home implements AutoCloseable {
    private static final long LEAST_FREE_BYTES = 1_000_000_000L;

    private final Path folder;
    private final FileChannel lock;

    private Home(Path folder, FileChannel lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /** Makes the folder where it is missing, and takes it. */
    public static Home take(Path folder) {
        try {
            make(folder);
            var channel = FileChannel.open(
                    folder.resolve("lock"),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.READ,
                    StandardOpenOption.WRITE);
            if (tryLock(channel).isEmpty()) {
                channel.close();
                throw new Refusal(
                        "%s is in use by a running launcher (process %s): stop that, or choose another folder by -Dassay.home=<folder>."
                                .formatted(
                                        folder,
                                        Files.readString(folder.resolve("lock")).strip()));
            }
            channel.truncate(0);
            channel.write(ByteBuffer.wrap(
                    String.valueOf(ProcessHandle.current().pid()).getBytes(StandardCharsets.UTF_8)));
            return new Home(folder, channel);
        } catch (IOException unwritable) {
            throw new Refusal(
                    "%s cannot be written: give the right to, or choose another folder by -Dassay.home=<folder>."
                            .formatted(folder),
                    unwritable);
        }
    }

    /** For our eyes only: it holds books and logins, and programs that we run. */
    private static void make(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createDirectories(folder.getParent());
            Files.createDirectory(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } else {
            Files.createDirectories(folder);
        }
    }

    private static Optional<FileLock> tryLock(FileChannel channel) throws IOException {
        try {
            return Optional.ofNullable(channel.tryLock());
        } catch (OverlappingFileLockException oursAlready) {
            return Optional.empty();
        }
    }

    void mustHaveRoom() {
        try {
            long free = Files.getFileStore(folder).getUsableSpace();
            if (free < LEAST_FREE_BYTES) {
                throw new Refusal(
                        "%s has %s MB left on its disk and about 1000 are needed: free some, or choose another folder by -Dassay.home=<folder>."
                                .formatted(folder, free / 1_000_000));
            }
        } catch (IOException unknown) {
            throw new Refusal(
                    "The free space of %s cannot be read: is its disk still there?".formatted(folder), unknown);
        }
    }

    public Path folder() {
        return folder;
    }

    /** Data of the embedded PostgreSQL. */
    Path database() {
        return folder.resolve("db");
    }

    /** Programs of the embedded PostgreSQL. Not beside the data: their maker cleans up among the folders it finds here. */
    Path databasePrograms() {
        return folder.resolve("postgres");
    }

    Path server() {
        return folder.resolve("server");
    }

    /** The reports of the demo, for the eyes of who started it. */
    Path reports() {
        return folder.resolve("reports");
    }

    /** The packs of the living demo, as they were brought. */
    Path demo() {
        return folder.resolve("demo");
    }

    /** What the command that makes them had to say. */
    Path demoLog() {
        return folder.resolve("demo.log");
    }

    /** Roots of the chains over the books, outside the database. */
    Path roots() {
        return folder.resolve("roots");
    }

    /** The key evidence is signed with, where none is named. */
    Path signingKey() {
        return folder.resolve("signing-key.pem");
    }

    Path logins() {
        return folder.resolve("demo-logins.txt");
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException unlikely) {
            throw new IllegalStateException("The lock of " + folder + " cannot be given back", unlikely);
        }
    }
}
