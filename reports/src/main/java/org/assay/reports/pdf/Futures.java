package org.assay.reports.pdf;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.assay.kernel.instrument.Future;
import org.assay.kernel.money.Currency;
import org.assay.kernel.money.Money;
import org.assay.kernel.nav.NavResult.FutureProof;
import org.assay.kernel.pricing.Mark;
import org.assay.kernel.pricing.Quote;
import org.assay.reports.StruckNav;
import org.assay.reports.layout.Figures;
import org.assay.reports.layout.Section;
import org.assay.reports.layout.Table;

/** What contracts are open, that their margin is what they gained, and by which settlements. */
final class Futures {
    private Futures() {}

    /** C11 and C12: margin since the first trade is realised plus unrealised, and nothing of it is counted twice. */
    static Section proof(StruckNav nav) {
        Table table = Table.of("futures", nav.fund().base());
        SortedMap<Currency, List<FutureProof>> byCurrency = new TreeMap<>();
        for (FutureProof proof : nav.result().futures()) {
            Future future = future(nav, proof);
            byCurrency
                    .computeIfAbsent(future.currency(), key -> new ArrayList<>())
                    .add(proof);
            contract(table, proof, future);
        }
        byCurrency.forEach((currency, proofs) -> total(table, currency, proofs));
        if (byCurrency.isEmpty()) {
            return table.line("No future was held or traded.").section();
        }
        Journal journal = new Journal(nav);
        Money value = nav.result().positions().stream()
                .filter(position -> nav.inputs().instruments().get(position.instrument()) instanceof Future)
                .map(position -> position.marketValue())
                .reduce(journal.zero(), Money::plus);
        return table.check(
                        "margin less realised less unrealised, of every contract",
                        nav.result().futures().stream().map(Futures::difference).toArray(Money[]::new))
                .check("value of futures in the schedule of investments, where they must have none", value)
                .note(
                        "Margin is paid in cash every exchange day, so a future has no value in net assets but what is not yet"
                                + " paid (accounts 1030 and 2030). Closed contracts stay until they have ended.")
                .section();
    }

    static Section settlements(StruckNav nav) {
        Table table = Table.of("settlements", nav.fund().base());
        for (Mark mark : nav.result().closing().marks()) {
            if (nav.inputs().instruments().get(mark.instrument()) instanceof Future future
                    && nav.result().futures().stream()
                            .anyMatch(proof -> proof.instrument().equals(future.id()))) {
                Optional<UsedPrice> price = UsedPrice.of(nav, future);
                Optional<Quote> quote = UsedPrice.quote(nav, mark);
                table.row(
                        future.id(),
                        Wording.unit(future.unit()),
                        future.firstNotice(),
                        future.lastTrade(),
                        Wording.word(future.settlement()),
                        mark.price(),
                        price.map(UsedPrice::level),
                        price.map(UsedPrice::source),
                        quote.flatMap(Quote::volume).map(Figures::plain),
                        quote.flatMap(Quote::openInterest).map(Figures::plain));
            }
        }
        return table.orLine("No future was held or traded.").section();
    }

    private static Future future(StruckNav nav, FutureProof proof) {
        return (Future) nav.inputs().instruments().get(proof.instrument());
    }

    private static void contract(Table table, FutureProof proof, Future future) {
        BigDecimal notional = proof.settlement()
                .map(settlement -> future.exposure(proof.lots(), settlement))
                .orElse(BigDecimal.ZERO);
        table.row(
                future.id(),
                proof.location(),
                proof.lots(),
                Figures.plain(future.multiplier()),
                proof.settlement(),
                Figures.exact(notional, future.currency().decimals()),
                proof.margin(),
                proof.paid(),
                proof.realised(),
                proof.unrealised(),
                difference(proof),
                proof.required());
    }

    private static void total(Table table, Currency currency, List<FutureProof> proofs) {
        table.total(
                "Total " + currency,
                "",
                "",
                "",
                "",
                "",
                sum(currency, proofs, FutureProof::margin),
                sum(currency, proofs, FutureProof::paid),
                sum(currency, proofs, FutureProof::realised),
                sum(currency, proofs, FutureProof::unrealised),
                sum(currency, proofs, Futures::difference),
                sum(currency, proofs, FutureProof::required));
    }

    private static Money sum(Currency currency, List<FutureProof> proofs, Function<FutureProof, Money> figure) {
        return proofs.stream().map(figure).reduce(Money.zero(currency), Money::plus);
    }

    /** Reads zero, or control C11 has failed. */
    private static Money difference(FutureProof proof) {
        return proof.paid().minus(proof.realised()).minus(proof.unrealised());
    }
}
