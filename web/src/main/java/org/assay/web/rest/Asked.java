package org.assay.web.rest;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.assay.kernel.ErrorCode;
import org.assay.kernel.FundException;

/** Reads what came with a request; what cannot be read is refused with what was expected. */
final class Asked {
    /** What the parameter at asks for, wherever it may be given. */
    static final String AT = "2026-05-29T20:00:00Z: as it stood then; as it stands now when none is asked for";

    private static final String REQUEST = "request";
    /** Within what a database and a person call a date. */
    private static final int FIRST_YEAR = 1900;

    private static final int LAST_YEAR = 2200;
    /** As on the page. */
    private static final int LONGEST = 500;

    private Asked() {}

    static LocalDate date(String field, String text) {
        try {
            LocalDate date = LocalDate.parse(text);
            if (date.getYear() >= FIRST_YEAR && date.getYear() <= LAST_YEAR) {
                return date;
            }
        } catch (DateTimeParseException e) {
            // Said below.
        }
        throw refused(field, text, "a date like 2026-05-29");
    }

    /** A moment of the past or the future; absent when none is asked for. */
    static Optional<Instant> moment(String field, Optional<String> text) {
        try {
            return text.map(Instant::parse);
        } catch (DateTimeParseException e) {
            throw refused(field, text.orElseThrow(), "a moment like 2026-05-29T20:00:00Z");
        }
    }

    static int number(String field, String text) {
        if (!text.matches("[1-9][0-9]{0,8}")) {
            throw refused(field, text, "a whole number from 1 on");
        }
        return Integer.parseInt(text);
    }

    /** A whole number from 0 to {@code most}. */
    static int number(String field, String text, int most) {
        if (text.matches("[0-9]{1,5}") && Integer.parseInt(text) <= most) {
            return Integer.parseInt(text);
        }
        throw refused(field, text, "a number from 0 to %s".formatted(Integer.toString(most)));
    }

    /** A whole number of an object, from 1 to {@code most}. */
    static int number(String field, JsonObject object, int most) {
        JsonValue value = object.getOrDefault(field, JsonValue.NULL);
        if (value instanceof JsonNumber number
                && number.isIntegral()
                && number.longValue() >= 1
                && number.longValue() <= most) {
            return number.intValue();
        }
        throw refused(field, value.toString(), "a whole number from 1 to %s".formatted(Integer.toString(most)));
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
        if (value.isBlank() || value.length() > LONGEST || value.chars().anyMatch(Character::isISOControl)) {
            throw refused(
                    field, value, "a text on one line, of 1 to %s characters".formatted(Integer.toString(LONGEST)));
        }
        return value;
    }

    static FundException refused(String field, String value, String expected) {
        String shown = value.length() > 100 ? value.substring(0, 100) + "..." : value;
        return new FundException(ErrorCode.FORMAT, REQUEST, field, shown, expected);
    }
}
