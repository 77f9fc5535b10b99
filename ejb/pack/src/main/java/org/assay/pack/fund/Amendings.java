package org.assay.pack.fund;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.assay.kernel.fee.DealingFee;
import org.assay.kernel.fee.RateSchedule;
import org.assay.kernel.instrument.Future;
import org.assay.kernel.instrument.Instrument;
import org.assay.kernel.money.Currency;
import org.assay.kernel.money.Price;
import org.assay.kernel.nav.CashInterest;
import org.assay.kernel.nav.Place;
import org.assay.kernel.nav.ShareClass;
import org.assay.kernel.roll.Programme;
import org.assay.pack.table.Formats;
import org.assay.pack.table.Json;
import org.assay.pack.table.JsonObject;
import org.assay.pack.table.Layout;
import org.assay.pack.table.Names;
import org.assay.pack.table.Refusals;
import org.assay.pack.table.Table;
import org.assay.pack.table.TableRows;

/** The kinds of {@link Amending}, for what one fund stands on. */
final class Amendings {
    private static final List<String> FROM = List.of("from");
    private static final String CLASSES = "classes";
    private static final String PLACES = "places";
    private static final String INTEREST = "cash_interest";
    private static final List<String> CODE = List.of("code");
    private static final List<String> ID = List.of("id");
    private static final List<String> ACCOUNT = List.of("place", "currency");

    private final FundFile terms;
    private final Reference reference;
    private final FundShape parts;

    Amendings(Standing standing) {
        terms = standing.terms();
        reference = Reference.of(Instant.MAX, Optional.of(terms)).with(standing.instruments(), id -> false, false);
        parts = FundShape.parts(terms);
    }

    List<Amending<?>> all() {
        return List.of(
                managementFee(),
                redemptionFee(),
                cashInterest(),
                dated("valuation_point", FundShape.dayEnd(), Dated::from, FROM),
                dated("price_policies", PolicyShape.agreed(), Dated::from, List.of("of", "from")),
                dated("programmes", parts.programme(), Dated<Programme>::from, List.of("id", "from")),
                dated("proxies", FundShape.proxy(), Dated<Proxy>::from, List.of("instrument", "from")),
                shareClass(),
                place(),
                listed(ListingTables.token(reference)),
                listed(ListingTables.bill(reference)),
                listed(ListingTables.future(reference)),
                identifier(),
                calendarDay());
    }

    /** A change of the terms: of their text, so that what comes of it is checked as a whole. */
    private <T> Amending<T> ofTerms(
            Table<T> table, Function<T, LocalDate> from, Function<T, UnaryOperator<Json.Members>> edit) {
        return new Amending<>(
                table,
                from.andThen(Optional::of),
                (before, row, at, refusals) -> edited(before, edit.apply(row), at, refusals));
    }

    private static Optional<Standing> edited(
            Standing before, UnaryOperator<Json.Members> edit, TableRows.Row<?> at, Refusals refusals) {
        Json.Members text = (Json.Members) FundShape.of(before.terms()).write(before.terms());
        Json.Members after = edit.apply(text);
        return FundShape.of(after)
                .read(after, FundShape.FILE, refusals)
                .filter(amended -> names(amended, before, at, refusals))
                .map(before::with);
    }

    /** A proxy names instruments, which no part of fund.json lists. */
    private static boolean names(FundFile amended, Standing before, TableRows.Row<?> at, Refusals refusals) {
        List<String> unknown = amended.proxies().stream()
                .map(Dated::value)
                .flatMap(proxy -> Stream.of(proxy.instrument(), proxy.by()))
                .filter(id -> !before.instruments().containsKey(id))
                .toList();
        unknown.forEach(id ->
                refusals.add(at.origin().file(), at.origin().line(), "instrument", id, "an instrument of this fund"));
        return unknown.isEmpty();
    }

