package org.assay.reports.pdf;

import static org.assay.reports.pdf.Section.row;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.assay.kernel.instrument.Future;
import org.assay.kernel.money.Currency;
import org.assay.kernel.money.Money;
import org.assay.kernel.nav.NavResult.FutureProof;
import org.assay.kernel.roll.RollStep;
import org.assay.reports.StruckNav;

/** What contracts are open, that their margin is what they gained, and what the programmes did. */
final class Futures {
    private Futures() {}

    static Section of(StruckNav nav) {
        List<Map<String, ?>> rows = new ArrayList<>();
        SortedSet<String> units = new TreeSet<>();
        SortedMap<Currency, List<FutureProof>> byCurrency = new TreeMap<>();
        for (FutureProof proof : nav.result().futures()) {
            Future future = (Future) nav.inputs().instruments().get(proof.instrument());
            units.add(unit(future));
            byCurrency
                    .computeIfAbsent(future.currency(), key -> new ArrayList<>())
                    .add(proof);
            rows.add(contract(proof, future));
        }
        byCurrency.forEach((currency, proofs) -> rows.add(total(currency, proofs)));
        if (rows.isEmpty()) {
            rows.add(row("quiet", "contract", "None was held or traded."));
        }
        String note =
                "Margin is paid in cash every exchange day, so a future has no value in net assets but what is not yet"
                        + " paid (accounts 1030 and 2030). Closed contracts stay until they have ended. "
                        + (units.isEmpty() ? "" : "A unit is: " + String.join("; ", units) + ".");
        return new Section("futures", rows, Map.of("currency", nav.fund().base().code(), "note", note));
    }

    static Section rolls(StruckNav nav) {
        List<Map<String, ?>> rows = new ArrayList<>();
        for (RollStep step : nav.result().rolls()) {
            rows.add(row(
                    "row",
                    "programme",
                    step.programme(),
                    "near",
                    step.near().toString(),
                    "far",
                    step.far().toString(),
                    "day",
                    Figures.count(step.businessDay()),
                    "share",
                    Figures.plain(step.share().movePointRight(2)),
                    "target",
                    Figures.of(step.target()),
                    "done",
                    Figures.of(step.done()),
                    "owed",
                    Figures.of(step.owed())));
        }
        return new Section(
                "rolls",
                rows,
                Map.of(
                        "currency",
                        nav.fund().base().code(),
                        "note",
                        "Lots that could not be moved are reported as a finding under ROLL."));
    }

    private static Map<String, ?> contract(FutureProof proof, Future future) {
        BigDecimal notional = proof.settlement()
                .map(settlement -> future.exposure(proof.lots(), settlement))
                .orElse(BigDecimal.ZERO);
        return row(
                "row",
                "contract",
                future.id(),
                "place",
                proof.location(),
                "lots",
                Figures.of(proof.lots()),
                "multiplier",
                Figures.plain(future.multiplier()),
                "settlement",
                proof.settlement().map(Figures::of).orElse(""),
                "notional",
                Figures.exact(notional, future.currency().decimals()),
                "today",
                Figures.of(proof.margin()),
                "paid",
                Figures.of(proof.paid()),
                "realised",
                Figures.of(proof.realised()),
                "unrealised",
                Figures.of(proof.unrealised()),
                "difference",
                Figures.of(difference(proof)),
                "required",
                Figures.of(proof.required()));
    }

    private static Map<String, ?> total(Currency currency, List<FutureProof> proofs) {
        return row(
                "total",
                "contract",
                "Total " + currency,
                "today",
                Figures.of(sum(currency, proofs, FutureProof::margin)),
                "paid",
                Figures.of(sum(currency, proofs, FutureProof::paid)),
                "realised",
                Figures.of(sum(currency, proofs, FutureProof::realised)),
                "unrealised",
                Figures.of(sum(currency, proofs, FutureProof::unrealised)),
                "difference",
                Figures.of(sum(currency, proofs, Futures::difference)),
                "required",
                Figures.of(sum(currency, proofs, FutureProof::required)));
    }

    private static Money sum(Currency currency, List<FutureProof> proofs, Function<FutureProof, Money> figure) {
        return proofs.stream().map(figure).reduce(Money.zero(currency), Money::plus);
    }

    /** Reads zero, or control C11 has failed. */
    private static Money difference(FutureProof proof) {
        return proof.paid().minus(proof.realised()).minus(proof.unrealised());
    }

    private static String unit(Future future) {
        return "%s, %s"
                .formatted(
                        future.root(),
                        switch (future.unit()) {
                            case CRYPTO_TOKEN -> "one token of a compute network";
                            case GPU_HOUR -> "one hour of one accelerator";
                            case MILLION_LLM_TOKENS -> "one million tokens of text";
                            case INDEX_POINT -> "one point of the index";
                            case COMMODITY_UNIT -> "one unit of the commodity";
                        });
    }
}
