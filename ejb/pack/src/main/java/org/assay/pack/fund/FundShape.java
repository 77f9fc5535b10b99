package org.assay.pack.fund;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.assay.kernel.calendar.ValuationPoint;
import org.assay.kernel.fee.DealingFee;
import org.assay.kernel.fee.RateSchedule;
import org.assay.kernel.money.Currency;
import org.assay.kernel.money.Price;
import org.assay.kernel.money.Rate;
import org.assay.kernel.nav.CashInterest;
import org.assay.kernel.nav.FundTerms.CommissionPolicy;
import org.assay.kernel.nav.Place;
import org.assay.kernel.nav.ShareClass;
import org.assay.kernel.roll.Programme;
import org.assay.pack.table.Column;
import org.assay.pack.table.Format;
import org.assay.pack.table.Formats;
import org.assay.pack.table.Json;
import org.assay.pack.table.JsonObject;
import org.assay.pack.table.Layout;
import org.assay.pack.table.Names;
import org.assay.pack.table.Refusals;

/** How fund.json is written. */
final class FundShape {
    static final String FILE = "fund.json";

    static final Format<Rate> RATES = Formats.decimal(Rate.SCALE).as(Rate::new, Rate::fraction);
    static final Format<Rate> RATES_FROM_ZERO =
            Formats.notNegative(Formats.decimal(Rate.SCALE)).as(Rate::new, Rate::fraction);
    private static final BigDecimal MOST_HOURS = new BigDecimal("240");
    private static final Format<BigDecimal> HOURS =
            Formats.notNegative(Formats.decimal(4)).where(hours -> hours.compareTo(MOST_HOURS) <= 0, "at most 240");
    /** Of a whole: 0 to 1. */
    static final Format<Rate> PARTS =
            RATES_FROM_ZERO.where(rate -> rate.fraction().compareTo(BigDecimal.ONE) <= 0, "at most 1");

    static final Format<Integer> SHARE_DECIMALS = Formats.COUNTS.where(n -> n <= 4, "at most 4");
    static final Format<Integer> PRICE_DECIMALS = Formats.COUNTS.where(n -> n <= Price.SCALE, "at most 10");
    private static final Format<RoundingMode> ROUNDING =
            Format.oneOf(List.of(RoundingMode.HALF_UP, RoundingMode.HALF_EVEN), RoundingMode::name);
    private static final Format<String> TIMES = Formats.ID.where(
            text -> text.matches("([01][0-9]|2[0-3]):[0-5][0-9]|24:00"), "a time of day from 00:00 to 24:00");

    private final Names<Currency> currencies;
    private final Names<String> places;
    private final Names<String> calendars;
    private final Optional<Currency> base;

    private FundShape(
            Names<Currency> currencies, List<String> places, List<String> calendars, Optional<Currency> base) {
        this.currencies = currencies;
        this.places = Names.of("a place of this file", places, id -> id);
        this.calendars = Names.of("a calendar of this file", calendars, id -> id);
        this.base = base;
    }

    /** To read: what the file names is looked up first, so that each mention can be checked where it stands. */
    static JsonObject<FundFile> of(Json json) {
        Names<Currency> currencies = currencies(json);
        Optional<Currency> base = json.text("base_currency").flatMap(currencies::find);
        return new FundShape(currencies, json.texts("places", "id"), json.texts("calendars", "id"), base).fund();
    }

    /** To write. */
    static JsonObject<FundFile> of(FundFile fund) {
        return parts(fund).fund();
    }

    /** Its parts, for who changes one. */
    static FundShape parts(FundFile fund) {
        return new FundShape(
                Names.of("a currency of this file", fund.currencies(), Currency::code),
                fund.allPlaces().stream().map(Place::id).toList(),
                fund.calendars().stream().map(CalendarTerms::id).toList(),
                Optional.of(fund.base()));
    }

    Layout<Dated<Programme>> programme() {
        return ProgrammeShape.programme(base, currencies, places);
    }