    private <T> Amending<T> dated(String list, Layout<T> layout, Function<T, LocalDate> from, List<String> key) {
        JsonObject<T> json = new JsonObject<>(layout);
        return ofTerms(table(list, layout), from, row -> text -> TermsEdit.put(text, list, key, json.write(row)));
    }

    private static <T> Table<T> table(String kind, Layout<T> layout) {
        return new Table<>("terms/%s.csv".formatted(kind), kind, layout);
    }

    /** A yearly rate of one class. */
    private record ClassStep(ShareClass of, RateSchedule.Step step) {}

    private Amending<ClassStep> managementFee() {
        var draft = new Layout.Draft<ClassStep>();
        var of = draft.field("class", reference.classes().format(), ClassStep::of);
        StepColumns step = StepColumns.of(draft, ClassStep::step);
        JsonObject<RateSchedule.Step> json = new JsonObject<>(FundShape.step());
        return ofTerms(
                table("management_fee", draft.reads(cells -> new ClassStep(cells.get(of), step.step(cells)))),
                row -> row.step().from(),
                row -> ofClass(row.of(), "management_fee", json.write(row.step())));
    }

    private record ClassFee(ShareClass of, DealingFee.Step step) {}

    private Amending<ClassFee> redemptionFee() {
        var draft = new Layout.Draft<ClassFee>();
        var of = draft.field("class", reference.classes().format(), ClassFee::of);
        var from = draft.field("from", Formats.DATES, row -> row.step().from());
        var rate = draft.field("rate", FundShape.PARTS, row -> row.step().fraction());
        JsonObject<DealingFee.Step> json = new JsonObject<>(FundShape.dealingStep());
        return ofTerms(
                table(
                        "redemption_fee",
                        draft.reads(cells ->
                                new ClassFee(cells.get(of), new DealingFee.Step(cells.get(from), cells.get(rate))))),
                row -> row.step().from(),
                row -> ofClass(row.of(), "redemption_fee", json.write(row.step())));
    }

    private UnaryOperator<Json.Members> ofClass(ShareClass of, String list, Json step) {
        Json like = new JsonObject<>(parts.shareClass()).write(Dated.always(of));
        return text ->
                TermsEdit.inside(text, CLASSES, CODE, like, shareClass -> TermsEdit.put(shareClass, list, FROM, step));
    }

    /** A yearly rate of one account. */
    private record AccountStep(Place place, Currency currency, RateSchedule.Step step) {}

    private Amending<AccountStep> cashInterest() {
        var draft = new Layout.Draft<AccountStep>();
        var place = draft.field("place", reference.places().format(), AccountStep::place);
        var currency = draft.field("currency", reference.currencies().format(), AccountStep::currency);
        StepColumns step = StepColumns.of(draft, AccountStep::step);
        draft.expect(place, cells -> cells.get(place).kind() != Place.Kind.CUSTODY, "a place that holds cash");
        return ofTerms(
                table(
                        INTEREST,
                        draft.reads(cells -> new AccountStep(cells.get(place), cells.get(currency), step.step(cells)))),
                row -> row.step().from(),
                this::account);
    }

    /** An account that bore none before begins with its first rate. */
    private UnaryOperator<Json.Members> account(AccountStep row) {
        Json first = new JsonObject<>(parts.interest())
                .write(new Dated<>(
                        row.step().from(),
                        new CashInterest(row.place().id(), row.currency(), new RateSchedule(List.of(row.step())))));
        Json step = new JsonObject<>(FundShape.step()).write(row.step());
        return text -> TermsEdit.has(text, INTEREST, ACCOUNT, first)
                ? TermsEdit.inside(
                        text, INTEREST, ACCOUNT, first, account -> TermsEdit.put(account, "rates", FROM, step))
                : TermsEdit.put(text, INTEREST, ACCOUNT, first);
    }

