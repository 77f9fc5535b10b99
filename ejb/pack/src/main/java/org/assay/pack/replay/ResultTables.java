package org.assay.pack.replay;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.assay.kernel.Finding;
import org.assay.kernel.fee.Accrual;
import org.assay.kernel.fee.DayCount;
import org.assay.kernel.ledger.Account;
import org.assay.kernel.ledger.Entry;
import org.assay.kernel.ledger.Line;
import org.assay.kernel.ledger.Lot;
import org.assay.kernel.ledger.LotMovement;
import org.assay.kernel.money.Money;
import org.assay.kernel.nav.NavResult;
import org.assay.kernel.nav.NavResult.ClassFee;
import org.assay.kernel.nav.NavResult.ClassNav;
import org.assay.kernel.nav.NavResult.Control;
import org.assay.kernel.nav.NavResult.FutureProof;
import org.assay.kernel.nav.NavResult.Position;
import org.assay.kernel.roll.RollStep;
import org.assay.pack.table.Format;
import org.assay.pack.table.Formats;
import org.assay.pack.table.Layout;
import org.assay.pack.table.Table;

/** The files a run writes. They are results: written, compared, never read back. */
public final class ResultTables {
    private static final Format<BigDecimal> AMOUNTS = Formats.amount();
    /** Any figure, written without idle zeros. */
    private static final Format<BigDecimal> FIGURES = Formats.decimal(34);

    private static final Format<Account> ACCOUNTS = Format.oneOf(Arrays.asList(Account.values()), Account::code);
    private static final Format<DayCount> DAY_COUNTS = Format.oneOf(Arrays.asList(DayCount.values()), DayCount::label);

    private ResultTables() {}

    /** Something of a strike, with the strike's day. */
    public record Of<T>(NavResult strike, T value) {
        LocalDate date() {
            return strike.date();
        }
    }

    /** A line of an entry, with its number in it, from 1. */
    public record Posting(Entry entry, int number, Line line) {
        /** Every line of a strike. */
        public static List<Of<Posting>> of(NavResult strike) {
            return strike.entries().stream()
                    .flatMap(entry -> IntStream.range(0, entry.lines().size())
                            .mapToObj(i -> new Of<>(
                                    strike,
                                    new Posting(entry, i + 1, entry.lines().get(i)))))
                    .toList();
        }
    }

    /** What an account holds for a class in a currency, over instruments and places. */
    record Sum(Account account, Optional<String> shareClass, Money local, Money base) {}

    /** @param version of the NAVs, 1 unless they were restated */
    public static Table<Of<ClassNav>> nav(int version) {
        var draft = new Layout.Draft<Of<ClassNav>>();
        draft.field("fund", Formats.ID, row -> row.strike().fund());
        draft.field("date", Formats.DATES, Of::date);
        draft.field("version", Formats.COUNTS, row -> version);
        draft.field("class", Formats.ID, row -> row.value().shareClass());
        draft.field(
                "currency",
                Formats.ID,
                row -> row.value().netAssets().currency().code());
        draft.field("net_assets", AMOUNTS, row -> row.value().netAssets().amount());
        draft.field("shares", FIGURES, row -> row.value().shares().units());
        draft.field("nav_per_share", FIGURES, row -> row.value().perShare().perUnit());
        draft.field(
                "status",
                Format.oneOf(NavResult.Status.class),
                row -> row.strike().status());
        return table("nav.csv", draft);
    }

    static Table<Of<Position>> positions() {
        var draft = dated(new Layout.Draft<Of<Position>>());
        draft.field("instrument", Formats.ID, row -> row.value().instrument());
        draft.field(
                "state", Format.oneOf(NavResult.State.class), row -> row.value().state());
        draft.field("location", Formats.ID, row -> row.value().location());
        draft.field("quantity", FIGURES, row -> row.value().quantity().units());
        money(draft, "cost", Position::cost);
        money(draft, "market_value", Position::marketValue);
        money(draft, "unrealised", Position::unrealised);
        draft.field("price", FIGURES, row -> row.value().price().perUnit());
        draft.field(
                "currency", Formats.ID, row -> row.value().price().currency().code());
        money(draft, "price_part", Position::pricePart);
        money(draft, "currency_part", Position::currencyPart);
        money(draft, "notional", Position::notional);
        return table("positions.csv", draft);
    }

