package org.assay.pack.demo;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.assay.kernel.instrument.Bill;
import org.assay.kernel.instrument.Future;
import org.assay.kernel.instrument.Token;
import org.assay.kernel.ledger.CapitalOrder.Side;
import org.assay.kernel.ledger.CashMovement.Kind;
import org.assay.kernel.ledger.Fact;
import org.assay.kernel.money.Currency;
import org.assay.kernel.money.Money;
import org.assay.kernel.money.Quantity;

/** What happens to ILL-COMPUTE, day by day, at the prices of its market. */
final class IllustrativeFacts {
    private final FactBook facts;

    IllustrativeFacts(Market market) {
        facts = new FactBook(market, IllustrativeTerms.exchange());
        capital();
        futures();
        bills();
        tokens();
        cash();
    }

    List<Fact> all() {
        return facts.all();
    }

    private void capital() {
        subscription("S-001", "2026-01-05", "A", "Investor 1", "20000000.00", "2026-01-05");
        subscription("S-002", "2026-01-05", "I", "Investor 2", "30000000.00", "2026-01-05");
        subscription("S-003", "2026-01-20", "A", "Investor 3", "1250000.00", "2026-01-22");
        subscription("S-004", "2026-02-13", "I", "Investor 4", "4000000.00", "2026-02-18");
        subscription("S-005", "2026-03-31", "A", "Investor 5", "750000.00", "2026-03-31");
        subscription("S-006", "2026-05-15", "I", "Investor 2", "2500000.00", "2026-05-19");
        redemption("R-001", "2026-02-27", "I", "Investor 2", Optional.empty(), shares("12000.0000"), "2026-03-04");
        redemption("R-002", "2026-03-31", "A", "Investor 1", amount("600000.00"), Optional.empty(), "2026-04-06");
        redemption("R-003", "2026-04-30", "A", "Investor 3", Optional.empty(), shares("2500.5000"), "2026-05-05");
    }

    /** The contract held at the start of January is February's; the programme does the rest. */
    private void futures() {
        facts.margin("M-001", date("2026-01-05"), "ILL-H100", usd("400.00"));
        facts.margin("M-002", date("2026-03-16"), "ILL-H100", usd("550.00"));
        facts.cash(
                "C-001",
                date("2026-01-06"),
                Kind.TRANSFER,
                FactBook.BANK,
                usd("3000000.00"),
                Optional.of(FactBook.FCM),
                Optional.empty());
        future("T-001", "2026-01-06", IllustrativeTerms.contracts().get(0), "2857", "3571.25");
        future("T-090", "2026-04-07", IllustrativeTerms.contracts().get(3), "-357", "446.25");
    }

    /** One million stands as collateral at the broker, the rest lies with the custodian. */
    private void bills() {
        bill("T-002", "2026-01-06", IllustrativeTerms.APRIL, FactBook.FCM, "1000000");
        bill("T-003", "2026-01-06", IllustrativeTerms.APRIL, FactBook.VAULT, "12000000");
        bill("T-091", "2026-04-06", IllustrativeTerms.JULY, FactBook.FCM, "1500000");
        bill("T-092", "2026-04-06", IllustrativeTerms.JULY, FactBook.VAULT, "10000000");
    }

    private void tokens() {
        token("T-010", "2026-01-06", IllustrativeTerms.RENDER, "400000");
        token("T-011", "2026-01-07", IllustrativeTerms.RENDER, "250000.5");
        token("T-012", "2026-01-07", IllustrativeTerms.AKT, "900000");
        token("T-013", "2026-01-08", IllustrativeTerms.TAO, "9000.123456789");
        token("T-014", "2026-01-26", IllustrativeTerms.TAO, "1500");
        token("T-015", "2026-02-10", IllustrativeTerms.AKT, "-150000.25");
        facts.replaced(
                "T-016",
                "T-017",
                date("2026-02-19"),
                IllustrativeTerms.RENDER,
                new BigDecimal("120000"),
                new BigDecimal("12000"));
        token("T-018", "2026-02-25", IllustrativeTerms.RENDER, "-300000");
        facts.late("T-019", date("2026-03-03"), date("2026-03-05"), IllustrativeTerms.AKT, new BigDecimal("200000"));
        token("T-020", "2026-03-24", IllustrativeTerms.AKT, "-100000");
        token("T-021", "2026-04-15", IllustrativeTerms.TAO, "1200");
        token("T-022", "2026-05-06", IllustrativeTerms.TAO, "-2500.5");
        token("T-023", "2026-05-20", IllustrativeTerms.RENDER, "60000");
    }

    private void cash() {
        facts.cash(
                "C-002",
                date("2026-01-07"),
                Kind.EXCHANGE,
                FactBook.BANK,
                usd("325000.00"),
                Optional.of(FactBook.BANK),
                Optional.of(eur("299800.00")));
        String[] paid = {"2026-01-29", "2026-02-26", "2026-03-27", "2026-04-29", "2026-05-28"};
        String[] invoices = {"18250.00", "18250.00", "24400.50", "18250.00", "19025.75"};
        for (int i = 0; i < paid.length; i++) {
            facts.cash("C-1" + i + "0", date(paid[i]), Kind.EXPENSE, FactBook.BANK, eur(invoices[i]));
        }
        String[] received = {"2026-02-02", "2026-03-02", "2026-04-01", "2026-05-01"};
        String[] interest = {"48000.00", "47000.00", "40000.00", "45000.00"};
        String[] feesA = {"21000.00", "23500.00", "25500.00", "24000.00"};
        String[] feesI = {"14500.00", "17500.00", "19500.00", "19000.00"};
        for (int i = 0; i < received.length; i++) {
            LocalDate day = date(received[i]);
            facts.cash("C-2" + i + "0", day, Kind.INTEREST, FactBook.BANK, usd(interest[i]));
            facts.fee("C-3" + i + "0", day, "A", usd(feesA[i]));
            facts.fee("C-3" + i + "1", day, "I", usd(feesI[i]));
        }
    }

    private void subscription(String id, String day, String code, String investor, String amount, String settles) {
        facts.order(id, date(day), Side.SUBSCRIPTION, code, investor, amount(amount), Optional.empty(), date(settles));
    }

    private void redemption(
            String id,
            String day,
            String code,
            String investor,
            Optional<Money> amount,
            Optional<Quantity> shares,
            String settles) {
        facts.order(id, date(day), Side.REDEMPTION, code, investor, amount, shares, date(settles));
    }

    private void future(String id, String day, Future future, String lots, String commission) {
        facts.trade(id, date(day), future, FactBook.FCM, new BigDecimal(lots), usd(commission), 0);
    }

    private void bill(String id, String day, Bill bill, String place, String face) {
        facts.trade(id, date(day), bill, place, new BigDecimal(face), usd("0.00"), 1);
    }

    private void token(String id, String day, Token token, String units) {
        facts.token(id, date(day), token, new BigDecimal(units));
    }

    private static Optional<Money> amount(String amount) {
        return Optional.of(usd(amount));
    }

    private static Optional<Quantity> shares(String shares) {
        return Optional.of(new Quantity(new BigDecimal(shares)));
    }

    private static Money usd(String amount) {
        return money(amount, IllustrativeTerms.USD);
    }

    private static Money eur(String amount) {
        return money(amount, IllustrativeTerms.EUR);
    }

    private static Money money(String amount, Currency currency) {
        return new Money(new BigDecimal(amount), currency);
    }

    private static LocalDate date(String date) {
        return LocalDate.parse(date);
    }
}
