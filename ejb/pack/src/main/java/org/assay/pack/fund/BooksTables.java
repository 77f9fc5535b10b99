package org.assay.pack.fund;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.assay.kernel.ledger.Account;
import org.assay.kernel.ledger.Balance;
import org.assay.kernel.ledger.BalanceKey;
import org.assay.kernel.ledger.CapitalOrder;
import org.assay.kernel.ledger.Due;
import org.assay.kernel.ledger.Lot;
import org.assay.kernel.ledger.MarginRate;
import org.assay.kernel.ledger.Tag;
import org.assay.kernel.money.Currency;
import org.assay.kernel.money.Money;
import org.assay.kernel.money.Price;
import org.assay.kernel.money.Quantity;
import org.assay.kernel.nav.Books;
import org.assay.kernel.nav.ClassState;
import org.assay.kernel.nav.Deal;
import org.assay.kernel.nav.MarginAccount;
import org.assay.kernel.pricing.Mark;
import org.assay.kernel.roll.RollProgress;
import org.assay.pack.table.Cells;
import org.assay.pack.table.Column;
import org.assay.pack.table.Format;
import org.assay.pack.table.Formats;
import org.assay.pack.table.Layout;
import org.assay.pack.table.Table;

/** What a strike remembers of the days before it: the books a pack opens with, or a strike closed. */
public final class BooksTables {
    static final Format<Account> ACCOUNTS = Format.oneOf(Arrays.asList(Account.values()), Account::code);
    static final Format<Quantity> QUANTITIES = Formats.decimal(Quantity.SCALE).as(Quantity::new, Quantity::units);
    private static final Format<BigDecimal> PRICES = Formats.decimal(Price.SCALE);
    private static final Format<BigDecimal> AMOUNTS = Formats.amount();

    private final Reference reference;

    BooksTables(Reference reference) {
        this.reference = reference;
    }

    /** Where the rows of each file are. */
    public interface Rows {
        <T> List<T> of(Table<T> table);
    }

    /** Where the rows of each file go. */
    public interface Sheets {
        <T> void put(Table<T> table, List<T> rows);
    }

    /** @param struck which strike closed them: whoever reads it looks whether there is one, and only one */
    public Books read(Optional<Books.Struck> struck, Rows rows) {
        return new Books(
                struck,
                rows.of(balances()),
                rows.of(lots()),
                rows.of(classes()),
                rows.of(orders()),
                rows.of(deals()),
                rows.of(dues()),
                rows.of(marks()),
                rows.of(marginRates()),
                rows.of(margins()),
                rows.of(rolls()));
    }

    public void write(Books books, Sheets sheets) {
        sheets.put(struck(), books.struck().stream().toList());
        sheets.put(balances(), books.balances());
        sheets.put(lots(), books.lots());
        sheets.put(classes(), books.classes());
        sheets.put(orders(), books.orders());
        sheets.put(deals(), books.deals());
        sheets.put(dues(), books.dues());
        sheets.put(marks(), books.marks());
        sheets.put(marginRates(), books.marginRates());
        sheets.put(margins(), books.margins());
        sheets.put(rolls(), books.rolls());
    }

    public Table<Books.Struck> struck() {
        var draft = new Layout.Draft<Books.Struck>();
        var date = draft.field("date", Formats.DATES, Books.Struck::date);
        var at = draft.field("at", Formats.INSTANTS, Books.Struck::at);
        var known = draft.field("known", Formats.INSTANTS, Books.Struck::known);
        return new Table<>(
                "books/struck.csv",
                "strike",
                draft.reads(cells -> new Books.Struck(cells.get(date), cells.get(at), cells.get(known))));
    }

