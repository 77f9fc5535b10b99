package org.assay.reports.workbook;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.assay.kernel.fee.Accrual;
import org.assay.kernel.instrument.Future;
import org.assay.kernel.instrument.Instrument;
import org.assay.kernel.ledger.Balance;
import org.assay.kernel.ledger.CapitalOrder;
import org.assay.kernel.money.Currency;
import org.assay.kernel.money.Money;
import org.assay.kernel.money.Price;
import org.assay.kernel.money.Quantity;
import org.assay.kernel.nav.ClassState;
import org.assay.kernel.nav.Deal;
import org.assay.kernel.nav.MarginAccount;
import org.assay.kernel.nav.NavResult.ClassFee;
import org.assay.kernel.nav.NavResult.ClassNav;
import org.assay.kernel.nav.NavResult.FutureProof;
import org.assay.kernel.nav.ShareClass;
import org.assay.kernel.pricing.Spot;

/** The sheets where constants stand, and the names of their columns. */
final class InputSheets {
    private final Book book;
    private final Known known;

    InputSheets(Book book, Known known) {
        this.book = book;
        this.known = known;
    }

    void write() {
        lots();
        prices();
        rates();
        balances();
        classes();
        fees();
        margins();
    }

    private void lots() {
        Grid grid = new Grid(
                book,
                Tab.LOTS,
                "Open lots at the close, and pieces of futures closed on the day. Cost is left after what was sold; margin is"
                        + " what was counted before the day.",
                "Lot",
                "Fate",
                "Instrument",
                "Place",
                "Opened",
                "Quantity",
                "Opened at, per unit",
                "Closed at, per unit",
                "Cost, own currency",
                "Cost " + known.base(),
                "Account",
                "Margin counted before");
        // The other sheets ask for sums alone, so until these are worked out sums stand in for the lots.
        known.sums.forEach(lot -> write(grid, lot));
        grid.name("Lot_Fate", "B");
        grid.name("Lot_Instrument", "C");
        grid.name("Lot_Place", "D");
        grid.name("Lot_Quantity", "F");
        grid.name("Lot_Cost", "I");
        grid.name("Lot_BaseCost", "J");
        grid.name("Lot_Account", "K");
        grid.close();
        book.later(Tab.LOTS, rows -> {
            known.lots.futures(lot -> write(rows, lot));
            known.lots.others(lot -> write(rows, lot));
        });
    }

    private void write(Grid grid, LotRow lot) {
        grid.row()
                .text(lot.id())
                .text(lot.fate().word())
                .text(lot.instrument())
                .text(lot.place())
                .date(lot.opened())
                .number(lot.quantity(), 0)
                .number(lot.price(), 2);
        lot.exit().ifPresentOrElse(price -> grid.number(price, 2), grid::skip);
        grid.number(lot.cost(), 2)
                .number(lot.baseCost(), known.decimals)
                .text(lot.account())
                .number(lot.counted(), 2);
    }

    private void prices() {
        Grid grid = new Grid(
                book,
                Tab.PRICES,
                "The price of each instrument the strike used: change one and see what follows. Where it came from stands on"
                        + " Provenance.",
                "Instrument",
                "Name",
                "Currency",
                "Units a lot",
                "Price, per unit");
        for (Map.Entry<String, Price> entry : known.prices.entrySet()) {
            Instrument instrument = known.instrument(entry.getKey()).orElseThrow();
            BigDecimal multiplier = instrument instanceof Future future ? future.multiplier() : BigDecimal.ONE;
            grid.row()
                    .text(instrument.id())
                    .text(instrument.name())
                    .text(instrument.currency().code())
                    .number(multiplier, 0)
                    .number(entry.getValue().perUnit(), 2);
        }
        grid.name("Price_Instrument", "A");
        grid.name("Price_Currency", "C");
        grid.name("Price_Multiplier", "D");
        grid.name("Price_PerUnit", "E");
        grid.close();
    }

    private void rates() {
        Grid grid = new Grid(
                book,
                Tab.RATES,
                "%s for one unit of each currency.".formatted(known.base()),
                "Currency",
                "Rate",
                "Of the date");
        grid.row()
                .text(known.base().code())
                .number(BigDecimal.ONE, 0)
                .date(known.nav.result().date());
        for (Map.Entry<Currency, Spot> spot : known.nav.inputs().rates().entrySet()) {
            if (!spot.getKey().equals(known.base())) {
                grid.row()
                        .text(spot.getKey().code())
                        .number(spot.getValue().rate().rate().fraction(), 4)
                        .date(spot.getValue().date());
            }
        }
        grid.name("Rate_Currency", "A");
        grid.name("Rate_InBase", "B");
        grid.close();
    }

