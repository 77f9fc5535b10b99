package org.assay.reports.layout;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JRParameter;
import net.sf.jasperreports.engine.JRPrintElement;
import net.sf.jasperreports.engine.JasperFillManager;
import net.sf.jasperreports.engine.JasperPrint;
import net.sf.jasperreports.engine.data.JRMapCollectionDataSource;

/**
 * A layout with what stands in it.
 *
 * @param layout name of a table or of a layout file
 * @param rows texts by the name of their field
 * @param parameters by name; of a table {@link Table} gives both
 */
public record Section(String layout, List<Map<String, ?>> rows, Map<String, ?> parameters) {
    public Section {
        rows = List.copyOf(rows);
    }

    /** Filled without regard to pages: {@link Pages} cuts between its elements. */
    JasperPrint fill() throws JRException {
        Map<String, Object> all = new HashMap<>(parameters);
        // Left out, these follow the host.
        all.put(JRParameter.REPORT_LOCALE, Locale.ENGLISH);
        all.put(JRParameter.REPORT_TIME_ZONE, TimeZone.getTimeZone("UTC"));
        all.put(JRParameter.IS_IGNORE_PAGINATION, true);
        return JasperFillManager.fillReport(Layouts.of(layout), all, new JRMapCollectionDataSource(List.copyOf(rows)));
    }

    List<JRPrintElement> elements() throws JRException {
        return fill().getPages().get(0).getElements();
    }
}