    public Table<Balance> balances() {
        var draft = new Layout.Draft<Balance>();
        var account = draft.field("account", ACCOUNTS, row -> row.key().account());
        var shareClass =
                draft.optional("class", Formats.ID, row -> row.key().tag().shareClass());
        var instrument =
                draft.optional("instrument", Formats.ID, row -> row.key().tag().instrument());
        var location =
                draft.optional("location", Formats.ID, row -> row.key().tag().location());
        var currency = draft.field(
                "currency", reference.currencies().format(), row -> row.key().currency());
        var local = draft.field("local", AMOUNTS, row -> row.local().amount());
        var base = draft.field("base", AMOUNTS, row -> row.base().amount());
        expectMoney(draft, local, currency);
        expectBase(draft, base);
        return new Table<>(
                "books/balances.csv",
                "balance",
                draft.reads(cells -> new Balance(
                        new BalanceKey(
                                cells.get(account),
                                new Tag(cells.get(shareClass), cells.get(instrument), cells.get(location)),
                                cells.get(currency)),
                        new Money(cells.get(local), cells.get(currency)),
                        new Money(cells.get(base), reference.base()))),
                account,
                shareClass,
                instrument,
                location,
                currency);
    }

    public Table<Lot> lots() {
        return new LotTable(reference).table();
    }

    public Table<ClassState> classes() {
        var draft = new Layout.Draft<ClassState>();
        var shareClass = draft.field(
                "class",
                reference.classes().format(),
                row -> reference.classes().get(row.shareClass()));
        var shares = draft.field("shares", QUANTITIES, ClassState::shares);
        var netAssets =
                draft.field("net_assets", AMOUNTS, row -> row.netAssets().amount());
        expectBase(draft, netAssets);
        return new Table<>(
                "books/classes.csv",
                "class balance",
                draft.reads(cells -> new ClassState(
                        cells.get(shareClass).code(),
                        cells.get(shares),
                        new Money(cells.get(netAssets), reference.base()))),
                shareClass);
    }

    public Table<CapitalOrder> orders() {
        var draft = new Layout.Draft<CapitalOrder>();
        var columns = OrderColumns.of(draft, reference, order -> order);
        return new Table<>(
                "books/orders.csv",
                "order taken",
                draft.reads(columns::order),
                columns.head().id());
    }

    public Table<Deal> deals() {
        var draft = new Layout.Draft<Deal>();
        var order = OrderColumns.of(draft, reference, Deal::order);
        var price = draft.field("price", PRICES, deal -> deal.price().perUnit());
        var shares = draft.field("dealt_shares", QUANTITIES, Deal::shares);
        var amount = draft.field("dealt_amount", AMOUNTS, deal -> deal.amount().amount());
        draft.expect(
                amount,
                cells -> Cents.fits(cells.get(amount), order.currency(cells)),
                cells -> Cents.of(order.currency(cells)));
        return new Table<>(
                "books/deals.csv",
                "deal",
                draft.reads(cells -> new Deal(
                        order.order(cells),
                        new Price(cells.get(price), order.currency(cells)),
                        cells.get(shares),
                        new Money(cells.get(amount), order.currency(cells)))),
                order.head().id());
    }

    /** Equal dues may stand twice and their order is the books' own, so they have no identity and are not sorted. */
    public Table<Due> dues() {
        var draft = new Layout.Draft<Due>();
        var date = draft.field("date", Formats.DATES, Due::date);
        var fact = draft.field("fact", Formats.ID, Due::fact);
        var claim = draft.field("claim", ACCOUNTS, Due::claim);
        var claimTag = TagColumns.of(draft, "claim_", Due::claimTag);
        var cash = draft.field("cash", ACCOUNTS, Due::cash);
        var cashTag = TagColumns.of(draft, "cash_", Due::cashTag);
        var currency = draft.field(
                "currency", reference.currencies().format(), row -> row.amount().currency());
        var amount = draft.field("amount", AMOUNTS, row -> row.amount().amount());
        expectMoney(draft, amount, currency);
        var keptBy = draft.optional(
                "retained_class", Formats.ID, row -> row.retained().map(Due.Retained::shareClass));
        var kept = draft.optional(
                "retained_amount",
                AMOUNTS,
                row -> row.retained().map(part -> part.amount().amount()));
        draft.expect(
                kept,
                cells -> cells.get(kept).isPresent() == cells.get(keptBy).isPresent(),
                "an amount beside retained_class, and an empty cell without one");
        return new Table<>(
                "books/dues.csv",
                "due",
                draft.reads(cells -> new Due(
                        cells.get(date),
                        cells.get(fact),
                        cells.get(claim),
                        claimTag.tag(cells),
                        cells.get(cash),
                        cashTag.tag(cells),
                        new Money(cells.get(amount), cells.get(currency)),
                        cells.get(keptBy)
                                .map(code -> new Due.Retained(
                                        code, new Money(cells.get(kept).orElseThrow(), cells.get(currency)))))));
    }