    private void balances() {
        Grid grid = new Grid(
                book,
                Tab.BALANCES,
                "Balances of the ledger that lots and prices do not lead to; debits are positive. 2100 stands before the day's"
                        + " fee, unpaid margin without the day's, results without what the formulas add to them.",
                "Account",
                "Name",
                "Class",
                "Instrument",
                "Place",
                "Currency",
                "Balance, own currency",
                "Carried at " + known.base());
        for (Balance balance : known.balances()) {
            grid.row()
                    .text(balance.key().account().code())
                    .text(balance.key().account().label())
                    .text(balance.key().tag().shareClass().orElse(""))
                    .text(balance.key().tag().instrument().orElse(""))
                    .text(balance.key().tag().location().orElse(""))
                    .text(balance.key().currency().code())
                    .number(balance.local().amount(), balance.key().currency().decimals())
                    .number(balance.base().amount(), known.decimals);
        }
        grid.name("Balance_Account", "A");
        grid.name("Balance_Base", "H");
        grid.close();
    }

    private void classes() {
        Grid grid = new Grid(
                book,
                Tab.CLASS_INPUTS,
                "What each class was at the last strike and what was dealt then; 'subscribed' counts only while nobody owns"
                        + " anything.",
                "Class",
                "Launched, 1 or 0",
                "Net assets at the last strike",
                "Capital entered",
                "Shares at the last strike",
                "Shares issued",
                "Shares redeemed",
                "Subscribed on the day",
                "Decimals of NAV per share",
                "Initial price");
        for (ClassNav nav : known.nav.result().classes()) {
            ShareClass terms = terms(nav);
            Optional<ClassState> opening = known.nav.inputs().opening().classes().stream()
                    .filter(state -> state.shareClass().equals(nav.shareClass()))
                    .findFirst();
            boolean launched = !terms.launch().isAfter(known.nav.result().date());
            grid.row()
                    .text(nav.shareClass())
                    .number(launched ? BigDecimal.ONE : BigDecimal.ZERO, 0)
                    .number(opening.map(state -> state.netAssets().amount()).orElse(BigDecimal.ZERO), known.decimals)
                    .number(nav.flow().amount(), known.decimals)
                    .number(opening.map(state -> state.shares().units()).orElse(BigDecimal.ZERO), terms.shareDecimals())
                    .number(dealt(nav, CapitalOrder.Side.SUBSCRIPTION), terms.shareDecimals())
                    .number(dealt(nav, CapitalOrder.Side.REDEMPTION), terms.shareDecimals())
                    .number(subscribed(nav), known.decimals)
                    .number(BigDecimal.valueOf(terms.priceDecimals()), 0)
                    .number(terms.initialPrice().perUnit(), 2);
        }
        grid.name("ClassIn_Subscribed", "H");
        grid.close();
    }

    private void fees() {
        Grid grid = new Grid(
                book,
                Tab.FEE_INPUTS,
                "The management fee of each class by period; a month is rounded for itself.",
                "Class",
                "From",
                "To, exclusive",
                "Rate a year",
                "Days in the year");
        for (ClassFee fee : known.nav.result().fees()) {
            Accrual accrual = fee.accrual();
            grid.row()
                    .text(fee.shareClass())
                    .date(accrual.days().from())
                    .date(accrual.days().to())
                    .number(accrual.ratePerYear().fraction(), 4)
                    .number(new BigDecimal(accrual.dayCount().label().replaceAll(".*/", "")), 0);
        }
        grid.close();
    }

    private void margins() {
        Grid grid = new Grid(
                book,
                Tab.MARGIN_INPUTS,
                "Variation margin and closed results of each contract before the day, since it was first traded; one call is"
                        + " one payment.",
                "Contract",
                "Place",
                "Currency",
                "Call: place, currency, paid on",
                "Margin before",
                "Realised before",
                "Initial margin required");
        for (FutureProof proof : known.nav.result().futures()) {
            Currency currency = known.future(proof.instrument()).currency();
            Optional<MarginAccount> before = known.nav.inputs().opening().margins().stream()
                    .filter(account -> account.instrument().equals(proof.instrument()))
                    .filter(account -> account.location().equals(proof.location()))
                    .findFirst();
            grid.row()
                    .text(proof.instrument())
                    .text(proof.location())
                    .text(currency.code())
                    .text(known.call(proof))
                    .number(before.map(MarginAccount::paid).map(Money::amount).orElse(BigDecimal.ZERO), 2)
                    .number(
                            before.map(MarginAccount::realised)
                                    .map(Money::amount)
                                    .orElse(BigDecimal.ZERO),
                            2)
                    .number(proof.required().amount(), 2);
        }
        grid.close();
    }

    private BigDecimal dealt(ClassNav nav, CapitalOrder.Side side) {
        return known.nav.inputs().opening().deals().stream()
                .filter(deal -> deal.order().side() == side)
                .filter(deal -> deal.order().shareClass().equals(nav.shareClass()))
                .map(Deal::shares)
                .map(Quantity::units)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** By orders dealt today with an amount: those whose day it is when there was no owner before (rule G7). */
    private BigDecimal subscribed(ClassNav nav) {
        return known.nav.result().closing().deals().stream()
                .map(Deal::order)
                .filter(order -> order.side() == CapitalOrder.Side.SUBSCRIPTION)
                .filter(order -> order.shareClass().equals(nav.shareClass()))
                .flatMap(order -> order.amount().stream())
                .map(Money::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private ShareClass terms(ClassNav nav) {
        return known.nav.inputs().terms().shareClass(nav.shareClass());
    }
}
