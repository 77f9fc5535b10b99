package org.assay.kernel.nav;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.assay.kernel.ledger.Entry;
import org.assay.kernel.ledger.Line;
import org.assay.kernel.ledger.Lot;
import org.assay.kernel.money.Money;
import org.assay.kernel.money.Price;
import org.assay.kernel.nav.NavResult.ClassNav;
import org.assay.kernel.nav.NavResult.FutureProof;
import org.assay.kernel.nav.NavResult.Position;
import org.assay.kernel.pricing.Mark;

/** Plants one wrong figure in a copy of a good result. */
final class Planting {
    private Planting() {}

    interface LineChange {
        Line apply(Entry entry, Line line);
    }

    /** Changes the lines of the first entry that the change touches. */
    static NavResult lines(NavResult result, LineChange change) {
        List<Entry> entries = new ArrayList<>(result.entries());
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            List<Line> lines = entry.lines().stream()
                    .map(line -> change.apply(entry, line))
                    .toList();
            if (!lines.equals(entry.lines())) {
                entries.set(i, new Entry(entry.id(), entry.date(), entry.kind(), entry.fact(), lines));
                break;
            }
        }
        return copy(
                result,
                result.classes(),
                result.positions(),
                result.futures(),
                entries,
                result.closing().lots(),
                result.closing().marks());
    }

    static Line moved(Line line, Money by) {
        return new Line(
                line.account(), line.tag(), line.local().plus(by), line.base().plus(by));
    }

    static NavResult classes(NavResult result, UnaryOperator<ClassNav> change) {
        return allClasses(result, first(result.classes(), nav -> true, change));
    }

    static NavResult allClasses(NavResult result, List<ClassNav> classes) {
        return copy(
                result,
                classes,
                result.positions(),
                result.futures(),
                result.entries(),
                result.closing().lots(),
                result.closing().marks());
    }

    static NavResult futures(NavResult result, UnaryOperator<FutureProof> change) {
        List<FutureProof> futures = first(result.futures(), proof -> true, change);
        return copy(
                result,
                result.classes(),
                result.positions(),
                futures,
                result.entries(),
                result.closing().lots(),
                result.closing().marks());
    }

    static NavResult positions(NavResult result, Predicate<Position> which, UnaryOperator<Position> change) {
        List<Position> positions = first(result.positions(), which, change);
        return copy(
                result,
                result.classes(),
                positions,
                result.futures(),
                result.entries(),
                result.closing().lots(),
                result.closing().marks());
    }

    static NavResult lots(NavResult result, UnaryOperator<Lot> change) {
        List<Lot> lots = first(result.closing().lots(), lot -> lot.instrument().equals("RENDER"), change);
        return copy(
                result,
                result.classes(),
                result.positions(),
                result.futures(),
                result.entries(),
                lots,
                result.closing().marks());
    }

    static NavResult marks(NavResult result, UnaryOperator<Mark> change) {
        List<Mark> marks =
                first(result.closing().marks(), mark -> mark.instrument().equals("RENDER"), change);
        return copy(
                result,
                result.classes(),
                result.positions(),
                result.futures(),
                result.entries(),
                result.closing().lots(),
                marks);
    }

    static boolean isFuture(Position position) {
        return position.instrument().startsWith("ILL-H100");
    }

    static Position value(Position position, Money marketValue, Price price) {
        return new Position(
                position.instrument(),
                position.state(),
                position.location(),
                position.quantity(),
                price,
                position.cost(),
                marketValue,
                position.pricePart(),
                position.currencyPart(),
                position.notional());
    }

    private static <T> List<T> first(List<T> rows, Predicate<T> which, UnaryOperator<T> change) {
        List<T> changed = new ArrayList<>(rows);
        for (int i = 0; i < changed.size(); i++) {
            if (which.test(changed.get(i))) {
                changed.set(i, change.apply(changed.get(i)));
                return changed;
            }
        }
        throw new IllegalStateException("nothing to plant in");
    }

    private static NavResult copy(
            NavResult result,
            List<ClassNav> classes,
            List<Position> positions,
            List<FutureProof> futures,
            List<Entry> entries,
            List<Lot> lots,
            List<Mark> marks) {
        Books closing = result.closing();
        return new NavResult(
                result.fund(),
                result.date(),
                result.inputs(),
                result.status(),
                result.netAssets(),
                classes,
                positions,
                futures,
                result.fees(),
                result.rolls(),
                entries,
                result.movements(),
                result.controls(),
                List.of(),
                new Books(
                        closing.struck(),
                        closing.balances(),
                        lots,
                        closing.classes(),
                        closing.orders(),
                        closing.deals(),
                        closing.dues(),
                        marks,
                        closing.marginRates(),
                        closing.margins(),
                        closing.rolls()),
                result.estimates());
    }
}
