package org.assay.pack.table;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** JSON text to values with their places, and back. */
public final class JsonText {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private JsonText() {}

    /** @return empty when it is not JSON, or not one value; why is in the refusals */
    public static Optional<Json> read(String file, String text, Refusals refusals) {
        try (JsonParser parser = FACTORY.createParser(text)) {
            if (parser.nextToken() == null) {
                refusals.add(file, "", "a JSON object");
                return Optional.empty();
            }
            Json json = value(parser, "");
            if (parser.nextToken() != null) {
                JsonLocation at = parser.currentTokenLocation();
                refusals.add(
                        file,
                        at.getLineNr(),
                        Integer.toString(at.getColumnNr()),
                        parser.getText(),
                        "nothing after the end");
                return Optional.empty();
            }
            return Optional.of(json);
        } catch (JsonProcessingException e) {
            // Some refusals of the parser, such as nesting too deep, do not say where.
            Optional<JsonLocation> at = Optional.ofNullable(e.getLocation());
            refusals.add(
                    file,
                    at.map(JsonLocation::getLineNr).orElse(0),
                    at.map(place -> Integer.toString(place.getColumnNr())).orElse(""),
                    "",
                    "well-formed JSON (%s)"
                            .formatted(
                                    e.getOriginalMessage().lines().findFirst().orElse("")));
            return Optional.empty();
        } catch (IOException e) {
            throw new IllegalStateException("text in memory that cannot be read", e);
        }
    }

    private static Json value(JsonParser parser, String path) throws IOException {
        Json.Spot spot = spot(parser, path);
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser, spot);
            case START_ARRAY -> list(parser, spot);
            case VALUE_STRING -> new Json.Leaf(parser.getText(), Json.Token.STRING, spot);
            case VALUE_NUMBER_INT -> new Json.Leaf(parser.getText(), Json.Token.INTEGER, spot);
            case VALUE_TRUE, VALUE_FALSE -> new Json.Leaf(parser.getText(), Json.Token.BOOLEAN, spot);
            default -> new Json.Leaf(parser.getText(), Json.Token.OTHER, spot);
        };
    }

    private static Json object(JsonParser parser, Json.Spot spot) throws IOException {
        List<Json.Member> members = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            String path = spot.path().isEmpty() ? name : spot.path() + "." + name;
            Json.Spot named = spot(parser, path);
            parser.nextToken();
            members.add(new Json.Member(name, named, value(parser, path)));
        }
        return new Json.Members(members, spot);
    }

    private static Json list(JsonParser parser, Json.Spot spot) throws IOException {
        List<Json> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(value(parser, "%s[%s]".formatted(spot.path(), items.size())));
        }
        return new Json.Items(items, spot);
    }

    private static Json.Spot spot(JsonParser parser, String path) {
        JsonLocation at = parser.currentTokenLocation();
        return new Json.Spot(at.getLineNr(), at.getColumnNr(), path);
    }

    /** Indented by two blanks, ends with a line end; the same on every machine. */
    public static String write(Json json) {
        StringWriter text = new StringWriter();
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        Separators separators =
                Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER);
        try (JsonGenerator generator = FACTORY.createGenerator(text)) {
            generator.setPrettyPrinter(new DefaultPrettyPrinter(separators).withObjectIndenter(indenter));
            write(json, generator);
        } catch (IOException e) {
            throw new IllegalStateException("text in memory that cannot be written", e);
        }
        return text.append("\n").toString();
    }

    private static void write(Json json, JsonGenerator generator) throws IOException {
        if (json instanceof Json.Leaf leaf) {
            if (leaf.token() == Json.Token.STRING) {
                generator.writeString(leaf.text());
            } else {
                generator.writeRawValue(leaf.text());
            }
        } else if (json instanceof Json.Items list) {
            generator.writeStartArray();
            for (Json item : list.items()) {
                write(item, generator);
            }
            generator.writeEndArray();
        } else if (json instanceof Json.Members object) {
            generator.writeStartObject();
            for (Json.Member member : object.members()) {
                generator.writeFieldName(member.name());
                write(member.value(), generator);
            }
            generator.writeEndObject();
        }
    }
}
