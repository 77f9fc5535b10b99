package org.assay.pack.table;

import java.util.List;

/**
 * A cell a person fills in.
 *
 * @param name of its column
 * @param expected what should be written
 * @param choices where it is one of a closed list; none where it is not
 */
public record Blank(String name, boolean isRequired, String expected, List<String> choices) {
    public Blank {
        choices = List.copyOf(choices);
    }

    static Blank of(String name, boolean isRequired, Format<?> format) {
        return new Blank(name, isRequired, format.expected(), format.choices());
    }
}