    private static Names<Currency> currencies(Json json) {
        // Tried on the side: whatever is wrong with them is reported when the whole file is read.
        Refusals aside = new Refusals();
        List<Currency> found = json.objects("currencies").stream()
                .map(object -> new JsonObject<>(currency()).read(object, FILE, aside))
                .flatMap(Optional::stream)
                .toList();
        return new Names<>(
                "a currency of this file",
                Names.of("", found, Currency::code).known(),
                Currency::code,
                text -> !aside.isEmpty());
    }

    private JsonObject<FundFile> fund() {
        var draft = new Layout.Draft<FundFile>();
        var fund = draft.field("fund", Formats.ID, FundFile::fund);
        var name = draft.field("name", Formats.TEXT, FundFile::name);
        var illustrative = draft.field("illustrative", Formats.FLAG, FundFile::illustrative);
        var regime = draft.field("regime", Formats.TEXT, FundFile::regime);
        var inception = draft.field("inception", Formats.DATES, FundFile::inception);
        var baseCurrency = draft.field("base_currency", currencies.format(), FundFile::base);
        var all = draft.field("currencies", new JsonObject<>(currency()).list(), FundFile::currencies);
        var rounding = draft.field("rounding", ROUNDING, FundFile::rounding);
        var relief = draft.field("lot_relief", Format.oneOf(FundFile.LotRelief.class), FundFile::lotRelief);
        var commission = draft.field("commission", Format.oneOf(CommissionPolicy.class), FundFile::commission);
        var dayEnds = draft.field("valuation_point", new JsonObject<>(dayEnd()).list(), FundFile::dayEnds);
        var calendar = draft.field("calendar", calendars.format(), FundFile::calendar);
        var weeks = draft.field("calendars", new JsonObject<>(calendar()).list(), FundFile::calendars);
        var where = draft.field("places", new JsonObject<>(place()).list(), FundFile::places);
        var classes = draft.field("classes", new JsonObject<>(shareClass()).list(), FundFile::classes);
        var interest = draft.list("cash_interest", new JsonObject<>(interest()), FundFile::interest);
        var prices = draft.field("price_policy", new JsonObject<>(PolicyShape.policies()), FundFile::prices);
        var staleBlock =
                draft.field("stale_block", Formats.notNegative(Formats.decimal(Rate.SCALE)), FundFile::staleBlock);
        var warn = draft.field("expiry_warn_days", Formats.COUNTS, FundFile::expiryWarnDays);
        var programmes = draft.list("programmes", new JsonObject<>(programme()), FundFile::programmes);
        var proxies = draft.list("proxies", new JsonObject<>(proxy()), FundFile::proxies);
        var policies = draft.list("price_policies", new JsonObject<>(PolicyShape.agreed()), FundFile::policies);
        draft.expect(
                dayEnds,
                cells -> Dated.on(cells.get(inception), cells.get(dayEnds)).isPresent(),
                cells -> "one that counts from the inception, " + cells.get(inception));
        draft.expect(
                where,
                cells -> places(cells.get(where))
                        .allMatch(place -> place.settlesThrough()
                                .filter(through -> kind(cells.get(where), through) == Place.Kind.CUSTODY)
                                .isEmpty()),
                "places of kind CUSTODY that settle through a BANK or an FCM");
        draft.expect(
                programmes,
                cells -> cells.get(programmes).stream()
                        .allMatch(dated -> kind(cells.get(where), dated.value().location()) == Place.Kind.FCM),
                "programmes at a place of kind FCM");
        draft.expect(classes, cells -> !cells.get(classes).isEmpty(), "a class at least");
        return new JsonObject<>(draft.reads(cells -> new FundFile(
                cells.get(fund),
                cells.get(name),
                cells.get(illustrative),
                cells.get(regime),
                cells.get(inception),
                cells.get(baseCurrency),
                cells.get(all),
                cells.get(rounding),
                cells.get(relief),
                cells.get(commission),
                cells.get(dayEnds),
                cells.get(calendar),
                cells.get(weeks),
                cells.get(where),
                cells.get(classes),
                cells.get(interest),
                cells.get(prices),
                cells.get(staleBlock),
                cells.get(warn),
                cells.get(programmes),
                cells.get(proxies),
                cells.get(policies))));
    }

