package org.assay.reports.pdf;

import java.awt.Color;
import java.awt.geom.Ellipse2D;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.assay.kernel.instrument.Future;
import org.assay.kernel.pricing.Quote;
import org.assay.reports.StruckNav;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.CategoryLabelPositions;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.renderer.category.LineAndShapeRenderer;
import org.jfree.data.category.DefaultCategoryDataset;

/** What each chain settled at, by contract month. */
final class CurveChart {
    /** More would be too narrow to read. */
    private static final int CHARTS = 3;

    private CurveChart() {}

    /** By chain, then by contract month, of every contract that settled on the day; chains with a single one have no curve. */
    static SortedMap<String, SortedMap<YearMonth, BigDecimal>> curves(StruckNav nav) {
        SortedMap<String, SortedMap<YearMonth, BigDecimal>> curves = new TreeMap<>();
        for (Quote quote : nav.inputs().quotes()) {
            if (quote.kind() == Quote.Kind.SETTLEMENT
                    && quote.date().equals(nav.result().date())
                    && nav.inputs().instruments().get(quote.instrument()) instanceof Future future) {
                curves.computeIfAbsent(
                                "%s, %s per unit".formatted(future.root(), future.currency()), root -> new TreeMap<>())
                        .put(future.contractMonth(), quote.price().perUnit());
            }
        }
        curves.values().removeIf(curve -> curve.size() < 2);
        return curves;
    }

    static List<JFreeChart> of(SortedMap<String, SortedMap<YearMonth, BigDecimal>> curves) {
        return curves.entrySet().stream()
                .limit(CHARTS)
                .map(curve -> of(curve.getKey(), curve.getValue()))
                .toList();
    }

    private static JFreeChart of(String label, SortedMap<YearMonth, BigDecimal> curve) {
        DefaultCategoryDataset points = new DefaultCategoryDataset();
        curve.forEach((month, price) -> points.addValue(price, label, month));
        LineAndShapeRenderer pen = new LineAndShapeRenderer(true, true);
        pen.setSeriesPaint(0, Color.BLACK);
        pen.setSeriesStroke(0, Drawing.STROKES.get(0));
        pen.setSeriesShape(0, new Ellipse2D.Double(-1.6, -1.6, 3.2, 3.2));
        CategoryAxis months = new CategoryAxis();
        months.setTickLabelFont(Drawing.font());
        months.setCategoryLabelPositions(CategoryLabelPositions.UP_90);
        months.setAxisLineStroke(Drawing.stroke(0.5f));
        NumberAxis prices = Drawing.numbers(label);
        prices.setAutoRangeIncludesZero(false);
        CategoryPlot plot = new CategoryPlot(points, months, prices, pen);
        plot.setRangeGridlinePaint(Drawing.GRID);
        plot.setRangeGridlineStroke(Drawing.stroke(0.4f));
        return Drawing.chart(plot, false);
    }
}
