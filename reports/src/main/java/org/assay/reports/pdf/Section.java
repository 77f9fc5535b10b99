package org.assay.reports.pdf;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JRParameter;
import net.sf.jasperreports.engine.JasperFillManager;
import net.sf.jasperreports.engine.JasperPrint;
import net.sf.jasperreports.engine.data.JRMapCollectionDataSource;
import org.assay.reports.layout.Layouts;

/**
 * A table with its layout.
 *
 * @param rows texts by the name of their field; {@code kind} says which band of the layout prints them
 * @param parameters texts of the title and the note below
 */
record Section(String layout, List<Map<String, ?>> rows, Map<String, ?> parameters) {
    Section {
        rows = List.copyOf(rows);
    }

    JasperPrint fill() throws JRException {
        Map<String, Object> all = new HashMap<>(parameters);
        // Left out, these follow the host.
        all.put(JRParameter.REPORT_LOCALE, Locale.ENGLISH);
        all.put(JRParameter.REPORT_TIME_ZONE, TimeZone.getTimeZone("UTC"));
        return JasperFillManager.fillReport(Layouts.of(layout), all, new JRMapCollectionDataSource(List.copyOf(rows)));
    }

    /** A row of texts: name, text, name, text. */
    static Map<String, ?> row(String kind, String... texts) {
        Map<String, String> row = new HashMap<>();
        row.put("kind", kind);
        for (int i = 0; i < texts.length; i += 2) {
            row.put(texts[i], texts[i + 1]);
        }
        return row;
    }
}
