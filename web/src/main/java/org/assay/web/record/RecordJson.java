package org.assay.web.record;

import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.json.stream.JsonGenerator;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.assay.kernel.money.Currency;
import org.assay.kernel.money.Plain;
import org.assay.kernel.money.Quantity;
import org.assay.kernel.money.Rate;

/**
 * Writes records as JSON. A figure is a string of plain decimals, because a JSON number passes through double in most
 * programs that read it; a date and a moment are ISO; what is absent is left out. The bindings of the platform know
 * neither records nor that rule.
 */
public final class RecordJson {
    private RecordJson() {}

    /** @param value a record, or an iterable of values */
    public static void write(JsonGenerator json, Object value) {
        value(json, Optional.empty(), value);
    }

    private static void value(JsonGenerator json, Optional<String> name, Object value) {
        if (value instanceof Optional<?> maybe) {
            maybe.ifPresent(present -> value(json, name, present));
        } else if (value instanceof Iterable<?> items) {
            name.ifPresentOrElse(json::writeStartArray, json::writeStartArray);
            items.forEach(item -> value(json, Optional.empty(), item));
            json.writeEnd();
        } else if (value instanceof Map<?, ?> map) {
            name.ifPresentOrElse(json::writeStartObject, json::writeStartObject);
            map.forEach((key, item) -> value(json, Optional.of(key.toString()), item));
            json.writeEnd();
        } else if (value instanceof Integer || value instanceof Long) {
            long number = ((Number) value).longValue();
            name.ifPresentOrElse(key -> json.write(key, number), () -> json.write(number));
        } else if (value instanceof Boolean flag) {
            name.ifPresentOrElse(key -> json.write(key, flag), () -> json.write(flag));
        } else if (value instanceof Record fields && !isText(value)) {
            name.ifPresentOrElse(json::writeStartObject, json::writeStartObject);
            for (RecordComponent component : fields.getClass().getRecordComponents()) {
                value(json, Optional.of(name(component)), read(component, fields));
            }
            json.writeEnd();
        } else {
            String text = text(value);
            name.ifPresentOrElse(key -> json.write(key, text), () -> json.write(text));
        }
    }

    /** Values of one figure or one name. */
    private static boolean isText(Object value) {
        return value instanceof Quantity || value instanceof Rate || value instanceof Currency;
    }

    private static String text(Object value) {
        if (value instanceof BigDecimal number) {
            // Money comes with the zeros of its minor unit; what is finer has none that mean anything.
            return number.scale() >= 0 && number.scale() <= 2 ? number.toPlainString() : Plain.text(number);
        }
        return value.toString();
    }

    /** As annotated, for names that are words of Java. */
    private static String name(RecordComponent component) {
        JsonbProperty given = component.getAccessor().getAnnotation(JsonbProperty.class);
        return given == null ? component.getName() : given.value();
    }

    private static Object read(RecordComponent component, Record record) {
        try {
            return component.getAccessor().invoke(record);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("%s of %s cannot be read".formatted(component, record.getClass()), e);
        }
    }
}
