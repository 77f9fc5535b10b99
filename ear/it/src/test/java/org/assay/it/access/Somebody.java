package org.assay.it.access;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.assay.it.house.DemoFund;

/** Somebody at both doors: with the memory of a browser for the pages, and a password for programs. Follows no redirect. */
final class Somebody {
    private static final Pattern VIEW_STATE =
            Pattern.compile("name=\"jakarta.faces.ViewState\"[^>]*value=\"([^\"]*)\"");

    /** Of the scripts of a page; PrimeFaces asks for it back. */
    private static final Pattern NONCE = Pattern.compile("nonce=\"([^\"]+)\"");

    private final URI house;
    private final String name;
    private final Optional<String> password;
    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    private Somebody(URI house, String name, Optional<String> password) {
        this.house = house;
        this.name = name;
        this.password = password;
    }

    /** Who shows no name at all. */
    static Somebody unknown(URI house) {
        return new Somebody(house, "nobody", Optional.empty());
    }

    /** Signed in at the pages. */
    static Somebody signedIn(URI house, String name, String password) throws IOException, InterruptedException {
        Somebody somebody = new Somebody(house, name, Optional.of(password));
        somebody.signIn();
        return somebody;
    }

    String name() {
        return name;
    }

    private void signIn() throws IOException, InterruptedException {
        HttpResponse<String> answer = post(
                "signin.xhtml",
                Map.of(
                        "login",
                        "login",
                        "login:name",
                        name,
                        "login:password",
                        password.orElseThrow(),
                        "login:enter",
                        ""));
        if (answer.statusCode() != 302) {
            throw new IllegalStateException("%s is not let in: %s".formatted(name, answer.body()));
        }
    }

    /** A page as a browser asks for it. */
    HttpResponse<String> page(String address) throws IOException, InterruptedException {
        return http.send(request(address).build(), BodyHandlers.ofString());
    }

    /** A form of a page, with the state the page was given. */
    HttpResponse<String> post(String page, Map<String, String> fields) throws IOException, InterruptedException {
        String shown = page(page).body();
        Matcher state = VIEW_STATE.matcher(shown);
        Matcher nonce = NONCE.matcher(shown);
        if (!state.find() || !nonce.find()) {
            throw new IllegalStateException("%s is shown no form by %s".formatted(name, page));
        }
        Map<String, String> all = new LinkedHashMap<>(fields);
        all.put("primefaces.nonce", nonce.group(1));
        return post(page, all, Optional.of(state.group(1)));
    }

    /** The same with whatever state, or none. */
    HttpResponse<String> post(String page, Map<String, String> fields, Optional<String> state)
            throws IOException, InterruptedException {
        Map<String, String> all = new LinkedHashMap<>(fields);
        state.ifPresent(text -> all.put("jakarta.faces.ViewState", text));
        String body = all.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return http.send(
                request(page)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    /** A program's request. */
    HttpResponse<String> call(String method, String path, Optional<DemoFund.Sent> sent)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = request(path);
        password.ifPresent(word -> request.header("Authorization", DemoFund.basic(name, word)));
        sent.ifPresent(body -> request.header("Content-Type", body.type()));
        return http.send(
                request.method(method, sent.map(DemoFund.Sent::body).orElseGet(BodyPublishers::noBody))
                        .build(),
                BodyHandlers.ofString());
    }

    /** As another site's page would send it: the browser adds the cookie, and nothing else is known. */
    HttpResponse<String> withCookieAlone(String method, String path) throws IOException, InterruptedException {
        return http.send(request(path).method(method, BodyPublishers.noBody()).build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String address) {
        return HttpRequest.newBuilder(house.resolve(address)).timeout(Duration.ofMinutes(1));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
