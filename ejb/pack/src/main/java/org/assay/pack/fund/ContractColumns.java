package org.assay.pack.fund;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.function.Function;
import org.assay.kernel.instrument.Future;
import org.assay.kernel.instrument.UnderlyingUnit;
import org.assay.pack.fund.InstrumentRow.Contract;
import org.assay.pack.table.Cells;
import org.assay.pack.table.Column;
import org.assay.pack.table.Format;
import org.assay.pack.table.Formats;
import org.assay.pack.table.Layout;

/** The columns of a contract's terms, as the exchange published them. */
record ContractColumns(
        Column<String> root,
        Column<YearMonth> month,
        Column<UnderlyingUnit> unit,
        Column<BigDecimal> multiplier,
        Column<BigDecimal> tick,
        Column<CalendarTerms> calendar,
        Column<Optional<LocalDate>> notice,
        Column<LocalDate> last,
        Column<Future.Settlement> settlement) {
    private static final Format<BigDecimal> SIZES = Formats.aboveZero(Formats.decimal(10));

    static <T> ContractColumns of(Layout.Draft<T> draft, Reference reference, Function<T, Contract> of) {
        return new ContractColumns(
                draft.field("root", Formats.ID, of.andThen(Contract::root)),
                draft.field("contract_month", Formats.MONTHS, of.andThen(Contract::month)),
                draft.field("unit", Format.oneOf(UnderlyingUnit.class), of.andThen(Contract::unit)),
                draft.field("multiplier", SIZES, of.andThen(Contract::multiplier)),
                draft.field("tick", SIZES, of.andThen(Contract::tick)),
                draft.field(
                        "calendar",
                        reference.calendars().format(),
                        of.andThen(row -> reference.calendars().get(row.calendar()))),
                draft.optional("first_notice", Formats.DATES, of.andThen(Contract::firstNotice)),
                draft.field("last_trade", Formats.DATES, of.andThen(Contract::lastTrade)),
                draft.field("settlement", Format.oneOf(Future.Settlement.class), of.andThen(Contract::settlement)));
    }

    Contract contract(Cells cells, InstrumentRow instrument) {
        return new Contract(
                instrument,
                cells.get(root),
                cells.get(month),
                cells.get(unit),
                cells.get(multiplier),
                cells.get(tick),
                cells.get(calendar).id(),
                cells.get(notice),
                cells.get(last),
                cells.get(settlement));
    }
}
