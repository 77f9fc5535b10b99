package org.assay.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the compiler and the formatter do not see: the size, the leftovers and the signposts of the source tree. */
class TidyTest {
    private static final int LONGEST_FILE = 400;
    private static final String EXCUSE = "over 400 lines because";

    /** Put together from halves, so that this file does not find itself. In quotes the last is the ISO code of "no currency". */
    private static final Pattern LEFTOVER = Pattern.compile("(?<![\"'\\w])(TO" + "DO|FIX" + "ME|XX" + "X)(?![\"'\\w])");

    private static final Set<String> SOURCES =
            Set.of("java", "xml", "xhtml", "sql", "properties", "css", "js", "sh", "cli", "jrxml", "yml", "yaml");

    @Test
    void no_java_file_is_long_without_saying_why() throws IOException {
        assertThat(java().filter(file -> text(file).lines().count() > LONGEST_FILE)
                        .filter(file -> !text(file).contains(EXCUSE)))
                .as("files over %s lines that do not say: %s ...", LONGEST_FILE, EXCUSE)
                .isEmpty();
    }

    @Test
    void nothing_is_left_to_do_in_a_source() throws IOException {
        assertThat(lines(TidyTest::isSource, LEFTOVER))
                .as("work left over: finish it, or open an issue and say there what is missing")
                .isEmpty();
    }

    @Test
    void java_is_indented_by_spaces() throws IOException {
        assertThat(lines(file -> endsWith(file, "java"), Pattern.compile("\t"))).isEmpty();
    }

    /** {@code %d} counts in the digits of the machine's locale: in Arabic an id would be another id. */
    @Test
    void numbers_in_text_are_written_without_asking_the_locale() throws IOException {
        Pattern digits = Pattern.compile("%[0-9]*[d]");
        Predicate<Path> main = file -> endsWith(file, "java") && !text(file).contains("class TidyTest");
        assertThat(lines(main, digits)).allSatisfy(line -> assertThat(line).contains("Locale.ROOT"));
    }

    @Test
    void every_module_has_a_readme() throws IOException {
        assertThat(House.modules())
                .isNotEmpty()
                .allSatisfy(module -> assertThat(House.root().resolve(module).resolve("README.md"))
                        .isNotEmptyFile());
    }

    @Test
    void every_kernel_package_explains_itself() throws IOException {
        Path kernel = House.root().resolve("ejb/kernel/src/main/java");
        var packages = new TreeSet<Path>();
        java().filter(file -> file.startsWith(kernel)).map(Path::getParent).forEach(packages::add);
        assertThat(packages)
                .isNotEmpty()
                .allSatisfy(folder ->
                        assertThat(folder.resolve("package-info.java")).isNotEmptyFile());
    }

    private static Stream<Path> java() throws IOException {
        List<Path> files =
                House.files().stream().filter(file -> endsWith(file, "java")).toList();
        assertThat(files).as("Java files under %s", House.root()).isNotEmpty();
        return files.stream();
    }

    /** Places, as {@code file:line: text}, of the lines in which the pattern is found. */
    private static List<String> lines(Predicate<Path> chosen, Pattern pattern) throws IOException {
        var places = Stream.<String>builder();
        for (Path file : House.files().stream().filter(chosen).toList()) {
            List<String> lines = text(file).lines().toList();
            for (int i = 0; i < lines.size(); i++) {
                if (pattern.matcher(lines.get(i)).find()) {
                    places.add("%s:%s: %s"
                            .formatted(
                                    House.root().relativize(file),
                                    i + 1,
                                    lines.get(i).strip()));
                }
            }
        }
        return places.build().toList();
    }

    private static boolean isSource(Path file) {
        return SOURCES.stream().anyMatch(ending -> endsWith(file, ending)) || file.endsWith(".ci/run");
    }

    private static boolean endsWith(Path file, String ending) {
        return file.getFileName().toString().endsWith("." + ending);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new IllegalStateException("Not readable as UTF-8: " + file, unreadable);
        }
    }
}
