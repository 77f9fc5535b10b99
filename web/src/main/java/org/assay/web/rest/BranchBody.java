package org.assay.web.rest;

import jakarta.json.bind.annotation.JsonbProperty;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.assay.db.Branch;
import org.assay.db.StrikeHead;
import org.assay.ejb.Restatement;
import org.assay.ejb.StruckNavs;
import org.assay.pack.fund.FundFile;

/**
 * A restatement in the making, or one that was decided.
 *
 * @param from the first day it strikes again
 * @param known what every strike on it knows
 * @param status Open, Approved or Abandoned
 */
public record BranchBody(
        long id,
        String fund,
        LocalDate from,
        Instant known,
        String reason,
        String openedBy,
        Instant openedAt,
        String status,
        Optional<String> decidedBy,
        Optional<Instant> decidedAt,
        Optional<String> decidedFor) {
    /**
     * The same with what it changes.
     *
     * @param result digest of the last NAV on it; an approval names it
     */
    public record Compared(BranchBody branch, Optional<String> result, List<Day> days) {}

    /** One day: the strike that is replaced, and the one on the branch. */
    public record Day(LocalDate date, Version was, Version is, List<ClassChange> classes) {}

    /** Which strike. */
    public record Version(int version, int attempt, String status, String result) {
        static Version of(StrikeHead head) {
            return new Version(
                    head.strike().version(),
                    head.strike().attempt(),
                    head.isHeld() ? "Held" : StruckNavs.word(head.status()),
                    head.result());
        }
    }

    /** A class on one day. */
    public record ClassChange(
            @JsonbProperty("class") String shareClass,
            Change netAssets,
            Change shares,
            Change navPerShare,
            List<FeeChange> fees) {}

    /** @param difference is less was */
    public record Change(String was, String is, String difference) {
        static Change of(Restatement.Change change, int decimals) {
            return new Change(
                    figure(change.was(), decimals),
                    figure(change.is(), decimals),
                    figure(change.difference(), decimals));
        }

        private static String figure(BigDecimal number, int decimals) {
            return StrikeBody.figure(number, decimals);
        }
    }

    /** @param account 5000 management, 5010 administration, 5020 performance */
    public record FeeChange(String account, Change amount) {}

    static BranchBody of(Branch branch) {
        return new BranchBody(
                branch.id(),
                branch.fund(),
                branch.from(),
                branch.known(),
                branch.reason(),
                branch.openedBy(),
                branch.openedAt(),
                branch.word()
                        .map(word -> word.act() == Branch.Act.APPROVE ? "Approved" : "Abandoned")
                        .orElse("Open"),
                branch.word().map(Branch.Word::by),
                branch.word().map(Branch.Word::at),
                branch.word().map(Branch.Word::reason));
    }

    static Compared of(Restatement restatement, FundFile terms) {
        return new Compared(
                of(restatement.branch()),
                restatement.result(),
                restatement.days().stream().map(day -> day(day, terms)).toList());
    }

    private static Day day(Restatement.Day day, FundFile terms) {
        return new Day(
                day.date(),
                Version.of(day.was()),
                Version.of(day.is()),
                day.classes().stream().map(change -> change(change, terms)).toList());
    }

    private static ClassChange change(Restatement.ClassChange change, FundFile terms) {
        int cents = terms.base().decimals();
        return new ClassChange(
                change.shareClass(),
                Change.of(change.netAssets(), cents),
                Change.of(change.shares(), 0),
                Change.of(change.perShare(), StrikeBody.priceDecimals(terms, change.shareClass())),
                change.fees().stream()
                        .map(fee -> new FeeChange(fee.account(), Change.of(fee.amount(), cents)))
                        .toList());
    }
}
