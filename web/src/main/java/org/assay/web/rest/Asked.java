package org.assay.web.rest;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.assay.kernel.ErrorCode;
import org.assay.kernel.FundException;

/** Reads what came with a request; what cannot be read is refused with what was expected. */
final class Asked {
    private static final String REQUEST = "request";

    private Asked() {}

    static LocalDate date(String field, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw refused(field, text, "a date like 2026-05-29");
        }
    }

    static JsonObject object(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        } catch (JsonException e) {
            throw refused("body", text, "a JSON object");
        }
    }

    /** A text that says something. */
    static String text(JsonObject object, String field) {
        String value = object.getString(field, "");
        if (value.isBlank()) {
            throw refused(field, value, "a text that is not empty");
        }
        return value;
    }

    private static FundException refused(String field, String value, String expected) {
        String shown = value.length() > 100 ? value.substring(0, 100) + "..." : value;
        return new FundException(ErrorCode.FORMAT, REQUEST, field, shown, expected);
    }
}
