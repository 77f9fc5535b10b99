package org.assay.reports.pdf;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Locale;
import net.sf.jasperreports.engine.JasperReportsContext;
import net.sf.jasperreports.renderers.AbstractRenderer;
import net.sf.jasperreports.renderers.Graphics2DRenderable;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.plot.Plot;

/**
 * Charts side by side, as lines and not as dots, and how a chart looks: black, grey and white, told apart by strokes and
 * shapes. A picture: its figures pass through double, and nothing is read from it.
 */
final class Drawing extends AbstractRenderer implements Graphics2DRenderable {
    static final Color GRID = new Color(0xd0d0d0);
    static final List<BasicStroke> STROKES = List.of(
            stroke(1.1f), stroke(1.1f, 5, 2.5f), stroke(1.1f, 1.2f, 2.2f), stroke(0.7f), stroke(0.7f, 8, 2, 2, 2));

    private final transient List<JFreeChart> charts;

    Drawing(List<JFreeChart> charts) {
        this.charts = List.copyOf(charts);
    }

    @Override
    public void render(JasperReportsContext context, Graphics2D pen, Rectangle2D area) {
        double width = area.getWidth() / charts.size();
        for (int i = 0; i < charts.size(); i++) {
            charts.get(i)
                    .draw(pen, new Rectangle2D.Double(area.getX() + i * width, area.getY(), width, area.getHeight()));
        }
    }

    static JFreeChart chart(Plot plot, boolean legend) {
        plot.setBackgroundPaint(Color.WHITE);
        plot.setOutlineVisible(false);
        JFreeChart chart = new JFreeChart(null, font(), plot, legend);
        chart.setBackgroundPaint(Color.WHITE);
        if (legend) {
            chart.getLegend().setItemFont(font());
            chart.getLegend().setFrame(BlockBorder.NONE);
        }
        return chart;
    }

    static NumberAxis numbers(String label) {
        NumberAxis axis = new NumberAxis(label);
        axis.setStandardTickUnits(NumberAxis.createStandardTickUnits(Locale.ENGLISH));
        axis.setLabelFont(font());
        axis.setTickLabelFont(font());
        axis.setAxisLineVisible(false);
        return axis;
    }

    static Font font() {
        return new Font("DejaVu Sans", Font.PLAIN, 7);
    }

    static BasicStroke stroke(float width, float... dashes) {
        return dashes.length == 0
                ? new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND)
                : new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, dashes, 0);
    }
}
