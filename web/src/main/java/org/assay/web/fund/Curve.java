package org.assay.web.fund;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.assay.kernel.instrument.Future;
import org.assay.kernel.ledger.Lot;
import org.assay.kernel.money.Price;
import org.assay.kernel.money.Quantity;
import org.assay.kernel.nav.NavInputs;
import org.assay.kernel.nav.NavResult;
import org.assay.kernel.pricing.Quote;
import org.assay.web.figure.ChartParts;
import org.assay.web.figure.Figure;

/**
 * The months of a chain with their settlements, as a strike knew them: a curve of expectations and premium, not of carry.
 *
 * @param unit {@code USD per GPU hour}
 * @param points in the order of their months
 */
public record Curve(String root, String unit, List<Point> points) {
    private static final int WIDE_POINT = 4;

    /**
     * A contract month.
     *
     * @param price settlement
     * @param of the day it was settled on, older than the close when none came
     * @param over the nearest month, in price
     * @param lots held
     */
    public record Point(
            String contract,
            String month,
            Price price,
            String unit,
            Figure settlement,
            String of,
            Figure over,
            String lastTrade,
            Figure lots) {}

    public Curve {
        points = List.copyOf(points);
    }

    /** Of every chain the fund holds a contract of, or rolls. */
    static List<Curve> of(NavInputs inputs, NavResult result) {
        SortedMap<String, List<Future>> chains = new TreeMap<>();
        inputs.instruments().values().stream()
                .filter(Future.class::isInstance)
                .map(Future.class::cast)
                .filter(future -> !future.lastTrade().isBefore(result.date()))
                .sorted(Comparator.comparing(Future::contractMonth))
                .forEach(future -> chains.computeIfAbsent(future.root(), root -> new ArrayList<>())
                        .add(future));
        return chains.entrySet().stream()
                .filter(chain -> isOurs(chain.getKey(), chain.getValue(), inputs, result))
                .map(chain -> of(chain.getKey(), chain.getValue(), inputs, result))
                .filter(curve -> !curve.points().isEmpty())
                .toList();
    }

    private static boolean isOurs(String root, List<Future> chain, NavInputs inputs, NavResult result) {
        return inputs.terms().programmes().stream()
                        .anyMatch(programme -> programme.root().equals(root))
                || chain.stream().anyMatch(future -> !lots(future, result).isZero());
    }

    private static Curve of(String root, List<Future> chain, NavInputs inputs, NavResult result) {
        List<Point> points = new ArrayList<>();
        for (Future future : chain) {
            settlement(future, inputs).ifPresent(quote -> points.add(point(future, quote, points, result)));
        }
        return new Curve(root, unit(chain.get(0)), points);
    }

    private static String unit(Future future) {
        String unit = switch (future.unit()) {
            case CRYPTO_TOKEN -> "token";
            case GPU_HOUR -> "GPU hour";
            case MILLION_LLM_TOKENS -> "million LLM tokens";
            case INDEX_POINT -> "index point";
            case COMMODITY_UNIT -> "unit";
        };
        return "%s per %s".formatted(future.currency(), unit);
    }

    private static Point point(Future future, Quote quote, List<Point> before, NavResult result) {
        Optional<Price> nearest = before.stream().map(Point::price).findFirst();
        return new Point(
                future.id(),
                future.contractMonth().toString(),
                quote.price(),
                unit(future),
                Figure.of(quote.price()),
                quote.date().toString(),
                nearest.map(near -> Figure.plain(quote.price().perUnit().subtract(near.perUnit())))
                        .orElse(Figure.NONE),
                future.lastTrade().toString(),
                Figure.of(lots(future, result)));
    }

    private static Optional<Quote> settlement(Future future, NavInputs inputs) {
        return inputs.quotes().stream()
                .filter(quote -> quote.kind() == Quote.Kind.SETTLEMENT)
                .filter(quote -> quote.instrument().equals(future.id()))
                .reduce((earlier, later) -> later);
    }

    private static Quantity lots(Future future, NavResult result) {
        return result.closing().lots().stream()
                .filter(lot -> lot.instrument().equals(future.id()))
                .map(Lot::quantity)
                .reduce(Quantity.ZERO, Quantity::plus);
    }

    /** As Chart.js wants it. */
    public String getChart() {
        JsonArrayBuilder data = Json.createArrayBuilder();
        points.forEach(point -> data.add(point.price().perUnit()));
        int decimals = points.stream()
                .map(point -> point.price().perUnit().stripTrailingZeros())
                .mapToInt(BigDecimal::scale)
                .max()
                .orElse(0);
        return ChartParts.chart(
                "line",
                ChartParts.texts(points.stream().map(Point::month).toList()),
                Json.createArrayBuilder().add(ChartParts.line(root, data, 0).add("pointRadius", WIDE_POINT)),
                ChartParts.options(false, unit, 2, Math.max(2, decimals)));
    }
}
