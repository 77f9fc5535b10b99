package org.assay.it.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A disk of a few megabytes, in memory, to be filled. Only where we may mount; it is gone when it is closed. */
final class SmallDisk implements AutoCloseable {
    private final Path folder;

    private SmallDisk(Path folder) {
        this.folder = folder;
    }

    /**
     * @param folder below the test's own
     * @param megabytes of it
     */
    static SmallDisk mount(Path folder, int megabytes) throws IOException {
        Files.createDirectories(folder);
        int refused = run("mount", "-t", "tmpfs", "-o", "size=%sm,mode=0755".formatted(megabytes), "small", folder);
        assumeTrue(refused == 0, "this machine lets us mount no disk to fill");
        SmallDisk disk = new SmallDisk(folder);
        Runtime.getRuntime().addShutdownHook(new Thread(disk::close));
        return disk;
    }

    Path folder() {
        return folder;
    }

    /** @param left bytes that are left free, a multiple of a page */
    void fill(long left) throws IOException {
        try (OutputStream out = Files.newOutputStream(ballast())) {
            byte[] page = new byte[4_096];
            while (folder.toFile().getUsableSpace() > 0) {
                out.write(page);
            }
        } catch (IOException full) {
            assertThat(full).hasMessageContaining("No space left");
        }
        try (FileChannel ballast = FileChannel.open(ballast(), StandardOpenOption.WRITE)) {
            ballast.truncate(ballast.size() - left);
        }
    }

    void clear() throws IOException {
        Files.deleteIfExists(ballast());
    }

    private Path ballast() {
        return folder.resolve("ballast");
    }

    private static int run(Object... command) throws IOException {
        String[] words = new String[command.length];
        for (int i = 0; i < words.length; i++) {
            words[i] = command[i].toString();
        }
        return new ProcessBuilder(words).start().onExit().join().exitValue();
    }

    /** Also when somebody still has a file open on it. */
    @Override
    public void close() {
        try {
            run("umount", "-l", folder);
        } catch (IOException e) {
            throw new IllegalStateException("still mounted: " + folder, e);
        }
    }
}
