package org.assay.pack.evidence;

import java.util.ArrayList;
import java.util.List;

/**
 * The text PostgreSQL gives of a row, without the nulls at its end: {@code (7,ILL-COMPUTE,"2026-05-29 20:00:00+00"}. A cell
 * with a comma, a bracket, a blank or a quote in it stands in quotes, where a quote and a backslash are doubled.
 */
final class RowText {
    private RowText() {}

    /** In the order of the columns; null is empty, and those at the end are not there. */
    static List<String> cells(String text) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean isQuoted = false;
        for (int i = text.startsWith("(") ? 1 : 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean isDoubled = isQuoted && (c == '"' || c == '\\') && i + 1 < text.length() && text.charAt(i + 1) == c;
            if (isDoubled) {
                cell.append(c);
                i++;
            } else if (c == '"') {
                isQuoted = !isQuoted;
            } else if (c == ',' && !isQuoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return cells;
    }
}
