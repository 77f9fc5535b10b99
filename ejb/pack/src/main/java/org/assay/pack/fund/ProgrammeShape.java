package org.assay.pack.fund;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.assay.kernel.money.Currency;
import org.assay.kernel.money.Money;
import org.assay.kernel.money.Rate;
import org.assay.kernel.roll.Programme;
import org.assay.pack.table.Format;
import org.assay.pack.table.Formats;
import org.assay.pack.table.Layout;
import org.assay.pack.table.Names;

/** How a roll programme is written in fund.json. */
final class ProgrammeShape {
    private static final int SHORTEST_MONTH = 18;
    private static final int MONTHS = 12;
    private static final Format<BigDecimal> WEIGHTS = Formats.notNegative(Formats.decimal(Rate.SCALE));
    private static final Format<String> MONTH_CODES =
            Format.oneOf(Arrays.asList("F", "G", "H", "J", "K", "M", "N", "Q", "U", "V", "X", "Z"), code -> code);

    private ProgrammeShape() {}

    static Layout<Dated<Programme>> programme(
            Optional<Currency> base, Names<Currency> currencies, Names<String> places) {
        var draft = new Layout.Draft<Dated<Programme>>();
        var id = draft.field("id", Formats.ID, row -> row.value().id());
        var root = draft.field("root", Formats.ID, row -> row.value().root());
        var place = draft.field("place", places.format(), row -> row.value().location());
        var first = draft.field(
                "first_business_day",
                Formats.COUNTS.where(n -> n >= 1, "at least 1"),
                row -> row.value().firstBusinessDay());
        var weights = draft.field("weights", WEIGHTS.list(), row -> row.value().weights());
        var designated =
                draft.field("designated", MONTH_CODES.list(), row -> row.value().designated());
        var execution = draft.field(
                "execution",
                Format.oneOf(Programme.Execution.class),
                row -> row.value().execution());
        var hardStop =
                draft.field("hard_stop_days", Formats.COUNTS, row -> row.value().hardStopDays());
        var commission = draft.field(
                "commission_per_lot",
                Formats.notNegative(Formats.amount()),
                row -> row.value().commissionPerLot().amount());
        // Commission is in base currency unless it says otherwise, as it must for a chain quoted in another one.
        var currency = draft.optional(
                "commission_currency",
                currencies.format(),
                row -> Optional.of(row.value().commissionPerLot().currency())
                        .filter(other -> !base.equals(Optional.of(other))));
        var from = draft.field("from", Formats.DATES, Dated::from);
        draft.expect(
                weights, cells -> sum(cells.get(weights)).compareTo(BigDecimal.ONE) == 0, "weights that add up to 1");
        draft.expect(
                weights,
                cells -> cells.get(first) + cells.get(weights).size() - 1 <= SHORTEST_MONTH,
                "a window that ends by business day 18, which every month has");
        draft.expect(
                designated,
                cells -> cells.get(designated).size() == MONTHS,
                "twelve month codes: the contract held at the start of January, February, and so on");
        draft.expect(
                commission,
                cells -> cells.get(currency)
                        .or(() -> base)
                        .filter(in -> Cents.fits(cells.get(commission), in))
                        .isPresent(),
                "an amount at the minor unit of its currency");
        return draft.reads(cells -> new Dated<>(
                cells.get(from),
                new Programme(
                        cells.get(id),
                        cells.get(root),
                        cells.get(place),
                        cells.get(first),
                        cells.get(weights),
                        cells.get(designated),
                        cells.get(execution),
                        cells.get(hardStop),
                        new Money(
                                cells.get(commission),
                                cells.get(currency).or(() -> base).orElseThrow()))));
    }

    private static BigDecimal sum(List<BigDecimal> weights) {
        return weights.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