    /** Its fees are agreed on by themselves. */
    private Amending<ShareClass> shareClass() {
        var draft = new Layout.Draft<ShareClass>();
        var code = draft.field("code", Formats.ID, ShareClass::code);
        var launch = draft.field("launch", Formats.DATES, ShareClass::launch);
        var price = draft.field(
                "initial_price",
                Formats.aboveZero(Formats.decimal(Price.SCALE)),
                row -> row.initialPrice().perUnit());
        var shares = draft.field("share_decimals", FundShape.SHARE_DECIMALS, ShareClass::shareDecimals);
        var prices = draft.field("price_decimals", FundShape.PRICE_DECIMALS, ShareClass::priceDecimals);
        draft.expect(
                code, cells -> reference.classes().find(cells.get(code)).isEmpty(), "a code no class of the fund has");
        JsonObject<Dated<ShareClass>> json = new JsonObject<>(parts.shareClass());
        return ofTerms(
                table(
                        CLASSES,
                        draft.reads(cells -> new ShareClass(
                                cells.get(code),
                                cells.get(launch),
                                new Price(cells.get(price), terms.base()),
                                cells.get(shares),
                                cells.get(prices),
                                new RateSchedule(List.of()),
                                new DealingFee(List.of())))),
                ShareClass::launch,
                row -> text -> TermsEdit.put(text, CLASSES, CODE, json.write(new Dated<>(row.launch(), row))));
    }

    private Amending<Dated<Place>> place() {
        Layout<Dated<Place>> layout = parts.place();
        JsonObject<Dated<Place>> json = new JsonObject<>(layout);
        return new Amending<>(table(PLACES, layout), Dated::since, (before, row, at, refusals) -> {
            if (row.since().isEmpty()) {
                refusals.add(at.origin().file(), at.origin().line(), "from", "", "the first day of this place");
                return Optional.empty();
            }
            Names<Place> there = reference.places();
            if (there.find(row.value().id()).isPresent()) {
                refusals.add(
                        at.origin().file(),
                        at.origin().line(),
                        "id",
                        row.value().id(),
                        "an id no place of the fund has");
                return Optional.empty();
            }
            return edited(before, text -> TermsEdit.put(text, PLACES, ID, json.write(row)), at, refusals);
        });
    }

    /** Nothing depends on what is listed before it is traded or priced. */
    private <T extends Instrument> Amending<T> listed(Table<T> table) {
        return new Amending<>(table, row -> Optional.empty(), (before, row, at, refusals) -> {
            boolean isThere = before.instruments().containsKey(row.id());
            if (isThere) {
                refusals.add(
                        at.origin().file(), at.origin().line(), "id", row.id(), "an id no instrument of the fund has");
            }
            boolean isTaken = row instanceof Future future
                    && before.instruments().values().stream()
                            .anyMatch(other -> other instanceof Future there
                                    && there.root().equals(future.root())
                                    && there.contractMonth().equals(future.contractMonth()));
            if (isTaken) {
                refusals.add(
                        at.origin().file(),
                        at.origin().line(),
                        "contract_month",
                        ((Future) (Instrument) row).contractMonth().toString(),
                        "a month of its root that is not listed yet");
            }
            return isThere || isTaken ? Optional.empty() : Optional.of(before.with(row));
        });
    }

    private Amending<Identifier> identifier() {
        Table<Identifier> table = ReferenceTables.identifiers(reference);
        return new Amending<>(table, row -> Optional.empty(), (before, row, at, refusals) -> {
            if (before.identifiers().contains(row)) {
                refusals.add(
                        at.origin().file(), at.origin().line(), "value", row.value(), "a name that is not there yet");
                return Optional.empty();
            }
            return Optional.of(before.with(row));
        });
    }

    private Amending<CalendarDay> calendarDay() {
        return new Amending<>(
                ReferenceTables.calendars(reference),
                row -> Optional.of(row.date()),
                (before, row, at, refusals) -> Optional.of(before.with(row)));
    }
}
