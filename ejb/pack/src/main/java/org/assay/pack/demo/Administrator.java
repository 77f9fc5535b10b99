package org.assay.pack.demo;

import org.assay.kernel.ledger.Account;
import org.assay.kernel.ledger.BalanceKey;
import org.assay.kernel.ledger.CashMovement.Kind;
import org.assay.kernel.ledger.Tag;
import org.assay.kernel.money.Money;
import org.assay.kernel.nav.CashInterest;
import org.assay.kernel.nav.ShareClass;
import org.assay.pack.fund.Dated;
import org.assay.pack.fund.FundFile;

/** At the start of a month, what had accrued by the end of the last one is settled to the cent: interest and fees. */
final class Administrator implements Desk {
    private final FactBook facts;
    private final FundFile fund;

    Administrator(FactBook facts, FundFile fund) {
        this.facts = facts;
        this.fund = fund;
    }

    @Override
    public void act(Look look) {
        if (!look.opensMonth()) {
            return;
        }
        for (CashInterest interest : fund.interest().stream().map(Dated::value).toList()) {
            Money earned = Look.balance(
                    look.monthEnd(),
                    new BalanceKey(Account.INTEREST_RECEIVABLE, Tag.at(interest.place()), interest.currency()));
            if (earned.signum() > 0) {
                facts.cash(facts.id("C"), look.day(), Kind.INTEREST, interest.place(), earned);
            }
        }
        for (ShareClass shareClass : fund.allClasses()) {
            Money owed = Look.balance(
                            look.monthEnd(),
                            new BalanceKey(Account.MANAGEMENT_FEE_PAYABLE, Tag.ofClass(shareClass.code()), fund.base()))
                    .negate();
            if (owed.signum() > 0) {
                facts.fee(facts.id("C"), look.day(), shareClass.code(), owed);
            }
        }
    }
}
