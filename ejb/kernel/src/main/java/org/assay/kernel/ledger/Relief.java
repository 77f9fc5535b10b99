package org.assay.kernel.ledger;

import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.assay.kernel.money.Quantity;

/**
 * Which lots a sale takes, first in first out, and what stays.
 *
 * @param taken pieces in the order they were taken, each with the cost and carried result it takes along
 * @param left lots still open, in order
 * @param missing what could not be taken because there was no more, zero or above
 */
public record Relief(List<Lot> taken, List<Lot> left, Quantity missing) {
    public Relief {
        taken = List.copyOf(taken);
        left = List.copyOf(left);
    }

    /**
     * @param lots of one instrument at one place, in FIFO order, all of one sign
     * @param quantity to take, above zero, from lots of either sign
     */
    public static Relief fifo(List<Lot> lots, Quantity quantity, RoundingMode mode) {
        List<Lot> taken = new ArrayList<>();
        List<Lot> left = new ArrayList<>();
        Quantity open = quantity;
        for (Lot lot : lots) {
            Quantity take = open.min(lot.quantity().abs());
            if (take.isZero()) {
                left.add(lot);
                continue;
            }
            Lot piece = lot.piece(lot.quantity().signum() < 0 ? take.negate() : take, mode);
            taken.add(piece);
            if (!piece.quantity().equals(lot.quantity())) {
                left.add(lot.without(piece));
            }
            open = open.minus(take);
        }
        return new Relief(taken, left, open);
    }
}
