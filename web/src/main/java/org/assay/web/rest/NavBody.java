package org.assay.web.rest;

import java.util.List;
import org.assay.kernel.Finding;
import org.assay.kernel.ledger.Account;
import org.assay.kernel.money.Money;
import org.assay.kernel.nav.Books;
import org.assay.kernel.nav.NavResult;
import org.assay.kernel.roll.RollStep;

/** A NAV, whole but for its journal: what the strike decided, as the strike names it. */
public record NavBody(
        StrikeBody head,
        List<NavResult.ClassNav> classes,
        List<NavResult.Position> positions,
        List<NavResult.FutureProof> futures,
        List<NavResult.ClassFee> fees,
        List<AccountBody> trialBalance,
        List<NavResult.Control> controls,
        List<Finding> findings,
        List<RollStep> rolls) {
    /**
     * What an account holds at the close.
     *
     * @param type asset, liability, capital, income or expense
     * @param balance in base currency; debits are positive
     */
    public record AccountBody(String account, String label, Account.Type type, Money balance) {
        private static List<AccountBody> of(Books books) {
            return books.trialBalance().entrySet().stream()
                    .map(sum -> new AccountBody(
                            sum.getKey().code(),
                            sum.getKey().label(),
                            sum.getKey().type(),
                            sum.getValue()))
                    .toList();
        }
    }

    static NavBody of(StrikeBody head, NavResult result) {
        return new NavBody(
                head,
                result.classes(),
                result.positions(),
                result.futures(),
                result.fees(),
                AccountBody.of(result.closing()),
                result.controls(),
                result.findings(),
                result.rolls());
    }
}
