package org.assay.reports.pdf;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.assay.reports.PastNav;
import org.assay.reports.StruckNav;
import org.assay.reports.layout.Section;
import org.assay.reports.pdf.ExposureChart.Exposure;

/** One page of pictures. What there is none of says so. */
final class Charts {
    private Charts() {}

    static Section of(StruckNav nav) {
        Map<String, Object> parameters = new HashMap<>();
        boolean isNew = nav.history().stream().map(PastNav::date).distinct().count() < 2;
        if (isNew) {
            parameters.put("navTitle", "NAV per share: the chart begins with the second day.");
        } else {
            parameters.put("navTitle", "NAV per share, " + nav.fund().base().code());
            parameters.put("nav", new Drawing(List.of(NavChart.of(nav.history()))));
        }
        SortedMap<String, Exposure> exposures = ExposureChart.exposures(nav);
        if (exposures.isEmpty()) {
            parameters.put("exposureTitle", "Exposure by asset: none but cash.");
        } else {
            parameters.put("exposureTitle", "Exposure by asset, % of net assets, futures at notional");
            parameters.put("exposure", new Drawing(List.of(ExposureChart.of(exposures))));
        }
        SortedMap<String, SortedMap<YearMonth, BigDecimal>> curves = CurveChart.curves(nav);
        if (curves.isEmpty()) {
            parameters.put("curveTitle", "Futures curve: no chain settled in two months or more.");
        } else {
            parameters.put("curveTitle", "Futures curve, settlement by contract month");
            parameters.put("curve", new Drawing(CurveChart.of(curves)));
        }
        return new Section("charts", List.of(Map.of()), parameters);
    }
}