    static Table<Of<Lot>> lots() {
        var draft = dated(new Layout.Draft<Of<Lot>>());
        draft.field("instrument", Formats.ID, row -> row.value().instrument());
        draft.field("lot", Formats.ID, row -> row.value().id());
        draft.field("opened", Formats.DATES, row -> row.value().opened());
        draft.field("quantity", FIGURES, row -> row.value().quantity().units());
        money(draft, "cost", Lot::cost);
        draft.field("location", Formats.ID, row -> row.value().location());
        draft.field("price", FIGURES, row -> row.value().price().perUnit());
        money(draft, "base_cost", Lot::baseCost);
        money(draft, "unrealised", Lot::unrealised);
        money(draft, "margin", Lot::margin);
        return table("lots.csv", draft);
    }

    public static Table<Of<Posting>> journal() {
        var draft = dated(new Layout.Draft<Of<Posting>>());
        Function<Of<Posting>, Line> line = row -> row.value().line();
        draft.field("entry", Formats.ID, row -> row.value().entry().id());
        draft.field("line", Formats.COUNTS, row -> row.value().number());
        draft.field("fact", Formats.ID, row -> row.value().entry().fact());
        draft.field("account", ACCOUNTS, line.andThen(Line::account));
        draft.optional("class", Formats.ID, line.andThen(row -> row.tag().shareClass()));
        draft.optional("instrument", Formats.ID, line.andThen(row -> row.tag().instrument()));
        draft.field(
                "currency",
                Formats.ID,
                line.andThen(row -> row.local().currency().code()));
        draft.field("debit", AMOUNTS, line.andThen(row -> side(row.base())));
        draft.field("credit", AMOUNTS, line.andThen(row -> side(row.base().negate())));
        draft.optional("location", Formats.ID, line.andThen(row -> row.tag().location()));
        draft.field("local_amount", AMOUNTS, line.andThen(row -> row.local().amount()));
        draft.field("kind", Formats.TEXT, row -> row.value().entry().kind());
        return table("journal.csv", draft);
    }

    /** What happened to lots. */
    public static Table<Of<LotMovement>> movements() {
        var draft = dated(new Layout.Draft<Of<LotMovement>>());
        draft.field("lot", Formats.ID, row -> row.value().lot());
        draft.field("fact", Formats.ID, row -> row.value().fact());
        draft.field("instrument", Formats.ID, row -> row.value().instrument());
        draft.field("location", Formats.ID, row -> row.value().location());
        draft.field("quantity", FIGURES, row -> row.value().quantity().units());
        money(draft, "cost", LotMovement::cost);
        return table("movements.csv", draft);
    }

    static Table<Of<Sum>> trialBalance() {
        var draft = dated(new Layout.Draft<Of<Sum>>());
        draft.field("account", ACCOUNTS, row -> row.value().account());
        draft.optional("class", Formats.ID, row -> row.value().shareClass());
        draft.field(
                "currency", Formats.ID, row -> row.value().local().currency().code());
        money(draft, "balance", Sum::base);
        money(draft, "local_balance", Sum::local);
        return table("trial_balance.csv", draft);
    }

    /** Also what {@code assay check} prints. */
    public static Table<Finding> findings() {
        var draft = new Layout.Draft<Finding>();
        draft.field("date", Formats.DATES, Finding::date);
        draft.field("control", Formats.ID, Finding::control);
        draft.field("severity", Format.oneOf(Finding.Severity.class), Finding::severity);
        draft.field("subject", Formats.ID, Finding::subject);
        draft.field("measured", FIGURES, Finding::measured);
        draft.field("limit", FIGURES, Finding::limit);
        draft.field("text", Formats.TEXT, Finding::text);
        return table("findings.csv", draft);
    }

