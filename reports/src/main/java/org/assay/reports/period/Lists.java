package org.assay.reports.period;

import java.math.BigDecimal;
import java.util.List;
import org.assay.kernel.ledger.Account;
import org.assay.kernel.ledger.Entry;
import org.assay.kernel.ledger.Line;
import org.assay.kernel.money.Money;
import org.assay.reports.Posted;
import org.assay.reports.StruckDay;
import org.assay.reports.layout.Figures;

/** The long lists, told day by day while the days go by: the journal, trades, lots relieved, currency results, NAVs. */
final class Lists implements Sums.Told {
    private final Outlet.Rows trades;
    private final Outlet.Rows realised;
    private final Outlet.Rows currency;
    private final Outlet.Rows days;
    private final Outlet.Rows ledger;
    private final Money zero;
    private Money bought;
    private Money sold;
    private Money cost;
    private Money proceeds;
    private Money price;
    private Money exchange;
    private Money money;
    private Money debits;
    private Money credits;

    Lists(Outlet outlet, Money zero) {
        this.zero = zero;
        String base = zero.currency().code();
        trades = outlet.begin(ListHeads.trades(base));
        realised = outlet.begin(ListHeads.realised(base));
        currency = outlet.begin(ListHeads.currency(base));
        days = outlet.begin(ListHeads.days(base));
        ledger = outlet.begin(ListHeads.ledger(base));
        bought = zero;
        sold = zero;
        cost = zero;
        proceeds = zero;
        price = zero;
        exchange = zero;
        money = zero;
        debits = zero;
        credits = zero;
    }

    @Override
    public void day(StruckDay day, List<Relieved> relieved) {
        Dealings.of(day).forEach(this::trade);
        relieved.forEach(this::lot);
        for (Entry entry : day.result().entries()) {
            Posted posted = day.posted(entry.fact());
            for (int i = 0; i < entry.lines().size(); i++) {
                line(entry, i, posted);
            }
            if (!Reliefs.isRelief(entry)) {
                result(entry);
            }
        }
    }

    @Override
    public void shareClass(ClassRolls.DayOfClass day) {
        BigDecimal before = day.before().perUnit();
        BigDecimal counted = BigDecimal.valueOf(day.days());
        BigDecimal moved = day.nav().perShare().since(day.before());
        days.add(Row.of(
                Cell.day(day.day().inputs().date()),
                Cell.text(day.nav().shareClass()),
                Cell.count(day.days()),
                Cell.of(day.base()),
                Cell.of(day.nav().netAssets().minus(day.base())),
                Cell.of(day.nav().netAssets()).by("D#+E#"),
                Cell.of(day.nav().shares()),
                Cell.of(day.nav().perShare().perUnit().setScale(decimals(day))),
                Cell.of(Ratio.percent(moved, before)),
                Cell.text(day.day().struck().by()),
                Cell.text(Figures.utc(day.day().struck().at())),
                Cell.of(day.base().amount().multiply(counted)).by("C#*D#"),
                Cell.of(day.nav().shares().units().multiply(counted)).by("C#*G#")));
    }

    private static int decimals(ClassRolls.DayOfClass day) {
        return day.day().inputs().terms().shareClass(day.nav().shareClass()).priceDecimals();
    }

    private void trade(Dealing dealing) {
        boolean isBought = dealing.quantity().signum() > 0;
        bought = isBought && !dealing.future() ? bought.plus(dealing.base()) : bought;
        sold = isBought || dealing.future() ? sold : sold.plus(dealing.base());
        trades.add(Row.of(
                Cell.day(dealing.tradeDate()),
                Cell.day(dealing.settleDate()),
                Cell.text(dealing.way()),
                Cell.text(dealing.instrument()),
                Cell.text(dealing.place()),
                Cell.of(dealing.quantity()),
                Cell.of(dealing.price()),
                Cell.text(dealing.gross().currency().code()),
                Cell.of(dealing.gross()),
                Cell.of(dealing.commission()),
                Cell.of(dealing.net()),
                Cell.of(isBought ? dealing.base() : zero),
                Cell.of(isBought ? zero : dealing.base()),
                Cell.text(dealing.id()),
                Cell.text(dealing.programme().orElse("")),
                Cell.text(dealing.posted().by()),
                Cell.text(Figures.utc(dealing.posted().at()))));
    }

    private void lot(Relieved piece) {
        cost = cost.plus(piece.cost());
        proceeds = proceeds.plus(piece.proceeds());
        price = price.plus(piece.price());
        exchange = exchange.plus(piece.currency());
        realised.add(Row.of(
                Cell.text(piece.instrument()),
                Cell.text(piece.place()),
                Cell.text(piece.lot()),
                Cell.text(piece.fact()),
                Cell.day(piece.opened()),
                Cell.day(piece.closed()),
                Cell.count(piece.heldDays()).by("F#-E#"),
                Cell.of(piece.quantity()),
                Cell.of(piece.cost()),
                Cell.of(piece.proceeds()),
                Cell.of(piece.gain()).by("J#-I#"),
                Cell.of(piece.price()),
                Cell.of(piece.currency())));
    }

    private void result(Entry entry) {
        Money gain = zero;
        String in = "";
        for (Line line : entry.lines()) {
            if (line.account() == Account.REALISED_CURRENCY) {
                gain = gain.minus(line.base());
            }
            in = line.local().currency().equals(zero.currency())
                    ? in
                    : line.local().currency().code();
        }
        if (!gain.isZero()) {
            money = money.plus(gain);
            currency.add(Row.of(
                    Cell.day(entry.date()),
                    Cell.text(entry.id()),
                    Cell.text(entry.kind()),
                    Cell.text(entry.fact()),
                    Cell.text(in),
                    Cell.of(gain)));
        }
    }

