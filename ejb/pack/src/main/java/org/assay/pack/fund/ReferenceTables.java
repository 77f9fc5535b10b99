package org.assay.pack.fund;

import java.util.List;
import java.util.function.Function;
import org.assay.kernel.instrument.Instrument;
import org.assay.kernel.money.Quantity;
import org.assay.pack.fund.InstrumentRow.Contract;
import org.assay.pack.fund.InstrumentRow.Kind;
import org.assay.pack.table.Format;
import org.assay.pack.table.Formats;
import org.assay.pack.table.Layout;
import org.assay.pack.table.Names;
import org.assay.pack.table.Table;

/** What can be held, what it is called elsewhere, and when its markets are open. */
final class ReferenceTables {
    private ReferenceTables() {}

    static Table<InstrumentRow> instruments(Reference reference) {
        var draft = new Layout.Draft<InstrumentRow>();
        var id = draft.field("id", Formats.ID, InstrumentRow::id);
        var kind = draft.field("kind", Format.oneOf(Kind.class), InstrumentRow::kind);
        var name = draft.field("name", Formats.TEXT, InstrumentRow::name);
        var currency = draft.field("currency", reference.currencies().format(), InstrumentRow::currency);
        var decimals = draft.optional(
                "decimals", Formats.COUNTS.where(n -> n <= Quantity.SCALE, "at most 18"), InstrumentRow::decimals);
        var maturity = draft.optional("maturity", Formats.DATES, InstrumentRow::maturity);
        var illustrative = draft.field("illustrative", Formats.FLAG, InstrumentRow::illustrative);
        draft.expect(
                id,
                cells -> reference.currencies().find(cells.get(id)).isEmpty(),
                "an id that is not a currency's code: cash has that one");
        draft.expect(
                decimals,
                cells -> (cells.get(kind) == Kind.TOKEN) == cells.get(decimals).isPresent(),
                "decimals from 0 to 18 for a TOKEN, and an empty cell for others");
        draft.expect(
                maturity,
                cells -> (cells.get(kind) == Kind.BILL) == cells.get(maturity).isPresent(),
                "a date for a BILL, and an empty cell for others");
        return new Table<>(
                "reference/instruments.csv",
                "instrument",
                draft.reads(cells -> new InstrumentRow(
                        cells.get(id),
                        cells.get(kind),
                        cells.get(name),
                        cells.get(currency),
                        cells.get(decimals),
                        cells.get(maturity),
                        cells.get(illustrative))),
                id);
    }

    static Table<Contract> contracts(Reference reference, Names<InstrumentRow> instruments) {
        var draft = new Layout.Draft<Contract>();
        var instrument = draft.field("instrument", instruments.format(), Contract::instrument);
        ContractColumns rest = ContractColumns.of(draft, reference, Function.identity());
        draft.expect(
                instrument,
                cells -> cells.get(instrument).kind() == Kind.FUTURE,
                "an instrument of kind FUTURE: others have no row here");
        return new Table<>(
                "reference/contracts.csv",
                "contract",
                draft.reads(cells -> rest.contract(cells, cells.get(instrument))),
                instrument);
    }

    static Table<Identifier> identifiers(Reference reference) {
        var draft = new Layout.Draft<Identifier>();
        var instrument = draft.field("instrument", instruments(reference.instruments()), Identifier::instrument);
        var scheme = draft.field("scheme", Format.oneOf(Identifier.Scheme.class), Identifier::scheme);
        var value = draft.field("value", Formats.ID, Identifier::value);
        var from = draft.field("from", Formats.DATES, Identifier::from);
        var to = draft.optional("to", Formats.DATES, Identifier::to);
        draft.expect(
                to,
                cells -> cells.get(to)
                        .filter(end -> !end.isAfter(cells.get(from)))
                        .isEmpty(),
                "a day after from, or none");
        return new Table<>(
                "reference/identifiers.csv",
                "identifier",
                draft.reads(cells -> new Identifier(
                        cells.get(instrument), cells.get(scheme), cells.get(value), cells.get(from), cells.get(to))),
                instrument,
                scheme,
                value,
                from);
    }

    static Table<CalendarDay> calendars(Reference reference) {
        var draft = new Layout.Draft<CalendarDay>();
        var calendar = draft.field(
                "calendar",
                reference.calendars().format().as(CalendarTerms::id, reference.calendars()::get),
                CalendarDay::calendar);
        var date = draft.field("date", Formats.DATES, CalendarDay::date);
        var status = draft.field("status", Format.oneOf(CalendarDay.Status.class), CalendarDay::status);
        var recorded = draft.field("recorded", Formats.INSTANTS, CalendarDay::recorded);
        var source = draft.field("source", Formats.TEXT, CalendarDay::source);
        reference.expectKnown(draft, recorded);
        return new Table<>(
                "reference/calendars.csv",
                "calendar row",
                draft.reads(cells -> new CalendarDay(
                        cells.get(calendar),
                        cells.get(date),
                        cells.get(status),
                        cells.get(recorded),
                        cells.get(source))),
                calendar,
                date,
                recorded);
    }

    /** An instrument by its id. */
    static Format<String> instruments(Names<Instrument> names) {
        return names.format().as(Instrument::id, names::get);
    }

    static Names<InstrumentRow> names(List<InstrumentRow> rows) {
        return Names.of("an instrument of reference/instruments.csv", rows, InstrumentRow::id);
    }
}
