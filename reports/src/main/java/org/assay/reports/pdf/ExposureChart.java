package org.assay.reports.pdf;

import java.awt.Color;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.SortedMap;
import java.util.TreeMap;
import org.assay.kernel.instrument.Cash;
import org.assay.kernel.instrument.Future;
import org.assay.kernel.instrument.Instrument;
import org.assay.kernel.nav.NavResult.Position;
import org.assay.reports.StruckNav;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.renderer.category.StackedBarRenderer;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.data.category.DefaultCategoryDataset;

/**
 * What the fund is exposed to, as a part of net assets: market value of what is paid for in full, notional of futures, all
 * months of a chain together. Long is black, short is white.
 */
final class ExposureChart {
    private static final String LONG = "Long";
    private static final String SHORT = "Short";

    private ExposureChart() {}

    /** Per cent of net assets by asset; long and short are not netted. */
    record Exposure(BigDecimal longPart, BigDecimal shortPart) {
        static final Exposure NONE = new Exposure(BigDecimal.ZERO, BigDecimal.ZERO);

        Exposure plus(BigDecimal part) {
            return part.signum() < 0
                    ? new Exposure(longPart, shortPart.add(part))
                    : new Exposure(longPart.add(part), shortPart);
        }
    }

    /** Cash is left out; empty while the fund has no net assets to compare with. */
    static SortedMap<String, Exposure> exposures(StruckNav nav) {
        SortedMap<String, Exposure> exposures = new TreeMap<>();
        BigDecimal whole = nav.result().netAssets().amount();
        for (Position position : nav.result().positions()) {
            Instrument instrument = nav.inputs().instruments().get(position.instrument());
            if (instrument != null && !(instrument instanceof Cash) && whole.signum() > 0) {
                String asset = instrument instanceof Future future ? future.root() + " futures" : instrument.id();
                BigDecimal part = position.notional().amount().movePointRight(2).divide(whole, 4, RoundingMode.HALF_UP);
                exposures.merge(asset, Exposure.NONE.plus(part), (one, other) -> one.plus(part));
            }
        }
        return exposures;
    }

    static JFreeChart of(SortedMap<String, Exposure> exposures) {
        DefaultCategoryDataset bars = new DefaultCategoryDataset();
        exposures.forEach((asset, exposure) -> {
            bars.addValue(exposure.longPart(), LONG, asset);
            bars.addValue(exposure.shortPart(), SHORT, asset);
        });
        StackedBarRenderer pen = new StackedBarRenderer();
        pen.setBarPainter(new StandardBarPainter());
        pen.setShadowVisible(false);
        pen.setMaximumBarWidth(0.12);
        pen.setDrawBarOutline(true);
        pen.setSeriesPaint(0, new Color(0x404040));
        pen.setSeriesPaint(1, Color.WHITE);
        pen.setSeriesOutlinePaint(0, Color.BLACK);
        pen.setSeriesOutlinePaint(1, Color.BLACK);
        pen.setSeriesOutlineStroke(0, Drawing.stroke(0.5f));
        pen.setSeriesOutlineStroke(1, Drawing.stroke(0.5f));
        CategoryAxis assets = new CategoryAxis();
        assets.setTickLabelFont(Drawing.font());
        assets.setAxisLineVisible(false);
        assets.setTickMarksVisible(false);
        NumberAxis percents = Drawing.numbers(null);
        CategoryPlot plot = new CategoryPlot(bars, assets, percents, pen);
        plot.setOrientation(PlotOrientation.HORIZONTAL);
        plot.setRangeGridlinePaint(Drawing.GRID);
        plot.setRangeGridlineStroke(Drawing.stroke(0.4f));
        plot.setRangeZeroBaselineVisible(true);
        plot.setRangeZeroBaselineStroke(Drawing.stroke(0.5f));
        return Drawing.chart(plot, true);
    }
}