    private void line(Entry entry, int index, Posted posted) {
        Line line = entry.lines().get(index);
        Money debit = line.base().signum() > 0 ? line.base() : zero;
        Money credit = line.base().signum() < 0 ? line.base().negate() : zero;
        debits = debits.plus(debit);
        credits = credits.plus(credit);
        ledger.add(Row.of(
                Cell.day(entry.date()),
                Cell.text(entry.id()),
                Cell.count(index + 1L),
                Cell.text(line.account().code()),
                Cell.text(line.account().label()),
                Cell.text(line.tag().shareClass().orElse("")),
                Cell.text(line.tag().instrument().orElse("")),
                Cell.text(line.tag().location().orElse("")),
                Cell.text(line.local().currency().code()),
                Cell.of(line.local()),
                Cell.of(debit),
                Cell.of(credit),
                Cell.text(entry.kind()),
                Cell.text(entry.fact()),
                Cell.text(posted.by()),
                Cell.text(Figures.utc(posted.at()))));
    }

    /** Totals, and what the lists must agree with. */
    void end(Outlet outlet, Sums sums, Checks checks) {
        endTrades(outlet, sums, checks);
        endRealised(outlet, sums, checks);
        endCurrency(outlet, sums, checks);
        endDays(sums, checks);
        endLedger(outlet, sums, checks);
    }

    private void endTrades(Outlet outlet, Sums sums, Checks checks) {
        Cell.Figure purchases = Cell.of(bought).by(outlet.sum("Trade_Cost")).named("Trades_Cost");
        Cell.Figure sales = Cell.of(sold).by(outlet.sum("Trade_Proceeds")).named("Trades_Proceeds");
        trades.add(Row.total("Total", 10, purchases, sales));
        checks.add(
                Tab.TRADES,
                new Check(
                        "What was bought is what was added to holdings",
                        Check.Side.of(purchases),
                        HoldingTables.additions(sums)),
                new Check(
                        "What was sold is what left holdings, at its proceeds",
                        Check.Side.of(sales),
                        HoldingTables.proceeds(sums)));
    }

    private void endRealised(Outlet outlet, Sums sums, Checks checks) {
        Cell.Figure costs = Cell.of(cost).by(outlet.sum("Lot_Cost")).named("Lots_Cost");
        Cell.Figure prices = Cell.of(price).by(outlet.sum("Lot_Price")).named("Lots_Price");
        realised.add(Row.total(
                "Total",
                7,
                costs,
                Cell.of(proceeds).by(outlet.sum("Lot_Proceeds")),
                Cell.of(price.plus(exchange)).by(outlet.sum("Lot_Gain")),
                prices,
                Cell.of(exchange).by(outlet.sum("Lot_Currency")).named("Lots_Currency")));
        checks.add(
                Tab.REALISED,
                new Check(
                        "Gains of the price are the change of account 4000",
                        Check.Side.of(prices),
                        LedgerTables.gain(sums, Account.REALISED_PRICE)),
                new Check(
                        "Cost of the lots is what left holdings",
                        Check.Side.of(costs),
                        HoldingTables.costDisposed(sums)));
    }

    private void endCurrency(Outlet outlet, Sums sums, Checks checks) {
        Cell.Figure lots = Cell.of(exchange).by("Lots_Currency");
        Cell.Figure other = Cell.of(money).by(outlet.sum("Currency_Gain"));
        Cell.Figure all = Cell.of(money.plus(exchange)).by("[lots]+[money]").named("Currency_Results");
        currency.add(Row.total(last("On money and claims", other)).as("money"));
        currency.add(
                Row.total(last("On lots sold, by lot in their own list", lots)).as("lots"));
        currency.add(Row.total(last("Total", all)));
        checks.add(
                Tab.CURRENCY,
                new Check(
                        "Currency results are the change of account 4010",
                        Check.Side.of(all),
                        LedgerTables.gain(sums, Account.REALISED_CURRENCY)));
    }

    private static Cell[] last(String text, Cell.Figure figure) {
        return new Cell[] {Cell.NONE, Cell.NONE, Cell.NONE, Cell.text(text), Cell.NONE, figure};
    }

    private static void endDays(Sums sums, Checks checks) {
        Money struck = sums.classes.classes().stream()
                .map(roll -> roll.closing.netAssets())
                .reduce(sums.zero, Money::plus);
        checks.add(
                Tab.DAYS,
                new Check(
                        "The last day is the statement of changes in net assets",
                        new Check.Side(struck.amount(), "SUMIFS(Day_NetAssets,Day_Date,MAX(Day_Date))"),
                        OperationTables.closing(sums)));
    }

    private void endLedger(Outlet outlet, Sums sums, Checks checks) {
        Cell.Figure debit = Cell.of(debits).by(outlet.sum("Ledger_Debit")).named("Ledger_Debits");
        Cell.Figure credit = Cell.of(credits).by(outlet.sum("Ledger_Credit")).named("Ledger_Credits");
        ledger.add(Row.total(
                Cell.NONE,
                Cell.text("Total"),
                Cell.NONE,
                Cell.NONE,
                Cell.NONE,
                Cell.NONE,
                Cell.NONE,
                Cell.NONE,
                Cell.NONE,
                Cell.NONE,
                debit,
                credit));
        checks.add(
                Tab.LEDGER,
                new Check("Every debit of the journal has its credit", Check.Side.of(debit), Check.Side.of(credit)),
                new Check(
                        "The general ledger adds up to the trial balance",
                        Check.Side.of(debit),
                        LedgerTables.debits(sums)));
    }
}
