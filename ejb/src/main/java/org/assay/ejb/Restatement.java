package org.assay.ejb;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assay.db.Branch;
import org.assay.db.FeeLine;
import org.assay.db.Snapshot;
import org.assay.db.StrikeHead;
import org.assay.db.StrikeHead.ClassLine;

/**
 * What a branch changes, day by day: each strike on it beside the one it would replace, or did.
 *
 * @param days in order
 * @param result digest of the last NAV on it, which an approval names; absent while nothing is struck
 * @param behind what is left to strike, and what holds it, while nobody has decided
 */
public record Restatement(Branch branch, List<Day> days, Optional<String> result, Corrections.Behind behind) {
    /**
     * One day.
     *
     * @param was the strike that is replaced
     * @param is the strike on the branch
     * @param classes by code
     */
    public record Day(LocalDate date, StrikeHead was, StrikeHead is, List<ClassChange> classes) {
        public Day {
            classes = List.copyOf(classes);
        }
    }

    /** A class on one day. */
    public record ClassChange(
            String shareClass, Change netAssets, Change shares, Change perShare, List<FeeChange> fees) {
        public ClassChange {
            fees = List.copyOf(fees);
        }
    }

    /** A figure; what it becomes less what it was. */
    public record Change(BigDecimal was, BigDecimal is) {
        public BigDecimal difference() {
            return is.subtract(was);
        }
    }

    /**
     * A fee charged on the day.
     *
     * @param account 5000 management, 5010 administration, 5020 performance
     */
    public record FeeChange(String account, Change amount) {}

    public Restatement {
        days = List.copyOf(days);
    }

    static Restatement of(Snapshot snapshot, Branch branch) {
        List<StrikeHead> struck = snapshot.strikes(branch);
        List<Day> days = new ArrayList<>();
        List<StrikeHead> replaced = new ArrayList<>();
        List<StrikeHead> attempts = struck.isEmpty()
                ? List.of()
                : snapshot.attempts(
                        branch.fund(),
                        struck.get(0).date(),
                        struck.get(struck.size() - 1).date());
        for (StrikeHead is : struck) {
            replaced.add(replaced(attempts, is));
        }
        Map<Long, List<FeeLine>> fees =
                snapshot.fees(Stream.concat(struck.stream(), replaced.stream()).toList()).stream()
                        .collect(Collectors.groupingBy(FeeLine::strike));
        for (int i = 0; i < struck.size(); i++) {
            days.add(day(replaced.get(i), struck.get(i), fees));
        }
        return new Restatement(
                branch,
                days,
                struck.stream().reduce((earlier, later) -> later).map(StrikeHead::result),
                Corrections.Behind.of(snapshot, branch));
    }

    /** The last attempt of the version below that was not given up. */
    private static StrikeHead replaced(List<StrikeHead> attempts, StrikeHead is) {
        return attempts.stream()
                .filter(head -> head.date().equals(is.date()))
                .filter(head -> head.strike().version() == is.strike().version() - 1)
                .filter(head -> head.status() != StrikeHead.Status.ABANDONED)
                .max(Comparator.comparing(head -> head.strike().attempt()))
                .orElseThrow();
    }

    private static Day day(StrikeHead was, StrikeHead is, Map<Long, List<FeeLine>> fees) {
        Map<String, ClassLine> before = lines(was);
        Map<String, ClassLine> after = lines(is);
        TreeSet<String> codes = new TreeSet<>(before.keySet());
        codes.addAll(after.keySet());
        List<FeeLine> feesBefore = fees.getOrDefault(was.id(), List.of());
        List<FeeLine> feesAfter = fees.getOrDefault(is.id(), List.of());
        return new Day(
                is.date(),
                was,
                is,
                codes.stream()
                        .map(code -> change(
                                code,
                                Optional.ofNullable(before.get(code)),
                                Optional.ofNullable(after.get(code)),
                                fees(code, feesBefore, feesAfter)))
                        .toList());
    }

    private static ClassChange change(
            String code, Optional<ClassLine> was, Optional<ClassLine> is, List<FeeChange> fees) {
        return new ClassChange(
                code,
                new Change(figure(was, ClassLine::netAssets), figure(is, ClassLine::netAssets)),
                new Change(figure(was, ClassLine::shares), figure(is, ClassLine::shares)),
                new Change(figure(was, ClassLine::perShare), figure(is, ClassLine::perShare)),
                fees);
    }

    private static List<FeeChange> fees(String code, List<FeeLine> was, List<FeeLine> is) {
        return Stream.concat(was.stream(), is.stream())
                .filter(line -> line.shareClass().equals(code))
                .map(FeeLine::account)
                .distinct()
                .sorted()
                .map(account -> new FeeChange(account, new Change(fee(code, account, was), fee(code, account, is))))
                .toList();
    }

    private static BigDecimal fee(String code, String account, List<FeeLine> lines) {
        return lines.stream()
                .filter(line -> line.shareClass().equals(code) && line.account().equals(account))
                .map(FeeLine::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal figure(Optional<ClassLine> line, Function<ClassLine, BigDecimal> of) {
        return line.map(of).orElse(BigDecimal.ZERO);
    }

    private static Map<String, ClassLine> lines(StrikeHead head) {
        return head.classes().stream().collect(Collectors.toMap(ClassLine::shareClass, line -> line));
    }
}
