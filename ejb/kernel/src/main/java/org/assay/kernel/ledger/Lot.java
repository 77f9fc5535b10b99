package org.assay.kernel.ledger;

import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Comparator;
import org.assay.kernel.money.Money;
import org.assay.kernel.money.Price;
import org.assay.kernel.money.Quantity;

/**
 * What is left of one purchase, or of one opening trade of a future.
 *
 * @param id the fact that opened it
 * @param location wallet, custodian or broker; lots are relieved within it
 * @param opened trade date
 * @param quantity left; negative for a short future
 * @param price it was opened at
 * @param marked the price up to which a future's margin is counted; for everything else the price of the last mark
 * @param cost left, in the instrument's currency; nothing for a future
 * @param baseCost the same at the rates it was bought at
 * @param pricePart of the unrealised result carried, in base currency; for a future what was counted as margin since it opened
 * @param currencyPart of the unrealised result carried, in base currency
 * @param margin counted since it opened, in the instrument's currency; nothing but for a future
 */
public record Lot(
        String id,
        String instrument,
        String location,
        LocalDate opened,
        Quantity quantity,
        Price price,
        Price marked,
        Money cost,
        Money baseCost,
        Money pricePart,
        Money currencyPart,
        Money margin) {

    /** First in, first out: by trade date, ties by id. */
    public static final Comparator<Lot> FIFO = Comparator.comparing(Lot::instrument)
            .thenComparing(Lot::location)
            .thenComparing(Lot::opened)
            .thenComparing(Lot::id);

    /** The carried unrealised result, in base currency. */
    public Money unrealised() {
        return pricePart.plus(currencyPart);
    }

    /** The part of this lot that {@code part} of its quantity carries; all of it takes all that is left (rule G5). */
    public Lot piece(Quantity part, RoundingMode mode) {
        return new Lot(
                id,
                instrument,
                location,
                opened,
                part,
                price,
                marked,
                share(cost, part, mode),
                share(baseCost, part, mode),
                share(pricePart, part, mode),
                share(currencyPart, part, mode),
                share(margin, part, mode));
    }

    /** What is left of it once {@code piece} is gone: nothing is lost between the two. */
    public Lot without(Lot piece) {
        return new Lot(
                id,
                instrument,
                location,
                opened,
                quantity.minus(piece.quantity),
                price,
                marked,
                cost.minus(piece.cost),
                baseCost.minus(piece.baseCost),
                pricePart.minus(piece.pricePart),
                currencyPart.minus(piece.currencyPart),
                margin.minus(piece.margin));
    }

    public Lot withCost(Money newCost, Money newBaseCost) {
        return new Lot(
                id,
                instrument,
                location,
                opened,
                quantity,
                price,
                marked,
                newCost,
                newBaseCost,
                pricePart,
                currencyPart,
                margin);
    }

    public Lot withMark(Price at, Money newPricePart, Money newCurrencyPart, Money newMargin) {
        return new Lot(
                id,
                instrument,
                location,
                opened,
                quantity,
                price,
                at,
                cost,
                baseCost,
                newPricePart,
                newCurrencyPart,
                newMargin);
    }

    private Money share(Money whole, Quantity part, RoundingMode mode) {
        return whole.share(part.units(), quantity.units(), mode);
    }
}