    public Table<Mark> marks() {
        var draft = new Layout.Draft<Mark>();
        var instrument = draft.field("instrument", Formats.ID, Mark::instrument);
        var price = draft.field("price", PRICES, row -> row.price().perUnit());
        var currency = draft.field(
                "currency", reference.currencies().format(), row -> row.price().currency());
        var date = draft.field("date", Formats.DATES, Mark::date);
        var time = draft.field("time", Formats.INSTANTS, Mark::time);
        var since = draft.field("since", Formats.DATES, Mark::since);
        return new Table<>(
                "books/marks.csv",
                "mark",
                draft.reads(cells -> new Mark(
                        cells.get(instrument),
                        new Price(cells.get(price), cells.get(currency)),
                        cells.get(date),
                        cells.get(time),
                        cells.get(since))),
                instrument);
    }

    public Table<MarginRate> marginRates() {
        return FactTables.margin("books/margin_rates.csv", "margin rate in force", reference);
    }

    public Table<MarginAccount> margins() {
        var draft = new Layout.Draft<MarginAccount>();
        var instrument = draft.field(
                "instrument",
                reference.instruments().format(),
                row -> reference.instruments().get(row.instrument()));
        var location = draft.field("location", Formats.ID, MarginAccount::location);
        var paid = draft.field("paid", AMOUNTS, row -> row.paid().amount());
        var realised = draft.field("realised", AMOUNTS, row -> row.realised().amount());
        for (Column<BigDecimal> money : List.of(paid, realised)) {
            draft.expect(
                    money,
                    cells -> Cents.fits(cells.get(money), cells.get(instrument).currency()),
                    cells -> Cents.of(cells.get(instrument).currency()));
        }
        return new Table<>(
                "books/margins.csv",
                "margin account",
                draft.reads(cells -> {
                    Currency currency = cells.get(instrument).currency();
                    return new MarginAccount(
                            cells.get(instrument).id(),
                            cells.get(location),
                            new Money(cells.get(paid), currency),
                            new Money(cells.get(realised), currency));
                }),
                instrument,
                location);
    }

    public Table<RollProgress> rolls() {
        var draft = new Layout.Draft<RollProgress>();
        var programme = draft.field("programme", Formats.ID, RollProgress::programme);
        var month = draft.field("month", Formats.MONTHS, RollProgress::month);
        var done = draft.field("done", QUANTITIES, RollProgress::done);
        return new Table<>(
                "books/rolls.csv",
                "roll window",
                draft.reads(cells -> new RollProgress(cells.get(programme), cells.get(month), cells.get(done))),
                programme,
                month);
    }

    private void expectBase(Layout.Draft<?> draft, Column<BigDecimal> amount) {
        draft.expect(amount, cells -> Cents.fits(cells.get(amount), reference.base()), Cents.of(reference.base()));
    }

    private static void expectMoney(Layout.Draft<?> draft, Column<BigDecimal> amount, Column<Currency> currency) {
        draft.expect(
                amount,
                cells -> Cents.fits(cells.get(amount), cells.get(currency)),
                cells -> Cents.of(cells.get(currency)));
    }

    /** The sub-ledger, in three columns. */
    private record TagColumns(
            Column<Optional<String>> shareClass,
            Column<Optional<String>> instrument,
            Column<Optional<String>> location) {
        static <T> TagColumns of(Layout.Draft<T> draft, String prefix, Function<T, Tag> tag) {
            return new TagColumns(
                    draft.optional(prefix + "class", Formats.ID, tag.andThen(Tag::shareClass)),
                    draft.optional(prefix + "instrument", Formats.ID, tag.andThen(Tag::instrument)),
                    draft.optional(prefix + "location", Formats.ID, tag.andThen(Tag::location)));
        }

        Tag tag(Cells cells) {
            return new Tag(cells.get(shareClass), cells.get(instrument), cells.get(location));
        }
    }
}
