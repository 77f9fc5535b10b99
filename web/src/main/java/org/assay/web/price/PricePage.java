package org.assay.web.price;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.assay.db.PriceProposal;
import org.assay.ejb.Prices;
import org.assay.ejb.StruckNavs;
import org.assay.kernel.Finding;
import org.assay.kernel.FundException;
import org.assay.kernel.money.Price;
import org.assay.kernel.nav.NavInputs;
import org.assay.kernel.pricing.Mark;
import org.assay.kernel.pricing.Quote;
import org.assay.web.figure.ChartParts;
import org.assay.web.figure.Figure;
import org.assay.web.figure.Moments;
import org.assay.web.figure.Tile;
import org.assay.web.nav.Kinds;
import org.assay.web.shell.Asked;
import org.assay.web.shell.Known;

/** One price of one day: what is odd about it, what there is to look at, and what a person says. */
@Named
@RequestScoped
public class PricePage {
    private static final Set<String> OF_PRICES = Set.of("C20", "C21", "C36");

    @Inject
    private Prices prices;

    @Inject
    private Known known;

    private final String fund = Asked.parameter("fund");
    private final String date = Asked.parameter("date");
    private final String instrument = Asked.parameter("instrument");
    private Optional<Prices.Sheet> sheet = Optional.empty();

    /** A price of the series; {@code move} since the one before it. */
    public record PriceRow(
            String date,
            String time,
            String kind,
            Figure price,
            Figure move,
            String source,
            String recorded,
            String evidence,
            String chip) {}

    /** What a control says. */
    public record FindingRow(String control, String what, String text, String severity) {}

    /** Answers 404 when there is no such price; the rest of the page need not ask again. */
    public void look() throws IOException {
        try {
            sheet();
        } catch (FundException | DateTimeParseException notThere) {
            Asked.isNotThere("no such price");
        }
    }

    Prices.Sheet sheet() {
        if (sheet.isEmpty()) {
            sheet = Optional.of(prices.sheet(fund, LocalDate.parse(date), instrument, known.moment()));
        }
        return sheet.get();
    }

    /** Somebody has just acted: what is shown next is read anew. */
    void forget() {
        sheet = Optional.empty();
    }

    ZoneId zone() {
        return sheet().fund().terms().dayEnd(sheet().date()).point().zone();
    }

    public String getName() {
        return sheet().fund().terms().name();
    }

    public String getInstrumentName() {
        return sheet().instrument().name();
    }

    public String getStatus() {
        return sheet().head().map(head -> StruckNavs.word(head.status())).orElse("Waiting");
    }

    public String getCurrency() {
        return sheet().instrument().currency().code();
    }

    public String getSub() {
        return "%s · %s · valuation point %s"
                .formatted(
                        Kinds.of(sheet().instrument()),
                        instrument,
                        Moments.at(
                                sheet().fund()
                                        .terms()
                                        .dayEnd(sheet().date())
                                        .point()
                                        .on(sheet().date()),
                                zone()));
    }

    /** The price used, when it was seen, what hangs on it; nothing where the day is not struck. */
    public List<Tile> getTiles() {
        return sheet().nav()
                .map(nav -> {
                    List<Tile> tiles = new ArrayList<>();
                    mark(nav.result().closing().marks()).ifPresent(mark -> {
                        tiles.add(new Tile(
                                Figure.of(mark.price()),
                                "Price used, %s; seen %s"
                                        .formatted(getCurrency(), Moments.local(mark.time(), zone()))));
                        before(nav.inputs())
                                .ifPresent(past -> tiles.add(new Tile(
                                        Figure.percent(
                                                mark.price().since(past.price()),
                                                past.price().perUnit()),
                                        "Move, %%; before it was %s, of %s"
                                                .formatted(
                                                        Figure.of(past.price()).text(), past.date()))));
                    });
                    tiles.add(new Tile(
                            Figure.basisPoints(
                                    PricesPage.exposure(nav, instrument),
                                    nav.result().netAssets().amount()),
                            "bp of net assets hang on it"));
                    return tiles;
                })
                .orElse(List.of());
    }

    private Optional<Mark> before(NavInputs inputs) {
        return mark(inputs.opening().marks());
    }

    private Optional<Mark> mark(List<Mark> marks) {
        return marks.stream()
                .filter(mark -> mark.instrument().equals(instrument))
                .findFirst();
    }

    /** What the controls over prices say of it. */
    public List<FindingRow> getFindings() {
        return sheet().nav().stream()
                .flatMap(nav -> nav.result().findings().stream())
                .filter(finding -> finding.subject().equals(instrument) && OF_PRICES.contains(finding.control()))
                .map(finding -> new FindingRow(
                        finding.control(),
                        PricesPage.what(finding.control()),
                        finding.text(),
                        switch (finding.severity()) {
                            case INFO -> "Note";
                            case REVIEW -> "Review";
                            case BLOCK -> "Held";
                        }))
                .toList();
    }

    /** The newest first. */
    public List<PriceRow> getSeries() {
        Set<String> outlying = sheet().outlying().stream()
                .map(Finding::date)
                .map(LocalDate::toString)
                .collect(Collectors.toSet());
        List<PriceRow> rows = new ArrayList<>();
        Optional<Quote> before = Optional.empty();
        for (Quote quote : sheet().series()) {
            rows.add(row(quote, before, outlying));
            before = Optional.of(quote);
        }
        Collections.reverse(rows);
        return rows;
    }

    private PriceRow row(Quote quote, Optional<Quote> before, Set<String> outlying) {
        String chip = quote.source().equals(PriceProposal.MANUAL)
                ? "Manual"
                : outlying.contains(quote.date().toString()) ? "Outlying" : "";
        return new PriceRow(
                quote.date().toString(),
                Moments.local(quote.time(), zone()),
                quote.kind().name().substring(0, 1)
                        + quote.kind().name().substring(1).toLowerCase(Locale.ROOT),
                Figure.of(quote.price()),
                before.map(past -> Figure.percent(
                                quote.price().since(past.price()), past.price().perUnit()))
                        .orElse(Figure.NONE),
                quote.source(),
                Moments.local(quote.recorded(), zone()),
                quote.evidence().orElse(""),
                chip);
    }

    public String getChart() {
        List<Quote> daily = sheet().series().stream()
                .filter(quote -> quote.kind() != Quote.Kind.FINAL)
                .toList();
        JsonArrayBuilder prices = Json.createArrayBuilder();
        daily.forEach(quote -> prices.add(quote.price().perUnit()));
        return ChartParts.chart(
                "line",
                ChartParts.texts(
                        daily.stream().map(quote -> quote.date().toString()).toList()),
                Json.createArrayBuilder().add(ChartParts.line(instrument, prices, 0)),
                ChartParts.options(false, getCurrency() + " a unit", 2, Price.SCALE));
    }

    public String getFund() {
        return fund;
    }

    public String getDate() {
        return date;
    }

    public String getInstrument() {
        return instrument;
    }
}