    private static Stream<Place> places(List<Dated<Place>> places) {
        return places.stream().map(Dated::value);
    }

    private static Place.Kind kind(List<Dated<Place>> places, String id) {
        return places(places)
                .filter(place -> place.id().equals(id))
                .map(Place::kind)
                .findFirst()
                .orElseThrow();
    }

    private static Layout<Currency> currency() {
        var draft = new Layout.Draft<Currency>();
        var code = draft.field(
                "code",
                Formats.ID.where(text -> text.matches("[A-Z0-9]{3,10}"), "3 to 10 capitals or digits"),
                Currency::code);
        var decimals = draft.field("decimals", Formats.COUNTS.where(n -> n <= 8, "at most 8"), Currency::decimals);
        return draft.reads(cells -> new Currency(cells.get(code), cells.get(decimals)));
    }

    static Layout<Dated<DayEnd>> dayEnd() {
        var draft = new Layout.Draft<Dated<DayEnd>>();
        var from = draft.field("from", Formats.DATES, Dated::from);
        var time = draft.field("time", TIMES, row -> row.value().point().time());
        var zone = draft.field("zone", Formats.ZONES, row -> row.value().point().zone());
        var hours = draft.field("intake_hours", HOURS, row -> row.value().intakeHours());
        return draft.reads(cells -> new Dated<>(
                cells.get(from), new DayEnd(ValuationPoint.parse(cells.get(time), cells.get(zone)), cells.get(hours))));
    }

    private static Layout<CalendarTerms> calendar() {
        var draft = new Layout.Draft<CalendarTerms>();
        var id = draft.field("id", Formats.ID, CalendarTerms::id);
        var weekend = draft.list("weekend", Format.oneOf(DayOfWeek.class), CalendarTerms::weekend);
        draft.expect(
                weekend,
                cells -> cells.get(weekend).stream().distinct().count() < DayOfWeek.values().length,
                "a business day in the week");
        return draft.reads(cells -> new CalendarTerms(cells.get(id), cells.get(weekend)));
    }

    Layout<Dated<Place>> place() {
        var draft = new Layout.Draft<Dated<Place>>();
        var id = draft.field("id", Formats.ID, row -> row.value().id());
        var kind = draft.field(
                "kind", Format.oneOf(Place.Kind.class), row -> row.value().kind());
        var through = draft.optional(
                "settles_through", places.format(), row -> row.value().settlesThrough());
        var haircut = draft.optional("bill_haircut", PARTS, row -> row.value().billHaircut());
        var from = since(draft);
        draft.expect(
                through,
                cells -> (cells.get(kind) == Place.Kind.CUSTODY)
                        == cells.get(through).isPresent(),
                "settles_through for a place of kind CUSTODY, and for no other");
        draft.expect(
                haircut,
                cells -> cells.get(haircut).isEmpty() || cells.get(kind) == Place.Kind.FCM,
                "bill_haircut only for a place of kind FCM");
        return draft.reads(cells -> since(
                cells.get(from), new Place(cells.get(id), cells.get(kind), cells.get(through), cells.get(haircut))));
    }

    /** What was there from the beginning says no day. */
    private static <V> Column<Optional<LocalDate>> since(Layout.Draft<Dated<V>> draft) {
        return draft.optional("from", Formats.DATES, Dated::since);
    }

    private static <V> Dated<V> since(Optional<LocalDate> from, V value) {
        return new Dated<>(from.orElse(Dated.ALWAYS), value);
    }

