package org.assay.it.house;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The fund of the demo, brought and struck as a person would: over the REST interface. Once for all test classes. */
public final class DemoFund {
    public static final String ID = "ILL-COMPUTE";
    public static final String OPERATOR = "operator@demo";
    public static final String APPROVER = "approver@demo";
    public static final String OPERATOR_PASSWORD = "operator-of-the-tests";
    public static final String APPROVER_PASSWORD = "approver-of-the-tests";
    public static final String COMPLIANCE = "compliance@demo";
    public static final String AUDITOR = "auditor@demo";
    public static final String ADMINISTRATOR = "administrator@demo";
    public static final String ADMINISTRATOR_2 = "administrator2@demo";

    /** Of all but the operator and the approver. */
    public static final String OTHERS_PASSWORD = "others-of-the-tests";

    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static boolean isStruck;

    private DemoFund() {}

    /** Returns when nothing more goes by itself. */
    public static synchronized void struck() throws IOException, InterruptedException {
        if (isStruck) {
            return;
        }
        bringAndStrike(pack());
        isStruck = true;
    }

    /** Returns when nothing more goes by itself. */
    public static void bringAndStrike(byte[] pack) throws IOException, InterruptedException {
        HttpResponse<String> brought = bring(pack);
        if (brought.statusCode() != 201 && brought.statusCode() != 200) {
            throw new IllegalStateException("the fund was refused: " + brought.body());
        }
        awaitQuiet();
    }

    /** Returns when nothing more goes by itself. */
    public static void awaitQuiet() throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!operator("api/night").body().contains("\"quiet\":true")) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException(
                        "still not quiet: " + operator("api/night").body());
            }
            Thread.sleep(500);
        }
    }

    public static HttpResponse<String> bring(byte[] pack) throws IOException, InterruptedException {
        return send("api/funds", Optional.of(basic(OPERATOR, OPERATOR_PASSWORD)), Optional.of(Sent.zip(pack)));
    }

    public static HttpResponse<String> operator(String path) throws IOException, InterruptedException {
        return send(path, Optional.of(basic(OPERATOR, OPERATOR_PASSWORD)), Optional.empty());
    }

    /** @param type media type */
    public record Sent(String type, BodyPublisher body) {
        public static Sent json(String text) {
            return new Sent("application/json", BodyPublishers.ofString(text));
        }

        public static Sent csv(String text) {
            return new Sent("text/csv", BodyPublishers.ofString(text));
        }

        public static Sent zip(byte[] content) {
            return new Sent("application/zip", BodyPublishers.ofByteArray(content));
        }
    }

    /** Reads, or sends what there is to send. */
    public static HttpResponse<String> send(String path, Optional<String> authorization, Optional<Sent> sent)
            throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(OnTheServer.address().resolve(path)).timeout(Duration.ofMinutes(1));
        authorization.ifPresent(value -> request.header("Authorization", value));
        sent.ifPresent(body -> request.header("Content-Type", body.type()).POST(body.body()));
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }

    /** A file, as an operator. */
    public static HttpResponse<byte[]> file(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(OnTheServer.address().resolve(path))
                .timeout(Duration.ofMinutes(1))
                .header("Authorization", basic(OPERATOR, OPERATOR_PASSWORD))
                .build();
        return HTTP.send(request, BodyHandlers.ofByteArray());
    }

    /** Asks for what the path names. */
    public static HttpResponse<String> put(String path, String authorization) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(OnTheServer.address().resolve(path))
                .timeout(Duration.ofMinutes(1))
                .header("Authorization", authorization)
                .PUT(BodyPublishers.noBody())
                .build();
        return HTTP.send(request, BodyHandlers.ofString());
    }

    public static String basic(String name, String password) {
        byte[] pair = (name + ":" + password).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(pair);
    }

    /** As it lies in the source tree. */
    public static byte[] pack() throws IOException {
        return zip(Path.of(System.getProperty("assay.root"), "ejb/pack/demo/ill-compute"));
    }

    /** A pack's folder, as it is sent. */
    public static byte[] zip(Path folder) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes);
                Stream<Path> walk = Files.walk(folder)) {
            List<Path> files = walk.filter(Files::isRegularFile).sorted().toList();
            for (Path file : files) {
                zip.putNextEntry(new ZipEntry(folder.relativize(file).toString().replace('\\', '/')));
                Files.copy(file, zip);
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}