    public static Table<Of<Control>> controls() {
        var draft = dated(new Layout.Draft<Of<Control>>());
        draft.field("control", Formats.ID, row -> row.value().code());
        draft.field("tested", Formats.COUNTS, row -> row.value().tested());
        draft.field("failed", Formats.COUNTS, row -> row.value().failed());
        return table("controls.csv", draft);
    }

    static Table<Of<FutureProof>> futures() {
        var draft = dated(new Layout.Draft<Of<FutureProof>>());
        draft.field("instrument", Formats.ID, row -> row.value().instrument());
        draft.field("location", Formats.ID, row -> row.value().location());
        draft.field("lots", FIGURES, row -> row.value().lots().units());
        draft.optional("settlement", FIGURES, row -> row.value().settlement().map(price -> price.perUnit()));
        money(draft, "margin", FutureProof::margin);
        money(draft, "paid", FutureProof::paid);
        money(draft, "realised", FutureProof::realised);
        money(draft, "unrealised", FutureProof::unrealised);
        money(draft, "required", FutureProof::required);
        draft.field("currency", Formats.ID, row -> row.value().paid().currency().code());
        return table("futures.csv", draft);
    }

    static Table<Of<ClassFee>> fees() {
        var draft = dated(new Layout.Draft<Of<ClassFee>>());
        Function<Of<ClassFee>, Accrual> accrual = row -> row.value().accrual();
        draft.field("class", Formats.ID, row -> row.value().shareClass());
        draft.field("from", Formats.DATES, accrual.andThen(row -> row.days().from()));
        draft.field("to", Formats.DATES, accrual.andThen(row -> row.days().to()));
        draft.field("base", AMOUNTS, accrual.andThen(row -> row.base().amount()));
        draft.field(
                "rate_per_year",
                FIGURES,
                accrual.andThen(row -> row.ratePerYear().fraction()));
        draft.field("day_count", DAY_COUNTS, accrual.andThen(Accrual::dayCount));
        draft.field("amount", AMOUNTS, accrual.andThen(row -> row.amount().amount()));
        return table("fees.csv", draft);
    }

    static Table<Of<RollStep>> rolls() {
        var draft = dated(new Layout.Draft<Of<RollStep>>());
        draft.field("programme", Formats.ID, row -> row.value().programme());
        draft.field("near", Formats.MONTHS, row -> row.value().near());
        draft.field("far", Formats.MONTHS, row -> row.value().far());
        draft.field("business_day", Formats.COUNTS, row -> row.value().businessDay());
        draft.field("share", FIGURES, row -> row.value().share());
        draft.field("target", FIGURES, row -> row.value().target().units());
        draft.field("done", FIGURES, row -> row.value().done().units());
        draft.field("owed", FIGURES, row -> row.value().owed().units());
        return table("rolls.csv", draft);
    }

    static List<Table<?>> all() {
        return List.of(
                nav(1),
                positions(),
                lots(),
                journal(),
                movements(),
                trialBalance(),
                findings(),
                controls(),
                futures(),
                fees(),
                rolls());
    }

    private static <T> Layout.Draft<Of<T>> dated(Layout.Draft<Of<T>> draft) {
        draft.field("date", Formats.DATES, Of::date);
        return draft;
    }

    private static <T> void money(Layout.Draft<Of<T>> draft, String name, Function<T, Money> of) {
        draft.field(name, AMOUNTS, row -> of.apply(row.value()).amount());
    }

    private static BigDecimal side(Money base) {
        return base.signum() > 0 ? base.amount() : Money.zero(base.currency()).amount();
    }

    private static <T> Table<T> table(String file, Layout.Draft<T> draft) {
        return new Table<>(file, "result", draft.writesOnly());
    }
}
