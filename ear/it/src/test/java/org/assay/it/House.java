package org.assay.it;

import static java.nio.file.Files.exists;
import static java.nio.file.Files.walkFileTree;

import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.LocationProvider;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The source tree and its modules, as the root pom lists them.
 *
 * <p>The classes are read from each module's {@code target/classes} and not from the class path: a war is not on a
 * class path, and a module added to the root pom is looked at without anybody remembering to add it here.
 */
final class House implements LocationProvider {
    private static final Pattern MODULE = Pattern.compile("<module>([^<]+)</module>");
    private static final Set<String> NOT_OURS = Set.of("target", ".git", ".assay", ".idea", ".vscode", "node_modules");

    static Path root() {
        return Path.of(System.getProperty("assay.root")).toAbsolutePath().normalize();
    }

    /** Folders of the modules, relative to the root, in the order of the root pom. */
    static List<String> modules() throws IOException {
        String pom = Files.readString(root().resolve("pom.xml"));
        return MODULE.matcher(pom).results().map(found -> found.group(1)).toList();
    }

    /** Every file of the tree that a person wrote, sorted; what the build or a tool made is left out. */
    static List<Path> files() throws IOException {
        var files = new ArrayList<Path>();
        walkFileTree(root(), new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                return NOT_OURS.contains(folder.getFileName().toString())
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (attributes.isRegularFile()) {
                    files.add(file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        files.sort(null);
        return List.copyOf(files);
    }

    @Override
    public Set<Location> get(Class<?> testClass) {
        try {
            var locations = new TreeSet<Location>((a, b) -> a.asURI().compareTo(b.asURI()));
            for (String module : modules()) {
                Path classes = root().resolve(module).resolve("target/classes");
                if (exists(classes)) {
                    locations.add(Location.of(classes));
                }
            }
            return locations;
        } catch (IOException unreadable) {
            throw new IllegalStateException("The root pom cannot be read: " + root(), unreadable);
        }
    }
}
