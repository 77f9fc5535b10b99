package org.assay.kernel.ledger;

import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.assay.kernel.ErrorCode;
import org.assay.kernel.FundException;
import org.assay.kernel.money.Currency;
import org.assay.kernel.money.FxRate;
import org.assay.kernel.money.Money;

/**
 * The books of one fund while one day is posted: balances in, entries and balances out. Lives for one strike, on one thread.
 */
public final class Ledger {
    private static final int NUMBER = 4;

    private final LocalDate date;
    private final String day;
    private final Currency base;
    private final RoundingMode mode;
    private final Map<Currency, FxRate> rates;
    /** Asked for at every line and sorted only when read: a tree would compare keys a dozen times for each. */
    private final Map<BalanceKey, Balance> balances = new LinkedHashMap<>();

    private final List<Entry> entries = new ArrayList<>();

    /**
     * @param rates spot of the day for every currency in use but the base
     * @param mode how base amounts are rounded, by the fund's policy
     */
    public Ledger(
            LocalDate date,
            Currency base,
            Map<Currency, FxRate> rates,
            RoundingMode mode,
            Collection<Balance> opening) {
        this.date = date;
        this.day = date.toString();
        this.base = base;
        this.mode = mode;
        this.rates = rates;
        opening.forEach(balance -> balances.put(balance.key(), balance));
    }

    /** Starts an entry; nothing is posted until {@link Posting#post}. */
    public Posting entry(String kind, String fact) {
        return new Posting(kind, fact);
    }

    public FxRate spot(Currency currency) {
        if (currency.equals(base)) {
            return FxRate.par(base);
        }
        return Optional.ofNullable(rates.get(currency))
                .orElseThrow(() -> new FundException(
                        ErrorCode.FX_MISSING,
                        currency.code(),
                        "rate",
                        "",
                        "a rate of %s in %s known for %s".formatted(currency, base, date)));
    }

    /** Absent counts as nothing on it. */
    public Balance balance(BalanceKey key) {
        return balances.getOrDefault(key, new Balance(key, Money.zero(key.currency()), Money.zero(base)));
    }

    /** In the order of the chart. */
    public List<Balance> balances() {
        return balances(key -> true);
    }

    public List<Balance> balances(Predicate<BalanceKey> which) {
        return balances.values().stream()
                .filter(balance -> which.test(balance.key()))
                .sorted(Comparator.comparing(Balance::key))
                .toList();
    }

    /** In the order of posting. */
    public List<Entry> entries() {
        return List.copyOf(entries);
    }

    /**
     * An entry being written. In another currency than the fund's, what comes in is worth today's rate and what goes out
     * leaves at what it was carried for; the difference is a realised currency result, and it is the entry's one plug.
     */
    public final class Posting {
        private final String kind;
        private final String fact;
        private final List<Line> lines = new ArrayList<>();

        private Posting(String kind, String fact) {
            this.kind = kind;
            this.fact = fact;
        }

        /** @param local signed, positive is a debit; a monetary balance that shrinks leaves at its carried cost */
        public Posting add(Account account, Tag tag, Money local) {
            Balance before = balance(new BalanceKey(account, tag, local.currency()));
            boolean shrinks = account.monetary() && before.local().signum() * local.signum() < 0;
            return at(
                    account,
                    tag,
                    local,
                    shrinks ? leaving(before, local) : spot(local.currency()).convert(local, mode));
        }

        /**
         * From one account to another, in one currency: the cost moves with the money, so nothing is realised. What the
         * account does not have moves at today's rate.
         */
        public Posting move(Account from, Tag fromTag, Account to, Tag toTag, Money local) {
            Balance held = balance(new BalanceKey(from, fromTag, local.currency()));
            boolean covered = held.local().signum() == local.signum()
                    && held.local().amount().abs().compareTo(local.amount().abs()) >= 0;
            Money cost = covered
                    ? held.base().share(local.amount(), held.local().amount(), mode)
                    : spot(local.currency()).convert(local, mode);
            return at(to, toTag, local, cost).at(from, fromTag, local.negate(), cost.negate());
        }

        /** With a base amount that is already known, such as the cost of a lot. */
        public Posting at(Account account, Tag tag, Money local, Money baseAmount) {
            if (!local.isZero() || !baseAmount.isZero()) {
                lines.add(new Line(account, tag, local, baseAmount));
            }
            return this;
        }

        /** @throws IllegalStateException when it does not balance: a bug, stopped before it is in the books */
        public void post() {
            if (lines.isEmpty()) {
                return;
            }
            plugCurrency();
            SortedMap<Currency, Money> sums = new TreeMap<>();
            Money sum = Money.zero(base);
            for (Line line : lines) {
                sums.merge(line.local().currency(), line.local(), Money::plus);
                sum = sum.plus(line.base());
            }
            if (!sum.isZero() || sums.values().stream().anyMatch(money -> !money.isZero())) {
                throw new IllegalStateException("entry %s of %s is off by %s: %s".formatted(kind, fact, sum, lines));
            }
            lines.forEach(this::carry);
            entries.add(new Entry(id(), date, kind, fact, lines));
        }

        /** {@code 2026-03-02-0001}. */
        private String id() {
            String number = Integer.toString(entries.size() + 1);
            return day + "-" + "0".repeat(Math.max(0, NUMBER - number.length())) + number;
        }

        private Money leaving(Balance before, Money local) {
            if (local.abs().amount().compareTo(before.local().abs().amount()) <= 0) {
                return before.base()
                        .share(local.amount().abs(), before.local().amount().abs(), mode)
                        .negate();
            }
            Money beyond = local.plus(before.local());
            return spot(local.currency()).convert(beyond, mode).minus(before.base());
        }

        private void plugCurrency() {
            SortedMap<Currency, Money> off = new TreeMap<>();
            for (Line line : lines) {
                off.merge(line.local().currency(), line.base(), Money::plus);
            }
            off.forEach((currency, difference) -> {
                if (!currency.equals(base)) {
                    at(Account.REALISED_CURRENCY, Tag.FUND, Money.zero(currency), difference.negate());
                }
            });
        }

        private void carry(Line line) {
            Balance before = balance(line.key());
            Balance after = new Balance(
                    line.key(), before.local().plus(line.local()), before.base().plus(line.base()));
            if (after.isZero()) {
                balances.remove(line.key());
            } else {
                balances.put(line.key(), after);
            }
        }
    }
}
