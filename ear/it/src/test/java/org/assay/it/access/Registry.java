package org.assay.it.access;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;

/** What the house answers at: read from what is deployed, so that nothing new is forgotten. */
final class Registry {
    private static final Set<String> METHODS = Set.of("get", "post", "put", "delete", "patch");

    private Registry() {}

    /** The pages of the war and its servlets, as their addresses. */
    static Set<String> pages() throws IOException {
        Set<String> pages = new TreeSet<>(servlets());
        try (ZipFile ear = new ZipFile(root().resolve("ear/target/assay.ear").toFile());
                InputStream content = ear.getInputStream(ear.getEntry("assay-web.war"));
                ZipInputStream war = new ZipInputStream(content)) {
            for (ZipEntry entry = war.getNextEntry(); entry != null; entry = war.getNextEntry()) {
                if (entry.getName().matches("[a-z/-]+\\.xhtml")
                        && !entry.getName().startsWith("WEB-INF")) {
                    pages.add(entry.getName());
                }
            }
        }
        return pages;
    }

    private static List<String> servlets() {
        return new ClassFileImporter()
                .importPath(root().resolve("web/target/classes")).stream()
                        .filter(type -> type.isAnnotatedWith("jakarta.servlet.annotation.WebServlet"))
                        .flatMap(Registry::addresses)
                        .map(address -> address.substring(1))
                        .toList();
    }

    private static Stream<String> addresses(JavaClass type) {
        JavaAnnotation<?> servlet = type.getAnnotationOfType("jakarta.servlet.annotation.WebServlet");
        return Arrays.stream((String[]) servlet.get("value").orElseThrow());
    }

    /** The endpoints as the house describes them: {@code GET funds/{fund}}. */
    static Set<String> endpoints(URI house) throws IOException, InterruptedException {
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(house.resolve("/openapi"))
                                .header("Accept", "application/json")
                                .build(),
                        BodyHandlers.ofString());
        Set<String> endpoints = new TreeSet<>();
        try (JsonReader reader = Json.createReader(new StringReader(answer.body()))) {
            JsonObject paths = reader.readObject().getJsonObject("paths");
            paths.forEach((path, operations) -> operations.asJsonObject().keySet().stream()
                    .filter(METHODS::contains)
                    .forEach(method -> endpoints.add(
                            "%s %s".formatted(method.toUpperCase(Locale.ROOT), path.replaceFirst("^.*/api/", "")))));
        }
        return endpoints;
    }

    private static Path root() {
        return Path.of(System.getProperty("assay.root"));
    }
}
