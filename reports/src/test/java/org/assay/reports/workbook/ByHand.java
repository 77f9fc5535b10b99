package org.assay.reports.workbook;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.assay.kernel.nav.ClassState;
import org.assay.kernel.nav.NavResult.ClassNav;
import org.assay.kernel.nav.NavResult.Position;
import org.assay.reports.StruckNav;

/**
 * What NAV per share comes to when something else had been known, worked with a pencil: neither with the kernel's arithmetic nor
 * with the workbook's. Of funds in dollars whose classes all have holders and gained something.
 */
final class ByHand {
    private static final BigDecimal CENT = new BigDecimal("0.01");

    private final StruckNav nav;

    ByHand(StruckNav nav) {
        this.nav = nav;
    }

    /** A price by so much higher, a quantity by so much larger: the position is worth units x price, to the cent. */
    BigDecimal gain(String instrument, BigDecimal moreUnits, BigDecimal morePrice) {
        Position position = position(instrument);
        BigDecimal units = position.quantity().units().add(moreUnits);
        BigDecimal price = position.price().perUnit().add(morePrice);
        return cents(units.multiply(price)).subtract(position.marketValue().amount());
    }

    /** Open lots x units a lot x the move of the settlement. */
    BigDecimal margin(String contract, BigDecimal unitsInLot, BigDecimal morePrice) {
        return cents(position(contract).quantity().units().multiply(unitsInLot).multiply(morePrice));
    }

    Position position(String instrument) {
        List<Position> positions = nav.result().positions().stream()
                .filter(position -> position.instrument().equals(instrument))
                .toList();
        if (positions.size() != 1) {
            throw new IllegalArgumentException("%s positions in %s".formatted(positions.size(), instrument));
        }
        return positions.get(0);
    }

    /**
     * NAV per share of each class when the fund gained so much more and one class paid so much more of its own fee: the fund's
     * result by net assets at the last strike with capital entered, cut to the cent, cents left over to the largest remainders.
     */
    SortedMap<String, BigDecimal> perShare(BigDecimal moreGain, String payer, BigDecimal moreFee) {
        List<ClassNav> classes = nav.result().classes();
        BigDecimal whole = moreGain;
        BigDecimal bases = BigDecimal.ZERO;
        for (ClassNav each : classes) {
            whole = whole.add(each.allocated().amount());
            bases = bases.add(base(each));
        }
        List<BigDecimal> exact = new ArrayList<>();
        List<BigDecimal> parts = new ArrayList<>();
        BigDecimal left = whole.abs();
        for (ClassNav each : classes) {
            exact.add(whole.abs().multiply(base(each)).divide(bases, 12, RoundingMode.DOWN));
            parts.add(exact.get(exact.size() - 1).setScale(2, RoundingMode.DOWN));
            left = left.subtract(parts.get(parts.size() - 1));
        }
        List<Integer> byRemainder = new ArrayList<>();
        for (int i = 0; i < classes.size(); i++) {
            byRemainder.add(i);
        }
        byRemainder.sort(Comparator.comparing((Integer i) -> exact.get(i).subtract(parts.get(i)))
                .reversed());
        for (int i = 0; left.signum() > 0; i++) {
            int next = byRemainder.get(i);
            parts.set(next, parts.get(next).add(CENT));
            left = left.subtract(CENT);
        }
        SortedMap<String, BigDecimal> perShare = new TreeMap<>();
        for (int i = 0; i < classes.size(); i++) {
            ClassNav each = classes.get(i);
            BigDecimal part = whole.signum() < 0 ? parts.get(i).negate() : parts.get(i);
            BigDecimal fee = each.shareClass().equals(payer) ? moreFee : BigDecimal.ZERO;
            BigDecimal netAssets = each.netAssets()
                    .amount()
                    .subtract(each.allocated().amount())
                    .add(part)
                    .subtract(fee);
            perShare.put(each.shareClass(), netAssets.divide(each.shares().units(), 4, RoundingMode.HALF_UP));
        }
        return perShare;
    }

    BigDecimal base(ClassNav each) {
        BigDecimal before = nav.inputs().opening().classes().stream()
                .filter(state -> state.shareClass().equals(each.shareClass()))
                .map(ClassState::netAssets)
                .findFirst()
                .orElseThrow()
                .amount();
        return before.add(each.flow().amount());
    }

    static BigDecimal cents(BigDecimal exact) {
        return exact.setScale(2, RoundingMode.HALF_UP);
    }
}
