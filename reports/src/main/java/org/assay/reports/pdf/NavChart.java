package org.assay.reports.pdf;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.SimpleDateFormat;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TimeZone;
import java.util.TreeMap;
import net.sf.jasperreports.engine.JasperReportsContext;
import net.sf.jasperreports.renderers.AbstractRenderer;
import net.sf.jasperreports.renderers.Graphics2DRenderable;
import org.assay.reports.PastNav;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.DateAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/**
 * NAV per share over time, a line for each class, told apart by their strokes so that it reads in black and white. A
 * picture: its figures pass through double, and nothing is read from it.
 */
final class NavChart extends AbstractRenderer implements Graphics2DRenderable {
    private static final Color GRID = new Color(0xd0d0d0);
    private static final List<BasicStroke> STROKES = List.of(
            stroke(1.1f), stroke(1.1f, 5, 2.5f), stroke(1.1f, 1.2f, 2.2f), stroke(0.7f), stroke(0.7f, 8, 2, 2, 2));

    private final transient JFreeChart chart;

    private NavChart(JFreeChart chart) {
        this.chart = chart;
    }

    static NavChart of(List<PastNav> history) {
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
            pen.setSeriesStroke(i, STROKES.get(i % STROKES.size()));
        }
        pen.setDrawSeriesLineAsPath(true);
        XYPlot plot = new XYPlot(lines, dates(), prices(), pen);
        plot.setBackgroundPaint(Color.WHITE);
        plot.setOutlineVisible(false);
        plot.setDomainGridlinesVisible(false);
        plot.setRangeGridlinePaint(GRID);
        plot.setRangeGridlineStroke(stroke(0.4f));
        JFreeChart chart = new JFreeChart(null, font(), plot, true);
        chart.setBackgroundPaint(Color.WHITE);
        chart.getLegend().setItemFont(font());
        chart.getLegend().setFrame(BlockBorder.NONE);
        return new NavChart(chart);
    }

    @Override
    public void render(JasperReportsContext context, Graphics2D pen, Rectangle2D area) {
        chart.draw(pen, area);
    }

    private static DateAxis dates() {
        DateAxis axis = new DateAxis(null, TimeZone.getTimeZone("UTC"), Locale.ENGLISH);
        SimpleDateFormat format = new SimpleDateFormat("d MMM yy", Locale.ENGLISH);
        format.setTimeZone(TimeZone.getTimeZone("UTC"));
        axis.setDateFormatOverride(format);
        axis.setTickLabelFont(font());
        axis.setAxisLinePaint(Color.BLACK);
        axis.setAxisLineStroke(stroke(0.5f));
        axis.setLowerMargin(0);
        axis.setUpperMargin(0.08);
        return axis;
    }

    private static NumberAxis prices() {
        NumberAxis axis = new NumberAxis();
        axis.setAutoRangeIncludesZero(false);
        axis.setNumberFormatOverride(new DecimalFormat("#,##0.##", DecimalFormatSymbols.getInstance(Locale.ENGLISH)));
        axis.setTickLabelFont(font());
        axis.setAxisLineVisible(false);
        return axis;
    }

    private static Font font() {
        return new Font("DejaVu Sans", Font.PLAIN, 7);
    }

    private static double noon(LocalDate date) {
        return date.atTime(12, 0).toInstant(ZoneOffset.UTC).toEpochMilli();
    }

    private static BasicStroke stroke(float width, float... dashes) {
        return dashes.length == 0
                ? new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND)
                : new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, dashes, 0);
    }
}
