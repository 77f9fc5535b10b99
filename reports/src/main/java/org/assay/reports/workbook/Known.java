package org.assay.reports.workbook;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.assay.kernel.instrument.Future;
import org.assay.kernel.instrument.Instrument;
import org.assay.kernel.ledger.Account;
import org.assay.kernel.ledger.Balance;
import org.assay.kernel.ledger.BalanceKey;
import org.assay.kernel.ledger.Tag;
import org.assay.kernel.money.Currency;
import org.assay.kernel.money.Money;
import org.assay.kernel.money.Price;
import org.assay.kernel.nav.NavResult.ClassFee;
import org.assay.kernel.nav.NavResult.FutureProof;
import org.assay.kernel.nav.NavResult.Position;
import org.assay.kernel.nav.Place;
import org.assay.reports.StruckNav;
import org.assay.reports.workbook.LotRow.Fate;

/**
 * What the formulas start from. A balance that formulas work out again stands here without the part they work out: the
 * management fee payable without the day's accrual, unpaid margin without the day's, unrealised accounts not at all.
 */
final class Known {
    final StruckNav nav;
    final LotHistory lots;
    /** One for all lots that no formula of another sheet tells apart; those of futures first. */
    final List<LotRow> sums;

    /** Of everything held or proved; absent for a contract that never had one. */
    final SortedMap<String, Price> prices;

    final int decimals;

    Known(StruckNav nav) {
        this.nav = nav;
        this.lots = new LotHistory(nav.inputs(), nav.result());
        this.decimals = nav.fund().base().decimals();
        Map<List<String>, LotRow> kinds = new LinkedHashMap<>();
        lots.futures(lot -> kinds.merge(lot.kind(), lot, LotRow::plus));
        lots.others(lot -> kinds.merge(lot.kind(), lot, LotRow::plus));
        this.sums = List.copyOf(kinds.values());
        this.prices = pricesUsed();
    }

    Currency base() {
        return nav.fund().base();
    }

    /** Held, and neither cash nor a future. */
    List<Position> investments() {
        return nav.result().positions().stream()
                .filter(position -> instrument(position.instrument())
                        .filter(instrument -> !(instrument instanceof Future))
                        .isPresent())
                .toList();
    }

    List<Position> cash() {
        return nav.result().positions().stream()
                .filter(position -> instrument(position.instrument()).isEmpty())
                .toList();
    }

    Optional<Instrument> instrument(String id) {
        return Optional.ofNullable(nav.inputs().instruments().get(id));
    }

    Future future(String id) {
        return (Future) instrument(id).orElseThrow();
    }

    private SortedMap<String, Price> pricesUsed() {
        SortedMap<String, Price> prices = new TreeMap<>();
        investments().forEach(position -> prices.put(position.instrument(), position.price()));
        nav.result()
                .futures()
                .forEach(proof -> proof.settlement().ifPresent(price -> prices.put(proof.instrument(), price)));
        return prices;
    }

    /** Contracts whose margin is one payment with this one's: same broker, currency and day. */
    String call(FutureProof proof) {
        Future future = future(proof.instrument());
        Place place = nav.inputs().terms().places().stream()
                .filter(known -> known.id().equals(proof.location()))
                .findFirst()
                .orElseThrow();
        return "%s %s %s"
                .formatted(
                        place.settlesThrough().orElse(place.id()),
                        future.currency(),
                        nav.inputs()
                                .calendars()
                                .get(future.calendar())
                                .next(nav.result().date()));
    }

    Money inBase(BigDecimal local, Currency currency) {
        BigDecimal rate = currency.equals(base())
                ? BigDecimal.ONE
                : nav.inputs().rates().get(currency).rate().rate().fraction();
        return Money.rounded(local.multiply(rate), base(), nav.inputs().terms().rounding());
    }

    /** What the formulas are given of the ledger, by account, sub-ledger and currency. */
    List<Balance> balances() {
        SortedMap<BalanceKey, Balance> rest = new TreeMap<>();
        Map<Account, Money> sums = new EnumMap<>(Account.class);
        for (Balance balance : nav.result().closing().balances()) {
            if (isMoney(balance.key().account())) {
                rest.put(balance.key(), balance);
            } else {
                sums.merge(balance.key().account(), balance.base(), Money::plus);
            }
        }
        takeDayMargin(rest);
        for (ClassFee fee : nav.result().fees()) {
            BalanceKey key = new BalanceKey(Account.MANAGEMENT_FEE_PAYABLE, Tag.ofClass(fee.shareClass()), base());
            Money amount = fee.accrual().amount();
            rest.merge(key, new Balance(key, amount, amount), Known::sum);
        }
        derived(rest).forEach((account, part) -> sums.merge(account, part.negate(), Money::plus));
        List<Balance> rows = new ArrayList<>(rest.values());
        sums.forEach((account, sum) -> {
            if (!sum.isZero()) {
                rows.add(new Balance(new BalanceKey(account, Tag.FUND, base()), sum, sum));
            }
        });
        return rows;
    }

