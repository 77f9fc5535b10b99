package org.assay.reports.workbook;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import org.assay.kernel.ledger.Account;
import org.assay.kernel.money.Money;

/** The trial balance, with what lots, prices, margin and fees lead to worked in; net assets are its first two sides. */
final class LedgerSheet {
    private static final String UNREALISED_CURRENCY = "SUM(Investment_Currency)+SUM(Money_Revaluation)";

    /** What formulas add to what stands on Balances. */
    private static final Map<Account, String> DERIVED = new EnumMap<>(Map.of(
            Account.TOKENS_AT_COST, "+SUMIFS(Lot_BaseCost,Lot_Account,A%s,Lot_Fate,\"open\")",
            Account.SECURITIES_AT_COST, "+SUMIFS(Lot_BaseCost,Lot_Account,A%s,Lot_Fate,\"open\")",
            Account.REALISED_FUTURES, "-SUM(Future_ClosedInBase)",
            Account.UNREALISED_PRICE, "+SUM(Investment_Price)",
            Account.UNREALISED_CURRENCY, "+" + UNREALISED_CURRENCY,
            Account.CHANGE_UNREALISED_PRICE, "-SUM(Investment_Price)",
            Account.CHANGE_UNREALISED_CURRENCY, "-(" + UNREALISED_CURRENCY + ")",
            Account.CHANGE_UNREALISED_FUTURES, "-SUM(Future_OpenInBase)",
            Account.MANAGEMENT_FEE, "+SUM(Fee_Amount)"));

    private final Book book;
    private final Known known;
    private final TieOut ties;
    private final SortedMap<Account, Money> struck;
    private final SortedSet<Account> accounts = new TreeSet<>();

    LedgerSheet(Book book, Known known, TieOut ties) {
        this.book = book;
        this.known = known;
        this.ties = ties;
        struck = known.nav.result().closing().trialBalance();
        accounts.addAll(struck.keySet());
        known.balances().forEach(balance -> accounts.add(balance.key().account()));
        accounts.addAll(DERIVED.keySet());
        accounts.add(Account.VARIATION_MARGIN_RECEIVABLE);
        accounts.add(Account.VARIATION_MARGIN_PAYABLE);
    }

    /** The name other sheets need before this one can be written. */
    void names() {
        book.name("Fund_NetAssets", "'Trial balance'!$D$" + (Grid.FIRST + accounts.size() + 1));
    }

    void write() {
        Grid grid = new Grid(
                book,
                Tab.TRIAL_BALANCE,
                "Balances, and what formulas add to them from lots, prices, margin and fees. Debits are positive in Balance.",
                "Account",
                "Name",
                "Side",
                "Balance " + known.base(),
                "Debit",
                "Credit");
        for (Account account : accounts) {
            int line = grid.row().line();
            String from = Known.isMoney(account)
                    ? "SUMIFS(Money_Carried,Money_Account,A%s)".formatted(line)
                    : "SUMIFS(Balance_Base,Balance_Account,A%s)".formatted(line);
            String derived = DERIVED.getOrDefault(account, "").formatted(line);
            grid.text(account.code())
                    .text(account.label())
                    .text(account.type().name().toLowerCase(Locale.ROOT))
                    .formula("ROUND(%s%s,%s)".formatted(from, derived, known.decimals), known.decimals)
                    .formula("MAX(D%s,0)".formatted(line), known.decimals)
                    .formula("MAX(-D%s,0)".formatted(line), known.decimals);
            ties.add(
                    "account " + account.code(),
                    "'Trial balance'!D" + line,
                    struck.getOrDefault(account, Money.zero(known.base())).amount(),
                    known.decimals);
        }
        int last = grid.line();
        String range = "%1$s%2$s:%1$s%3$s";
        grid.totalRow().text("Total").skip().skip();
        grid.formula(
                        "ROUND(SUM(%s),%s)".formatted(range.formatted("D", Grid.FIRST, last), known.decimals),
                        known.decimals)
                .nameCell("Ledger_Difference");
        for (String side : new String[] {"E", "F"}) {
            grid.formula(
                    "ROUND(SUM(%s),%s)".formatted(range.formatted(side, Grid.FIRST, last), known.decimals),
                    known.decimals);
        }
        String sides = range.formatted("C", Grid.FIRST, last);
        String balances = range.formatted("D", Grid.FIRST, last);
        grid.totalRow().text("Net assets").skip().skip();
        grid.formula(
                "ROUND(SUMIFS(%2$s,%1$s,\"asset\")+SUMIFS(%2$s,%1$s,\"liability\"),%3$s)"
                        .formatted(sides, balances, known.decimals),
                known.decimals);
        ties.add(
                "net assets of the fund",
                "Fund_NetAssets",
                known.nav.result().netAssets().amount(),
                known.decimals);
        grid.close();
    }
}
