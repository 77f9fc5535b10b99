package org.assay.kernel.nav;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.assay.kernel.Finding;
import org.assay.kernel.fee.Accrual;
import org.assay.kernel.ledger.Entry;
import org.assay.kernel.ledger.LotMovement;
import org.assay.kernel.money.Money;
import org.assay.kernel.money.Price;
import org.assay.kernel.money.Quantity;
import org.assay.kernel.pricing.Estimate;
import org.assay.kernel.roll.RollStep;

/**
 * All a strike decided.
 *
 * @param inputs digest of what it was made of
 * @param netAssets of the fund, in base currency
 * @param classes in the order of their codes
 * @param positions everything held at the close, cash included
 * @param futures the margin proof of every contract held, traded or ended on the day
 * @param fees each class's accruals with their computation
 * @param rolls what the programmes wanted and what was done
 * @param entries the journal of the day
 * @param movements what happened to lots
 * @param controls each control that ran, with the number of things it tested and found wrong
 * @param findings what the controls have to say
 * @param closing the books the next strike opens with
 * @param estimates prices used that nobody observed, with what they were made of
 */
public record NavResult(
        String fund,
        LocalDate date,
        String inputs,
        Status status,
        Money netAssets,
        List<ClassNav> classes,
        List<Position> positions,
        List<FutureProof> futures,
        List<ClassFee> fees,
        List<RollStep> rolls,
        List<Entry> entries,
        List<LotMovement> movements,
        List<Control> controls,
        List<Finding> findings,
        Books closing,
        @AddedLater List<Estimate> estimates) {

    /** What a strike by itself decides; approval and publication are decisions of people, appended later. */
    public enum Status {
        /** A hard control failed: the fund stops until it is cleared. */
        HELD,
        /** Awaits a second person; the next day may be struck. */
        REVIEW
    }

    /**
     * A class at the close.
     *
     * @param allocated its part of the fund's result of the day
     * @param flow capital that entered at the open, redemptions negative
     */
    public record ClassNav(
            String shareClass, Money netAssets, Quantity shares, Price perShare, Money allocated, Money flow) {}

    /**
     * Something held.
     *
     * @param price used; 1 for cash
     * @param cost in base currency
     * @param marketValue on the balance sheet, in base currency: zero for a future
     * @param pricePart of unrealised, in base currency
     * @param currencyPart of unrealised, in base currency
     * @param notional economic exposure, in base currency
     */
    public record Position(
            String instrument,
            State state,
            String location,
            Quantity quantity,
            Price price,
            Money cost,
            Money marketValue,
            Money pricePart,
            Money currencyPart,
            Money notional) {
        public Money unrealised() {
            return pricePart.plus(currencyPart);
        }
    }

    /** What may be done with a position. */
    public enum State {
        /** At the fund's free disposal. */
        LIQUID,
        /** Deposited as initial margin. */
        RESTRICTED
    }

    /**
     * A contract's margin, in its own currency.
     *
     * @param margin variation margin of the day
     * @param paid the same since the contract was first traded
     * @param realised result of closed lots since then
     * @param unrealised of open lots, from their own prices
     * @param required initial margin
     */
    public record FutureProof(
            String instrument,
            String location,
            Quantity lots,
            Optional<Price> settlement,
            Money margin,
            Money paid,
            Money realised,
            Money unrealised,
            Money required) {}

    /** One accrual of one class. */
    public record ClassFee(String shareClass, Accrual accrual) {}

    /** How a control came out. */
    public record Control(String code, int tested, int failed) {}

    public NavResult {
        classes = List.copyOf(classes);
        positions = List.copyOf(positions);
        futures = List.copyOf(futures);
        fees = List.copyOf(fees);
        rolls = List.copyOf(rolls);
        entries = List.copyOf(entries);
        movements = List.copyOf(movements);
        controls = List.copyOf(controls);
        estimates = List.copyOf(estimates);
        findings = findings.stream().sorted(Finding.ORDER).toList();
    }

    /** How the price of an instrument was estimated; empty when it was observed, or carried. */
    public Optional<Estimate> estimate(String instrument) {
        return estimates.stream()
                .filter(estimate -> estimate.last().instrument().equals(instrument))
                .findFirst();
    }

    /** SHA-256 of everything above. */
    public String digest() {
        return Digest.of(this);
    }

    /** That, and the digest of the books it closed: who keeps a strike needs both, and one walk gives them. */
    public Digests digests() {
        return Digest.of(this, closing);
    }

    /** @param books as {@link Books#digest} gives it */
    public record Digests(String result, String books) {}
}
