package org.assay.pack.fund;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import org.assay.kernel.instrument.Bill;
import org.assay.kernel.instrument.Cash;
import org.assay.kernel.instrument.Future;
import org.assay.kernel.instrument.Instrument;
import org.assay.kernel.instrument.Token;
import org.assay.kernel.instrument.UnderlyingUnit;
import org.assay.kernel.money.Currency;

/** An instrument as a row of reference/instruments.csv; a future has a second one in reference/contracts.csv. */
record InstrumentRow(
        String id,
        Kind kind,
        String name,
        Currency currency,
        Optional<Integer> decimals,
        Optional<LocalDate> maturity,
        boolean illustrative) {
    /** The kinds a pack may hold; cash needs no row. */
    enum Kind {
        TOKEN,
        FUTURE,
        BILL
    }

    /** The rest of a future. */
    record Contract(
            InstrumentRow instrument,
            String root,
            YearMonth month,
            UnderlyingUnit unit,
            BigDecimal multiplier,
            BigDecimal tick,
            String calendar,
            Optional<LocalDate> firstNotice,
            LocalDate lastTrade,
            Future.Settlement settlement) {
        Future toFuture() {
            return new Future(
                    instrument.id(),
                    instrument.name(),
                    instrument.currency(),
                    root,
                    month,
                    unit,
                    multiplier,
                    tick,
                    calendar,
                    firstNotice,
                    lastTrade,
                    settlement,
                    instrument.illustrative());
        }

        static Contract of(Future future) {
            return new Contract(
                    InstrumentRow.of(future),
                    future.root(),
                    future.contractMonth(),
                    future.unit(),
                    future.multiplier(),
                    future.tick(),
                    future.calendar(),
                    future.firstNotice(),
                    future.lastTrade(),
                    future.settlement());
        }
    }

    static InstrumentRow of(Instrument instrument) {
        if (instrument instanceof Token token) {
            return row(token, Kind.TOKEN, Optional.of(token.decimals()), Optional.empty());
        }
        if (instrument instanceof Bill bill) {
            return row(bill, Kind.BILL, Optional.empty(), Optional.of(bill.maturity()));
        }
        if (instrument instanceof Future) {
            return row(instrument, Kind.FUTURE, Optional.empty(), Optional.empty());
        }
        if (instrument instanceof Cash) {
            throw new IllegalStateException("cash has no row: " + instrument);
        }
        throw new IllegalStateException("no row for " + instrument);
    }

    private static InstrumentRow row(
            Instrument instrument, Kind kind, Optional<Integer> decimals, Optional<LocalDate> maturity) {
        return new InstrumentRow(
                instrument.id(),
                kind,
                instrument.name(),
                instrument.currency(),
                decimals,
                maturity,
                instrument.illustrative());
    }

    /** Complete but for futures, which need their contract. */
    Optional<Instrument> toInstrument() {
        return switch (kind) {
            case TOKEN -> Optional.of(new Token(id, name, currency, decimals.orElseThrow(), illustrative));
            case BILL -> Optional.of(new Bill(id, name, currency, maturity.orElseThrow(), illustrative));
            case FUTURE -> Optional.empty();
        };
    }
}
