package org.assay.it.rest;

import static org.assay.it.house.DemoFund.operator;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import jakarta.json.JsonWriter;
import jakarta.json.stream.JsonGenerator;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.assay.it.house.OnTheServer;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.Test;

/** What programs were promised: docs/openapi.json is what the server says of its interface, word for word. */
@RunAsClient
class ContractIT extends OnTheServer {
    private static final Path CONTRACT = Path.of(System.getProperty("assay.root"), "docs/openapi.json");

    @Test
    void the_interface_is_the_one_that_was_announced() throws IOException, InterruptedException {
        HttpResponse<String> answer = operator("../openapi?format=JSON");
        assertThat(answer.statusCode()).isEqualTo(200);
        String served = inOrder(answer.body());
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(CONTRACT, served);
        }
        assertThat(served)
                .as(
                        "the REST interface has changed. If it should: run this test with -Dgolden.update=true, which writes %s; read"
                                + " the difference as a program that uses the interface would; and announce it in CHANGELOG.md in the same"
                                + " commit.",
                        CONTRACT)
                .isEqualTo(Files.readString(CONTRACT));
    }

    /** In the order of the names, because the server's own may differ from start to start; without its address. */
    private static String inOrder(String json) {
        StringWriter text = new StringWriter();
        try (JsonReader reader = Json.createReader(new StringReader(json));
                JsonWriter writer = Json.createWriterFactory(Map.of(JsonGenerator.PRETTY_PRINTING, true))
                        .createWriter(text)) {
            JsonObject whole = reader.readObject();
            writer.write(inOrder((JsonValue)
                    Json.createObjectBuilder(whole).remove("servers").build()));
        }
        return text.toString().strip() + "\n";
    }

    private static JsonValue inOrder(JsonValue value) {
        if (value instanceof JsonObject object) {
            JsonObjectBuilder sorted = Json.createObjectBuilder();
            new TreeMap<>(object).forEach((name, part) -> sorted.add(name, inOrder(part)));
            return sorted.build();
        }
        if (value instanceof JsonArray array) {
            JsonArrayBuilder same = Json.createArrayBuilder();
            array.forEach(part -> same.add(inOrder(part)));
            return same.build();
        }
        return value;
    }
}
