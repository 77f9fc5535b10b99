package org.assay.reports.pdf;

import static org.assay.reports.pdf.Section.row;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.assay.kernel.Finding;
import org.assay.kernel.fee.Accrual;
import org.assay.kernel.ledger.Account;
import org.assay.kernel.ledger.Balance;
import org.assay.kernel.money.Money;
import org.assay.kernel.money.Plain;
import org.assay.kernel.nav.NavResult.ClassFee;
import org.assay.kernel.nav.NavResult.Control;
import org.assay.reports.StruckNav;

/** Fees, trial balance, controls and findings: the pages that show how the first one came about. */
final class Books {
    private Books() {}

    static Section fees(StruckNav nav) {
        List<Map<String, ?>> rows = new ArrayList<>();
        Money total = Money.zero(nav.fund().base());
        for (ClassFee fee : nav.result().fees()) {
            total = total.plus(fee.accrual().amount());
            rows.add(fee(fee));
        }
        rows.add(row("total", "shareClass", "Total", "amount", Figures.of(total)));
        return section(
                nav,
                "fees",
                rows,
                "Taken of opening net assets after capital, for the calendar days since the last strike, rounded once for each"
                        + " row; a month is final with its last day.");
    }

    static Section trialBalance(StruckNav nav) {
        Money zero = Money.zero(nav.fund().base());
        Map<Account, Money> sums = new EnumMap<>(Account.class);
        for (Balance balance : nav.result().closing().balances()) {
            sums.merge(balance.key().account(), balance.base(), Money::plus);
        }
        List<Map<String, ?>> rows = new ArrayList<>();
        Money debits = zero;
        Money credits = zero;
        for (Map.Entry<Account, Money> sum : sums.entrySet()) {
            boolean debit = sum.getValue().signum() > 0;
            Money side = sum.getValue().abs();
            debits = debit ? debits.plus(side) : debits;
            credits = debit ? credits : credits.plus(side);
            rows.add(row(
                    "row",
                    "account",
                    sum.getKey().code(),
                    "label",
                    sum.getKey().label(),
                    "type",
                    word(sum.getKey().type()),
                    "debit",
                    Figures.of(debit ? side : zero),
                    "credit",
                    Figures.of(debit ? zero : side)));
        }
        rows.add(row("total", "account", "Total", "debit", Figures.of(debits), "credit", Figures.of(credits)));
        String note = debits.equals(credits)
                ? "Debits and credits agree."
                : "Debits and credits DIFFER by " + Figures.inText(debits.minus(credits)) + ".";
        return section(nav, "trial-balance", rows, note);
    }

    static Section controls(StruckNav nav) {
        List<Map<String, ?>> rows = new ArrayList<>();
        long failed = 0;
        for (Control control : nav.result().controls()) {
            failed += control.failed() > 0 ? 1 : 0;
            rows.add(row(
                    "row",
                    "code",
                    control.code(),
                    "claim",
                    Wording.claim(control.code()),
                    "tested",
                    Figures.count(control.tested()),
                    "failed",
                    Figures.count(control.failed()),
                    "outcome",
                    control.failed() == 0 ? "pass" : "FAIL"));
        }
        int ran = nav.result().controls().size();
        String note = failed == 0
                ? "All %s controls that ran have passed.".formatted(ran)
                : "%s of %s controls have something to say; each of their findings stands below."
                        .formatted(failed, ran);
        return section(nav, "controls", rows, note + " Controls re-add the result by other ways than it was made.");
    }

    static Section findings(StruckNav nav) {
        List<Map<String, ?>> rows = new ArrayList<>();
        for (Finding finding : nav.result().findings()) {
            rows.add(row(
                    "row",
                    "control",
                    finding.control(),
                    "severity",
                    word(finding.severity()),
                    "subject",
                    finding.subject(),
                    "measured",
                    Figures.plain(finding.measured()),
                    "limit",
                    Figures.plain(finding.limit()),
                    "text",
                    finding.text()));
        }
        if (rows.isEmpty()) {
            rows.add(row("quiet", "control", "None."));
        }
        return section(
                nav,
                "findings",
                rows,
                "Review: a second person looks before the NAV is published. Block: the NAV is held.");
    }

    private static Map<String, ?> fee(ClassFee fee) {
        Accrual accrual = fee.accrual();
        BigDecimal percent = accrual.ratePerYear().fraction().movePointRight(2);
        String yearDays = accrual.dayCount().label().replaceAll(".*/", "");
        return row(
                "row",
                "shareClass",
                fee.shareClass(),
                "from",
                accrual.days().from().toString(),
                "to",
                accrual.days().to().minusDays(1).toString(),
                "days",
                Figures.count(accrual.days().days()),
                "base",
                Figures.of(accrual.base()),
                "rate",
                Figures.plain(percent),
                "dayCount",
                accrual.dayCount().label(),
                "amount",
                Figures.of(accrual.amount()),
                "working",
                "%s x %s%% x %s / %s = %s"
                        .formatted(
                                Figures.inText(accrual.base()),
                                Plain.text(percent),
                                accrual.days().days(),
                                yearDays,
                                Figures.of(accrual.amount())));
    }

    private static Section section(StruckNav nav, String layout, List<Map<String, ?>> rows, String note) {
        return new Section(layout, rows, Map.of("currency", nav.fund().base().code(), "note", note));
    }

    private static String word(Enum<?> constant) {
        String name = constant.name();
        return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
    }
}