    Layout<Dated<ShareClass>> shareClass() {
        var draft = new Layout.Draft<Dated<ShareClass>>();
        var code = draft.field("code", Formats.ID, row -> row.value().code());
        var launch = draft.field("launch", Formats.DATES, row -> row.value().launch());
        var currency = draft.field(
                "currency",
                currencies.format(),
                row -> row.value().initialPrice().currency());
        var price = draft.field(
                "initial_price",
                Formats.aboveZero(Formats.decimal(Price.SCALE)),
                row -> row.value().initialPrice().perUnit());
        var shares =
                draft.field("share_decimals", SHARE_DECIMALS, row -> row.value().shareDecimals());
        var prices =
                draft.field("price_decimals", PRICE_DECIMALS, row -> row.value().priceDecimals());
        var fee = draft.field(
                "management_fee",
                new JsonObject<>(step()).list(),
                row -> row.value().managementFee().steps());
        var redemptionFee = draft.list(
                "redemption_fee",
                new JsonObject<>(dealingStep()),
                row -> row.value().redemptionFee().steps());
        var from = since(draft);
        draft.expect(
                currency,
                cells -> base.filter(cells.get(currency)::equals).isPresent(),
                "the fund's base currency: a class in another one is not supported yet");
        return draft.reads(cells -> since(
                cells.get(from),
                new ShareClass(
                        cells.get(code),
                        cells.get(launch),
                        new Price(cells.get(price), cells.get(currency)),
                        cells.get(shares),
                        cells.get(prices),
                        new RateSchedule(cells.get(fee)),
                        new DealingFee(cells.get(redemptionFee)))));
    }

    static Layout<DealingFee.Step> dealingStep() {
        var draft = new Layout.Draft<DealingFee.Step>();
        var from = draft.field("from", Formats.DATES, DealingFee.Step::from);
        var fraction = draft.field("rate", PARTS, DealingFee.Step::fraction);
        return draft.reads(cells -> new DealingFee.Step(cells.get(from), cells.get(fraction)));
    }

    static Layout<RateSchedule.Step> step() {
        var draft = new Layout.Draft<RateSchedule.Step>();
        StepColumns columns = StepColumns.of(draft, Function.identity());
        return draft.reads(columns::step);
    }

    Layout<Dated<CashInterest>> interest() {
        var draft = new Layout.Draft<Dated<CashInterest>>();
        var place = draft.field("place", places.format(), row -> row.value().place());
        var currency =
                draft.field("currency", currencies.format(), row -> row.value().currency());
        var rates = draft.field(
                "rates",
                new JsonObject<>(step()).list(),
                row -> row.value().rate().steps());
        var from = since(draft);
        return draft.reads(cells -> since(
                cells.get(from),
                new CashInterest(cells.get(place), cells.get(currency), new RateSchedule(cells.get(rates)))));
    }

    /** Which instruments there are is known when the reference data is read, so their names are checked there. */
    static Layout<Dated<Proxy>> proxy() {
        var draft = new Layout.Draft<Dated<Proxy>>();
        var from = draft.field("from", Formats.DATES, Dated::from);
        var instrument =
                draft.field("instrument", Formats.ID, row -> row.value().instrument());
        var by = draft.field("proxy", Formats.ID, row -> row.value().by());
        draft.expect(by, cells -> !cells.get(by).equals(cells.get(instrument)), "another instrument than its own");
        return draft.reads(cells -> new Dated<>(cells.get(from), new Proxy(cells.get(instrument), cells.get(by))));
    }

    /** Every object of the file, for the test that holds the description of the format to the code. */
    static List<JsonObject<?>> objects() {
        FundShape shape =
                new FundShape(Names.of("", List.of(), Currency::code), List.of(), List.of(), Optional.empty());
        return List.of(
                shape.fund(),
                new JsonObject<>(currency()),
                new JsonObject<>(dayEnd()),
                new JsonObject<>(calendar()),
                new JsonObject<>(shape.place()),
                new JsonObject<>(shape.shareClass()),
                new JsonObject<>(step()),
                new JsonObject<>(shape.interest()),
                new JsonObject<>(PolicyShape.policies()),
                new JsonObject<>(PolicyShape.policy()),
                new JsonObject<>(proxy()),
                new JsonObject<>(PolicyShape.agreed()),
                new JsonObject<>(PolicyShape.rates()),
                new JsonObject<>(ProgrammeShape.programme(shape.base, shape.currencies, shape.places)));
    }
}
