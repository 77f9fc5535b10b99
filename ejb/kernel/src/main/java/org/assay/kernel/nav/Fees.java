package org.assay.kernel.nav;

import org.assay.kernel.fee.Accrual;
import org.assay.kernel.ledger.Account;
import org.assay.kernel.ledger.Tag;

/** The management fee of each class, on its opening net assets after capital, for the calendar days since the last strike (J17); nobody bears one where nobody holds shares. */
final class Fees {
    private Fees() {}

    static void accrue(Day day) {
        if (day.lastStrike().isEmpty()) {
            return;
        }
        for (Day.ClassDay shareClass : day.classes.values()) {
            if (shareClass.base().signum() > 0 && !shareClass.shares.isZero()) {
                shareClass
                        .terms
                        .managementFee()
                        .accrue(shareClass.base(), day.lastStrike().get(), day.date, day.mode)
                        .forEach(accrual -> post(day, shareClass, accrual));
            }
        }
    }

    private static void post(Day day, Day.ClassDay shareClass, Accrual accrual) {
        String code = shareClass.terms.code();
        day.ledger
                .entry("management fee", "FEE:" + code + ":" + accrual.days().from())
                .add(Account.MANAGEMENT_FEE, Tag.ofClass(code), accrual.amount())
                .add(
                        Account.MANAGEMENT_FEE_PAYABLE,
                        Tag.ofClass(code),
                        accrual.amount().negate())
                .post();
        shareClass.ownResult = shareClass.ownResult.minus(accrual.amount());
        day.fees.add(new NavResult.ClassFee(code, accrual));
    }
}