    static boolean isMoney(Account account) {
        return account.isOnBalanceSheet() && account.monetary();
    }

    /** Paid tomorrow: margin of the day but for what final settlement has paid already. */
    BigDecimal unpaid(FutureProof proof) {
        return dayMargin(proof, Fate.OPEN).add(dayMargin(proof, Fate.CLOSED));
    }

    private BigDecimal dayMargin(FutureProof proof, Fate fate) {
        return sums.stream()
                .filter(lot -> lot.isFuture() && lot.fate() == fate)
                .filter(lot -> lot.instrument().equals(proof.instrument()))
                .filter(lot -> lot.place().equals(proof.location()))
                .map(LotRow::today)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private void takeDayMargin(SortedMap<BalanceKey, Balance> rest) {
        SortedMap<String, BigDecimal> calls = new TreeMap<>();
        nav.result().futures().forEach(proof -> calls.merge(call(proof), unpaid(proof), BigDecimal::add));
        for (FutureProof proof : nav.result().futures()) {
            Currency currency = future(proof.instrument()).currency();
            Account claim = calls.get(call(proof)).signum() < 0
                    ? Account.VARIATION_MARGIN_PAYABLE
                    : Account.VARIATION_MARGIN_RECEIVABLE;
            BalanceKey key = new BalanceKey(claim, Tag.of(proof.instrument(), proof.location()), currency);
            BigDecimal unpaid = unpaid(proof);
            Balance less = new Balance(
                    key,
                    new Money(unpaid.negate(), currency),
                    inBase(unpaid, currency).negate());
            rest.merge(key, less, Known::sum);
        }
        rest.values()
                .removeIf(balance -> balance.local().isZero() && balance.base().isZero());
    }

    /** What the trial balance works out by formulas, by account; debits positive. */
    private Map<Account, Money> derived(SortedMap<BalanceKey, Balance> money) {
        Money zero = Money.zero(base());
        Money price = zero;
        Money currency = zero;
        for (Position position : investments()) {
            price = price.plus(position.pricePart());
            currency = currency.plus(position.currencyPart());
        }
        for (Balance balance : money.values()) {
            currency = currency.plus(
                            inBase(balance.local().amount(), balance.local().currency()))
                    .minus(balance.base());
        }
        Money margin = zero;
        Money claims = zero;
        for (FutureProof proof : nav.result().futures()) {
            Currency own = future(proof.instrument()).currency();
            margin = margin.plus(inBase(dayMargin(proof, Fate.OPEN), own));
            claims = claims.plus(inBase(unpaid(proof), own));
        }
        Money fees =
                nav.result().fees().stream().map(fee -> fee.accrual().amount()).reduce(zero, Money::plus);
        Map<Account, Money> derived = new EnumMap<>(Account.class);
        for (LotRow lot : sums) {
            if (!lot.isFuture()) {
                derived.merge(account(lot.account()), new Money(lot.baseCost(), base()), Money::plus);
            }
        }
        derived.put(Account.UNREALISED_PRICE, price);
        derived.put(Account.UNREALISED_CURRENCY, currency);
        derived.put(Account.CHANGE_UNREALISED_PRICE, price.negate());
        derived.put(Account.CHANGE_UNREALISED_CURRENCY, currency.negate());
        derived.put(Account.CHANGE_UNREALISED_FUTURES, margin.negate());
        derived.put(Account.REALISED_FUTURES, margin.minus(claims));
        derived.put(Account.MANAGEMENT_FEE, fees);
        return derived;
    }

    private static Account account(String code) {
        for (Account account : Account.values()) {
            if (account.code().equals(code)) {
                return account;
            }
        }
        throw new IllegalStateException("no account " + code);
    }

    private static Balance sum(Balance one, Balance other) {
        return new Balance(
                one.key(), one.local().plus(other.local()), one.base().plus(other.base()));
    }
}
