package org.assay.it.access;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Optional;
import org.assay.it.house.DemoFund;
import org.assay.it.house.DemoFund.Sent;

/** Two administrators, who let people in: one asks, the other grants. */
public final class Granting {
    static final String PASSWORD = "somebody-of-the-tests";
    private static final String TODAY = "2026-01-01";
    private static final Optional<String> FIRST =
            Optional.of(DemoFund.basic(DemoFund.ADMINISTRATOR, DemoFund.OTHERS_PASSWORD));
    private static final Optional<String> SECOND =
            Optional.of(DemoFund.basic(DemoFund.ADMINISTRATOR_2, DemoFund.OTHERS_PASSWORD));

    private final URI house;

    public Granting(URI house) {
        this.house = house;
    }

    /** Somebody new with this right, signed in. */
    Somebody somebody(String name, String role, Optional<String> fund) throws IOException, InterruptedException {
        add(name);
        grant(ask(name, role, fund, Optional.empty()));
        return Somebody.signedIn(house, name, PASSWORD);
    }

    void add(String name) throws IOException, InterruptedException {
        HttpResponse<String> added = DemoFund.send(
                "api/people",
                FIRST,
                Optional.of(Sent.json("{\"name\": \"%s\", \"password\": \"%s\"}".formatted(name, PASSWORD))));
        assertThat(added.statusCode()).as(added.body()).isEqualTo(201);
    }

    /** Somebody for whom a provider vouches. */
    public void addWithoutPassword(String name) throws IOException, InterruptedException {
        HttpResponse<String> added =
                DemoFund.send("api/people", FIRST, Optional.of(Sent.json("{\"name\": \"%s\"}".formatted(name))));
        assertThat(added.statusCode()).as(added.body()).isEqualTo(201);
    }

    /** @return the right, of all funds, which holds now */
    public long granted(String name, String role) throws IOException, InterruptedException {
        long right = ask(name, role, Optional.empty(), Optional.empty());
        grant(right);
        return right;
    }

    /** @return what waits now */
    long ask(String name, String role, Optional<String> fund, Optional<String> until)
            throws IOException, InterruptedException {
        HttpResponse<String> asked = tryToAsk(name, role, fund, until);
        assertThat(asked.statusCode()).as(asked.body()).isEqualTo(201);
        return body(asked).getJsonNumber("id").longValue();
    }

    HttpResponse<String> tryToAsk(String name, String role, Optional<String> fund, Optional<String> until)
            throws IOException, InterruptedException {
        String more = fund.map("\"fund\": \"%s\","::formatted).orElse("")
                + until.map("\"until\": \"%s\","::formatted).orElse("");
        return DemoFund.send(
                "api/rights",
                FIRST,
                Optional.of(Sent.json(
                        "{\"person\": \"%s\", \"role\": \"%s\", %s \"from\": \"%s\", \"reason\": \"of a test\"}"
                                .formatted(name, role, more, TODAY))));
    }

    void grant(long right) throws IOException, InterruptedException {
        HttpResponse<String> granted = decide(right, SECOND);
        assertThat(granted.statusCode()).as(granted.body()).isEqualTo(200);
    }

    /** By who asked for it. */
    HttpResponse<String> grantOwn(long right) throws IOException, InterruptedException {
        return decide(right, FIRST);
    }

    private static HttpResponse<String> decide(long right, Optional<String> by)
            throws IOException, InterruptedException {
        return DemoFund.send(
                "api/rights/%s/decision".formatted(Long.toString(right)),
                by,
                Optional.of(Sent.json("{\"act\": \"APPROVE\", \"reason\": \"of a test\"}")));
    }

    public void end(long right) throws IOException, InterruptedException {
        HttpResponse<String> ended = DemoFund.send(
                "api/rights/%s/end".formatted(Long.toString(right)),
                SECOND,
                Optional.of(Sent.json("{\"reason\": \"of a test\"}")));
        assertThat(ended.statusCode()).as(ended.body()).isEqualTo(200);
    }

    static JsonObject body(HttpResponse<String> answer) {
        try (JsonReader reader = Json.createReader(new StringReader(answer.body()))) {
            return reader.readObject();
        }
    }
}
