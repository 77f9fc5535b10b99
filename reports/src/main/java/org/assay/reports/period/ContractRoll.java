package org.assay.reports.period;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.assay.kernel.instrument.Future;
import org.assay.kernel.ledger.Account;
import org.assay.kernel.ledger.Entry;
import org.assay.kernel.ledger.Line;
import org.assay.kernel.ledger.Lot;
import org.assay.kernel.ledger.LotMovement;
import org.assay.kernel.ledger.Tag;
import org.assay.kernel.ledger.Trade;
import org.assay.kernel.money.Currency;
import org.assay.kernel.money.Money;
import org.assay.kernel.money.Quantity;
import org.assay.kernel.nav.MarginAccount;
import org.assay.kernel.nav.NavResult.FutureProof;
import org.assay.reports.StruckDay;

/**
 * What was done in futures over a period, by contract and broker. The margin of the period comes from the days' proofs,
 * realised and unrealised results from the proofs at its two ends; control C11 of a day says the one is the other two, and so
 * it must be over a period: margin = realised + unrealised at the end - unrealised at the start.
 */
final class ContractRoll {
    private final Money zero;
    private final SortedMap<String, Contract> contracts = new TreeMap<>();

    /** One contract at one broker; money in the contract's currency unless it says base. */
    static final class Contract {
        final String instrument;
        final String place;
        final Currency currency;
        Quantity opening = Quantity.ZERO;
        Quantity bought = Quantity.ZERO;
        Quantity sold = Quantity.ZERO;
        Quantity rolledIn = Quantity.ZERO;
        Quantity rolledOut = Quantity.ZERO;
        Quantity expired = Quantity.ZERO;
        /** As the last strike holds it. */
        Quantity lots = Quantity.ZERO;

        Money margin;
        Money realisedBefore;
        Money unrealisedBefore;
        Money realisedSince;
        Money unrealised;
        /** What the journal has on 4020 and 4120, gains positive. */
        Money postedRealised;

        Money postedUnrealised;
        Money baseRealised;
        Money baseUnrealised;
        Money baseCommission;

        private Contract(Future future, String place, Money zero) {
            this.instrument = future.id();
            this.place = place;
            this.currency = future.currency();
            Money none = Money.zero(currency);
            margin = none;
            realisedBefore = none;
            unrealisedBefore = none;
            realisedSince = none;
            unrealised = none;
            postedRealised = none;
            postedUnrealised = none;
            baseRealised = zero;
            baseUnrealised = zero;
            baseCommission = zero;
        }

        /** Nothing was held, and nothing happened but that the contract had not ended yet. */
        boolean isQuiet() {
            return opening.isZero()
                    && bought.isZero()
                    && sold.isZero()
                    && rolledIn.isZero()
                    && rolledOut.isZero()
                    && expired.isZero()
                    && margin.isZero()
                    && baseCommission.isZero();
        }

        Quantity closing() {
            return opening.plus(bought)
                    .minus(sold)
                    .plus(rolledIn)
                    .minus(rolledOut)
                    .plus(expired);
        }

        /** Of the period. */
        Money realised() {
            return realisedSince.minus(realisedBefore);
        }

        Money changeOfUnrealised() {
            return unrealised.minus(unrealisedBefore);
        }
    }

    ContractRoll(StruckDay first) {
        zero = Money.zero(first.inputs().terms().base());
        for (Lot lot : first.inputs().opening().lots()) {
            contract(first, lot.instrument(), lot.location()).ifPresent(contract -> {
                contract.opening = contract.opening.plus(lot.quantity());
                contract.unrealisedBefore = contract.unrealisedBefore.plus(lot.margin());
            });
        }
        for (MarginAccount account : first.inputs().opening().margins()) {
            contract(first, account.instrument(), account.location()).ifPresent(contract -> {
                contract.realisedBefore = account.realised();
                contract.realisedSince = account.realised();
            });
        }
    }

    void add(StruckDay day) {
        Set<String> bought = day.inputs().facts().stream()
                .filter(Trade.class::isInstance)
                .map(Trade.class::cast)
                .filter(trade -> trade.programme().isEmpty())
                .map(trade -> trade.stamp().id())
                .collect(Collectors.toSet());
        for (LotMovement movement : day.result().movements()) {
            contract(day, movement.instrument(), movement.location())
                    .ifPresent(contract -> move(contract, movement, bought.contains(movement.fact())));
        }
        for (FutureProof proof : day.result().futures()) {
            Contract contract =
                    contract(day, proof.instrument(), proof.location()).orElseThrow();
            contract.margin = contract.margin.plus(proof.margin());
            contract.realisedSince = proof.realised();
            contract.unrealised = proof.unrealised();
        }
        for (Entry entry : day.result().entries()) {
            entry.lines().forEach(line -> post(day, line));
        }
    }

    private static void move(Contract contract, LotMovement movement, boolean isOwnTrade) {
        Quantity quantity = movement.quantity();
        if (Dealings.isFinal(movement.fact())) {
            contract.expired = contract.expired.plus(quantity);
        } else if (quantity.signum() > 0) {
            contract.bought = isOwnTrade ? contract.bought.plus(quantity) : contract.bought;
            contract.rolledIn = isOwnTrade ? contract.rolledIn : contract.rolledIn.plus(quantity);
        } else {
            contract.sold = isOwnTrade ? contract.sold.minus(quantity) : contract.sold;
            contract.rolledOut = isOwnTrade ? contract.rolledOut : contract.rolledOut.minus(quantity);
        }
    }

    private void post(StruckDay day, Line line) {
        Tag tag = line.tag();
        Optional<Contract> found =
                tag.instrument().flatMap(id -> tag.location().flatMap(place -> contract(day, id, place)));
        if (found.isEmpty()) {
            return;
        }
        Contract contract = found.get();
        if (line.account() == Account.REALISED_FUTURES) {
            contract.postedRealised = contract.postedRealised.minus(line.local());
            contract.baseRealised = contract.baseRealised.minus(line.base());
        } else if (line.account() == Account.CHANGE_UNREALISED_FUTURES) {
            contract.postedUnrealised = contract.postedUnrealised.minus(line.local());
            contract.baseUnrealised = contract.baseUnrealised.minus(line.base());
        } else if (line.account() == Account.COMMISSION) {
            contract.baseCommission = contract.baseCommission.plus(line.base());
        }
    }

    void close(List<Lot> lots) {
        for (Lot lot : lots) {
            Optional.ofNullable(contracts.get(key(lot.instrument(), lot.location())))
                    .ifPresent(contract -> contract.lots = contract.lots.plus(lot.quantity()));
        }
    }

    /** Those held or traded, in the order of their ids. */
    List<Contract> contracts() {
        return contracts.values().stream()
                .filter(contract -> !contract.isQuiet())
                .toList();
    }

    private Optional<Contract> contract(StruckDay day, String id, String place) {
        return day.inputs().instruments().get(id) instanceof Future future
                ? Optional.of(contracts.computeIfAbsent(key(id, place), key -> new Contract(future, place, zero)))
                : Optional.empty();
    }

    private static String key(String instrument, String place) {
        return instrument + " " + place;
    }
}
