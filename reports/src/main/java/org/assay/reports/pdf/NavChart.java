package org.assay.reports.pdf;

import java.awt.Color;
import java.text.SimpleDateFormat;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TimeZone;
import java.util.TreeMap;
import org.assay.reports.PastNav;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.DateAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** NAV per share over time, a line for each class. */
final class NavChart {
    private NavChart() {}

    static JFreeChart of(List<PastNav> history) {
        XYSeriesCollection lines = new XYSeriesCollection();
        SortedMap<String, XYSeries> byClass = new TreeMap<>();
        for (PastNav nav : history) {
            byClass.computeIfAbsent(nav.shareClass(), code -> new XYSeries("Class " + code))
                    .addOrUpdate(noon(nav.date()), nav.perShare().perUnit().doubleValue());
        }
        byClass.values().forEach(lines::addSeries);
        XYLineAndShapeRenderer pen = new XYLineAndShapeRenderer(true, false);
        for (int i = 0; i < lines.getSeriesCount(); i++) {
            pen.setSeriesPaint(i, Color.BLACK);
            pen.setSeriesStroke(i, Drawing.STROKES.get(i % Drawing.STROKES.size()));
        }
        pen.setDrawSeriesLineAsPath(true);
        NumberAxis prices = Drawing.numbers(null);
        prices.setAutoRangeIncludesZero(false);
        XYPlot plot = new XYPlot(lines, dates(), prices, pen);
        plot.setDomainGridlinesVisible(false);
        plot.setRangeGridlinePaint(Drawing.GRID);
        plot.setRangeGridlineStroke(Drawing.stroke(0.4f));
        return Drawing.chart(plot, true);
    }

    private static DateAxis dates() {
        DateAxis axis = new DateAxis(null, TimeZone.getTimeZone("UTC"), Locale.ENGLISH);
        SimpleDateFormat format = new SimpleDateFormat("d MMM yy", Locale.ENGLISH);
        format.setTimeZone(TimeZone.getTimeZone("UTC"));
        axis.setDateFormatOverride(format);
        axis.setTickLabelFont(Drawing.font());
        axis.setAxisLinePaint(Color.BLACK);
        axis.setAxisLineStroke(Drawing.stroke(0.5f));
        axis.setLowerMargin(0);
        axis.setUpperMargin(0.04);
        return axis;
    }

    private static double noon(LocalDate date) {
        return date.atTime(12, 0).toInstant(ZoneOffset.UTC).toEpochMilli();
    }
}
