package org.assay.pack.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The packaged command on the demo fund, as processes of their own: the same figures whatever the machine is like. */
class DemoReplayIT {
    private static final Path ROOT = Path.of(System.getProperty("assay.root"));
    private static final Path JAR = ROOT.resolve("ejb/pack/target/assay.jar");
    private static final Path PACK = ROOT.resolve("ejb/pack/demo/ill-compute");
    private static final Path GOLDEN = ROOT.resolve("ejb/pack/src/test/resources/demo");
    private static final Path THIS_JAVA = Path.of(System.getProperty("java.home"));

    @TempDir
    static Path temp;

    private static SortedMap<String, String> plain;
    private static int others;

    @BeforeAll
    static void replay() throws IOException, InterruptedException {
        plain = replayed("plain", THIS_JAVA, List.of());
    }

    @AfterAll
    static void report() {
        System.out.printf(
                "row 31: %s other runs of %s days, hashes different 0%n",
                others, plain.get("digest.txt").lines().count());
    }

    @Test
    void the_navs_and_digests_of_the_demo_never_change() throws IOException {
        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(GOLDEN);
            Files.writeString(GOLDEN.resolve("nav.csv"), plain.get("nav.csv"));
            Files.writeString(GOLDEN.resolve("digest.txt"), plain.get("digest.txt"));
        }
        assertThat(plain.get("nav.csv")).isEqualTo(Files.readString(GOLDEN.resolve("nav.csv")));
        assertThat(plain.get("digest.txt")).isEqualTo(Files.readString(GOLDEN.resolve("digest.txt")));
    }

    /** 102 business days from 5 January to 29 May 2026: 19 + 19 + 22 + 22 + 20. */
    @Test
    void every_business_day_strikes_and_none_is_held() {
        assertThat(plain.get("digest.txt").lines()).hasSize(102);
        assertThat(plain.get("nav.csv")).doesNotContain("HELD");
    }

    /** What waits for a visitor: two odd prices, one stale, one missing, one late trade. Nothing else. */
    @Test
    void the_findings_are_the_ones_that_were_built_in() {
        assertThat(plain.get("findings.csv").lines().skip(1).map(line -> line.split(",", 5)))
                .extracting(cells -> String.join(" ", cells[0], cells[1], cells[2], cells[3]))
                .containsExactly(
                        "2026-02-24 C20 REVIEW RENDER",
                        "2026-03-05 C32 REVIEW T-019",
                        "2026-03-17 C36 REVIEW AKT",
                        "2026-03-18 C36 REVIEW AKT",
                        "2026-03-19 C21 REVIEW AKT",
                        "2026-03-19 C36 REVIEW AKT",
                        "2026-03-20 C21 REVIEW AKT",
                        "2026-03-20 C36 REVIEW AKT",
                        "2026-04-14 C20 INFO TAO");
    }

    /**
     * Fault row 31. Each run also has its own salt for the order of {@code Map.of} and {@code Set.of}; hashCode=2 gives every
     * object one identity hash.
     */
    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "-Duser.language=tr -Duser.country=TR -Duser.timezone=Asia/Kathmandu",
                "-Duser.language=ar -Duser.country=EG -Duser.timezone=America/St_Johns -Dfile.encoding=ISO-8859-1",
                "-XX:ActiveProcessorCount=1 -XX:+UseSerialGC -XX:+UnlockExperimentalVMOptions -XX:hashCode=2"
                        + " -Duser.language=hi -Duser.country=IN",
                "-XX:ActiveProcessorCount=8 -Xint -Duser.language=th -Duser.country=TH"
            })
    void another_locale_zone_and_thread_count_give_the_same_bytes(String options)
            throws IOException, InterruptedException {
        assertThat(replayed("jvm" + Integer.toHexString(options.hashCode()), THIS_JAVA, List.of(options.split(" "))))
                .isEqualTo(plain);
        others++;
    }

    /** Of whatever version, if the machine has another one beside this. */
    @Test
    void another_java_gives_the_same_bytes() throws IOException, InterruptedException {
        Optional<Path> other = otherJava();
        assumeTrue(other.isPresent(), "skipped: there is no other JDK beside " + THIS_JAVA.getFileName());
        assertThat(replayed("other", other.get(), List.of())).isEqualTo(plain);
        others++;
    }

    @Test
    void a_run_that_is_killed_leaves_no_result() throws IOException, InterruptedException {
        Path out = temp.resolve("killed");
        Process process = start(THIS_JAVA, List.of("-Xint"), out);
        for (int i = 0; i < 2_000 && !draftBeside(out); i++) {
            TimeUnit.MILLISECONDS.sleep(10);
        }
        assertThat(draftBeside(out)).as("the run had begun to write").isTrue();
        process.destroyForcibly().waitFor();
        assertThat(out).doesNotExist();
        assertThat(replayed("killed", THIS_JAVA, List.of())).isEqualTo(plain);
    }

    /** As a fresh start of the server's demo makes them: a process of its own, on a machine that speaks another language. */
    @Test
    void the_packs_of_the_living_demo_are_the_same_bytes_in_another_locale_and_zone()
            throws IOException, InterruptedException {
        Path out = temp.resolve("living");
        Process process = new ProcessBuilder(List.of(
                        THIS_JAVA.resolve("bin/java").toString(),
                        "-Duser.language=ar",
                        "-Duser.country=EG",
                        "-Duser.timezone=Asia/Kathmandu",
                        "-Dfile.encoding=ISO-8859-1",
                        "-jar",
                        JAR.toString(),
                        "demo",
                        "--living",
                        "--out",
                        out.toString()))
                .redirectErrorStream(true)
                .redirectOutput(log(out).toFile())
                .start();
        assertThat(process.waitFor()).as(Files.readString(log(out))).isZero();
        SortedMap<String, byte[]> written = new TreeMap<>();
        try (Stream<Path> files = Files.walk(out)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                written.put(out.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
            }
        }
        assertThat(written).containsExactlyInAnyOrderEntriesOf(LivingDemo.files());
    }

    private static boolean draftBeside(Path out) throws IOException {
        try (Stream<Path> beside = Files.list(out.getParent())) {
            return beside.anyMatch(path -> path.getFileName().toString().startsWith(".killed"));
        }
    }

    private static Optional<Path> otherJava() throws IOException {
        Path home = THIS_JAVA.toRealPath();
        try (Stream<Path> beside = Files.list(home.getParent())) {
            return beside.filter(path -> Files.isExecutable(path.resolve("bin/java")))
                    .filter(path -> !real(path).equals(home))
                    .sorted()
                    .findFirst();
        }
    }

    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SortedMap<String, String> replayed(String name, Path java, List<String> options)
            throws IOException, InterruptedException {
        Path out = temp.resolve(name);
        Process process = start(java, options, out);
        assertThat(process.waitFor()).as(Files.readString(log(out))).isZero();
        SortedMap<String, String> files = new TreeMap<>();
        try (Stream<Path> written = Files.list(out)) {
            for (Path file : written.toList()) {
                files.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return files;
    }

    private static Process start(Path java, List<String> options, Path out) throws IOException {
        List<String> command = new ArrayList<>(List.of(java.resolve("bin/java").toString()));
        command.addAll(options);
        command.addAll(List.of("-jar", JAR.toString(), "replay", PACK.toString(), "--out", out.toString()));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log(out).toFile())
                .start();
    }

    private static Path log(Path out) {
        return out.resolveSibling(out.getFileName() + ".log");
    }
}
