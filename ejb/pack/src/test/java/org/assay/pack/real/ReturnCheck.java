package org.assay.pack.real;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * An outsider's check of the offline command's CSV files against the exchange's settlements and the token closes. It
 * stands alone: one source file, the JDK and nothing of ours, so it can be handed to an auditor and run as it is:
 *
 * <pre>java ReturnCheck.java FOLDER_OF_CSV_FILES FOLDER_OF_RAW_MARKET_FILES</pre>
 *
 * <p>It works out by itself, from the dates in the settlement files alone, which contract should have been held: in
 * month m that of month m+1, a fifth of it moved into month m+2 at the settlement of each of the business days 6 to 10.
 *
 * <pre>
 *   business day      1 .. 5     6      7      8      9     10 ..      weights after the close of that day
 *   month m+1            1     4/5    3/5    2/5    1/5      0
 *   month m+2            0     1/5    2/5    3/5    4/5      1
 *
 *   CDR(t) = sum w(t-1) P(t) / sum w(t-1) P(t-1) - 1                   contract daily return (S&amp;P GSCI)
 *   margin(t) / notional(t-1) = CDR(t)                                 when lots are divisible by five
 * </pre>
 *
 * <p>Prints one line a claim with what was compared, and one line a difference; ends with 1 when there is a difference.
 */
final class ReturnCheck {
    private static final MathContext EXACT = MathContext.DECIMAL128;
    private static final BigDecimal TOLERANCE = new BigDecimal("1e-10");
    private static final int FIRST_ROLL_DAY = 6;
    private static final int ROLL_DAYS = 5;

    /** Of the broker, each side, as the trades and the programmes of the pack have it. */
    private static final BigDecimal COMMISSION_PER_LOT = new BigDecimal("2.50");

    private final List<String> differences = new ArrayList<>();
    private final Series settlements = new Series();
    private final Series closes = new Series();

    /** Days with settlements: the exchange's business days, by what it did and not by what a table says. */
    private final NavigableSet<LocalDate> days = new TreeSet<>();

    private final List<Map<String, String>> positions;
    private final List<Map<String, String>> futures;
    private final List<Map<String, String>> trialBalance;
    private final List<Map<String, String>> nav;

    /** Signed lots at the close. */
    private final Series lots = new Series();

    /** Credits less debits on realised (4020) and change in unrealised (4120): the day's variation margin. */
    private final Series margin = new Series();

    /** Debits of the day on commission (5030). */
    private final Series commission = new Series();

    private ReturnCheck(Path output, Path market) throws IOException {
        for (Map<String, String> row : rows(market.resolve("wti_settlements.csv"))) {
            settlements.add("CL-" + row.get("contract_month"), row.get("date"), row.get("settlement_usd"));
        }
        for (Map<String, String> row : rows(market.resolve("natgas_settlements.csv"))) {
            settlements.add("NG-" + row.get("contract_month"), row.get("date"), row.get("settlement_usd"));
        }
        for (Map<String, String> row : rows(market.resolve("token_daily_close.csv"))) {
            closes.add(row.get("token"), row.get("date"), row.get("close_usd"));
        }
        settlements.names().forEach(contract -> days.addAll(settlements.days(contract)));
        this.positions = rows(output.resolve("positions.csv"));
        this.futures = rows(output.resolve("futures.csv"));
        this.trialBalance = rows(output.resolve("trial_balance.csv"));
        this.nav = rows(output.resolve("nav.csv"));
        for (Map<String, String> row : positions) {
            if (isContract(row.get("instrument"))) {
                lots.add(row.get("instrument"), row.get("date"), new BigDecimal(row.get("quantity")));
            }
        }
        readJournal(rows(output.resolve("journal.csv")));
    }

    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 2) {
            System.err.println("usage: java ReturnCheck.java FOLDER_OF_CSV_FILES FOLDER_OF_RAW_MARKET_FILES");
            System.exit(2);
        }
        ReturnCheck check = new ReturnCheck(Path.of(arguments[0]), Path.of(arguments[1]));
        check.every_settlement_day_is_struck();
        check.daily_margin_is_the_contract_return("CL", new BigDecimal(1_000));
        check.daily_margin_is_the_contract_return("NG", new BigDecimal(10_000));
        check.cumulative_margin_is_realised_and_unrealised();
        check.every_lot_that_moved_paid_commission();
        check.tokens_stand_at_their_close();
        check.differences.forEach(System.out::println);
        System.exit(check.differences.isEmpty() ? 0 : 1);
    }

    private void every_settlement_day_is_struck() {
        NavigableSet<LocalDate> struck = new TreeSet<>();
        nav.forEach(row -> struck.add(LocalDate.parse(row.get("date"))));
        NavigableSet<LocalDate> either = new TreeSet<>(days);
        either.addAll(struck);
        either.removeIf(day -> days.contains(day) && struck.contains(day));
        either.forEach(day ->
                differences.add("%s settled: %s, struck: %s".formatted(day, days.contains(day), struck.contains(day))));
        System.out.printf("days struck: %s%n", struck.size());
    }

    private void daily_margin_is_the_contract_return(String root, BigDecimal multiplier) {
        int compared = 0;
        BigDecimal largest = BigDecimal.ZERO;
        for (LocalDate day : days) {
            LocalDate before = days.lower(day);
            BigDecimal gained = ofRoot(margin, root, day);
            BigDecimal notional = before == null ? BigDecimal.ZERO : notional(root, multiplier, before);
            if (notional.signum() == 0) {
                same(root + " margin without a position", day, gained, BigDecimal.ZERO);
                continue;
            }
            BigDecimal measured = gained.divide(notional, EXACT);
            BigDecimal expected = contractReturn(root, before, day);
            BigDecimal off = measured.subtract(expected).abs();
            if (off.compareTo(TOLERANCE) > 0) {
                differences.add("%s return of %s: found %s, expected %s".formatted(day, root, measured, expected));
            }
            largest = largest.max(off);
            compared++;
        }
        System.out.printf("returns of %s: %s, largest difference %s%n", root, compared, largest.toPlainString());
    }

    /** CDR of futures-tokens.md 1.3: yesterday's weights, at today's and at yesterday's settlements. */
    private BigDecimal contractReturn(String root, LocalDate before, LocalDate day) {
        YearMonth month = YearMonth.from(before);
        BigDecimal far = new BigDecimal(rolledDays(before)).divide(new BigDecimal(ROLL_DAYS));
        BigDecimal near = BigDecimal.ONE.subtract(far);
        BigDecimal now = BigDecimal.ZERO;
        BigDecimal then = BigDecimal.ZERO;
        for (int ahead = 1; ahead <= 2; ahead++) {
            BigDecimal weight = ahead == 1 ? near : far;
            if (weight.signum() != 0) {
                now = now.add(weight.multiply(settlements.known(contract(root, month, ahead), day)));
                then = then.add(weight.multiply(settlements.known(contract(root, month, ahead), before)));
            }
        }
        return now.divide(then, EXACT).subtract(BigDecimal.ONE);
    }

    /** Days of the roll that are over at the close of a day, 0 to 5; a business day is a day with settlements. */
    private int rolledDays(LocalDate day) {
        int businessDay = days.subSet(day.withDayOfMonth(1), true, day, true).size();
        return Math.max(0, Math.min(ROLL_DAYS, businessDay - FIRST_ROLL_DAY + 1));
    }

    private BigDecimal notional(String root, BigDecimal multiplier, LocalDate day) {
        BigDecimal sum = BigDecimal.ZERO;
        for (String contract : lots.names()) {
            BigDecimal held = lots.of(contract, day);
            if (contract.startsWith(root + "-") && held.signum() != 0) {
                sum = sum.add(held.multiply(multiplier).multiply(settlements.known(contract, day)));
            }
        }
        return sum;
    }

    /** Every change of lots is a trade at the day's settlement; lots are relieved first in, first out. */
    private void cumulative_margin_is_realised_and_unrealised() {
        int compared = 0;
        Map<String, Map<String, String>> reported = new TreeMap<>();
        futures.forEach(row -> reported.put(row.get("instrument") + row.get("date"), row));
        for (String contract : margin.names()) {
            BigDecimal multiplier = new BigDecimal(contract.startsWith("CL") ? 1_000 : 10_000);
            OpenLots open = new OpenLots(multiplier);
            BigDecimal paid = BigDecimal.ZERO;
            for (LocalDate day : days.tailSet(settlements.days(contract).first())) {
                BigDecimal price = settlements.latest(contract, day);
                open.bringTo(lots.of(contract, day), price);
                BigDecimal unrealised = open.unrealised(price);
                if (!settlements.days(contract).contains(day)) {
                    same(contract + " lots without a settlement", day, lots.of(contract, day), BigDecimal.ZERO);
                }
                paid = paid.add(margin.of(contract, day));
                same(contract + " margin since the first trade", day, paid, open.realised.add(unrealised));
                Map<String, String> row = reported.remove(contract + day);
                if (row != null) {
                    same(contract + " lots", day, new BigDecimal(row.get("lots")), lots.of(contract, day));
                    same(contract + " settlement", day, new BigDecimal(row.get("settlement")), price);
                    same(contract + " margin", day, new BigDecimal(row.get("margin")), margin.of(contract, day));
                    same(contract + " paid", day, new BigDecimal(row.get("paid")), paid);
                    same(contract + " realised", day, new BigDecimal(row.get("realised")), open.realised);
                    same(contract + " unrealised", day, new BigDecimal(row.get("unrealised")), unrealised);
                    compared++;
                } else if (lots.of(contract, day).signum() != 0) {
                    differences.add("%s %s is held and not in futures.csv".formatted(day, contract));
                }
            }
        }
        reported.keySet().forEach(left -> differences.add("futures.csv has a row nobody can explain: " + left));
        System.out.printf(
                "margin proofs: %s of %s contracts%n", compared, margin.names().size());
    }

    private void every_lot_that_moved_paid_commission() {
        int compared = 0;
        for (String contract : lots.names()) {
            BigDecimal held = BigDecimal.ZERO;
            for (LocalDate day : days) {
                BigDecimal moved = lots.of(contract, day).subtract(held).abs();
                BigDecimal owed = moved.multiply(COMMISSION_PER_LOT);
                same(contract + " commission", day, commission.of(contract, day), owed);
                held = lots.of(contract, day);
                compared += moved.signum();
            }
        }
        System.out.printf("trades of futures: %s%n", compared);
    }

    /** Closes count at 10 decimals, as a pack holds prices; the rest of net assets is read from the trial balance. */
    private void tokens_stand_at_their_close() {
        SortedMap<LocalDate, BigDecimal> tokens = new TreeMap<>();
        int compared = 0;
        for (Map<String, String> row : positions) {
            String token = row.get("instrument");
            LocalDate day = LocalDate.parse(row.get("date"));
            if (closes.names().contains(token)) {
                BigDecimal price = closes.known(token, day).setScale(10, RoundingMode.HALF_UP);
                BigDecimal value =
                        price.multiply(new BigDecimal(row.get("quantity"))).setScale(2, RoundingMode.HALF_UP);
                same(token + " market value", day, new BigDecimal(row.get("market_value")), value);
                tokens.merge(day, value, BigDecimal::add);
                compared++;
            }
        }
        Series accounts = new Series();
        for (Map<String, String> row : trialBalance) {
            boolean token =
                    row.get("account").equals("1100") || row.get("account").equals("1150");
            boolean onBalanceSheet =
                    row.get("account").startsWith("1") || row.get("account").startsWith("2");
            String part = token ? "tokens" : onBalanceSheet ? "rest" : "result";
            accounts.add(part, row.get("date"), new BigDecimal(row.get("balance")));
        }
        Series classes = new Series();
        nav.forEach(row -> classes.add("fund", row.get("date"), new BigDecimal(row.get("net_assets"))));
        for (LocalDate day : days) {
            BigDecimal part = tokens.getOrDefault(day, BigDecimal.ZERO);
            same("tokens in the trial balance", day, accounts.of("tokens", day), part);
            same("net assets", day, classes.of("fund", day), part.add(accounts.of("rest", day)));
        }
        System.out.printf("token values: %s%n", compared);
    }

    private void readJournal(List<Map<String, String>> journal) {
        for (Map<String, String> row : journal) {
            String account = row.get("account");
            BigDecimal debit = new BigDecimal(row.get("debit")).subtract(new BigDecimal(row.get("credit")));
            if (account.equals("4020") || account.equals("4120")) {
                margin.add(row.get("instrument"), row.get("date"), debit.negate());
            } else if (account.equals("5030") && isContract(row.get("instrument"))) {
                commission.add(row.get("instrument"), row.get("date"), debit);
            }
        }
    }

    private void same(String what, LocalDate day, BigDecimal found, BigDecimal expected) {
        if (found.compareTo(expected) != 0) {
            differences.add("%s %s: found %s, expected %s".formatted(day, what, found, expected));
        }
    }

    private static BigDecimal ofRoot(Series series, String root, LocalDate day) {
        return series.names().stream()
                .filter(name -> name.startsWith(root + "-"))
                .map(name -> series.of(name, day))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static String contract(String root, YearMonth month, int ahead) {
        return root + "-" + month.plusMonths(ahead);
    }

    private static boolean isContract(String instrument) {
        return instrument.startsWith("CL-") || instrument.startsWith("NG-");
    }

    /** Rows by the names of their columns. A quote would need a real parser, so it is refused and not misread. */
    private static List<Map<String, String>> rows(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        String[] header = lines.get(0).split(",", -1);
        List<Map<String, String>> rows = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            if (cells.length != header.length || line.contains("\"")) {
                throw new IOException("%s: not a plain row: %s".formatted(file, line));
            }
            Map<String, String> row = new TreeMap<>();
            for (int i = 0; i < header.length; i++) {
                row.put(header[i], cells[i]);
            }
            rows.add(row);
        }
        return rows;
    }

    /** Open lots of one contract with the prices they were opened at; long only. */
    private static final class OpenLots {
        private record Open(BigDecimal lots, BigDecimal price) {}

        private final BigDecimal multiplier;
        private final Deque<Open> open = new ArrayDeque<>();
        private BigDecimal realised = BigDecimal.ZERO;

        private OpenLots(BigDecimal multiplier) {
            this.multiplier = multiplier;
        }

        private void bringTo(BigDecimal lots, BigDecimal price) {
            BigDecimal change = lots.subtract(open.stream().map(Open::lots).reduce(BigDecimal.ZERO, BigDecimal::add));
            if (change.signum() > 0) {
                open.addLast(new Open(change, price));
            }
            for (BigDecimal left = change.negate(); left.signum() > 0; ) {
                Open first = open.removeFirst();
                BigDecimal taken = left.min(first.lots());
                realised = realised.add(gain(taken, first.price(), price));
                if (taken.compareTo(first.lots()) < 0) {
                    open.addFirst(new Open(first.lots().subtract(taken), first.price()));
                }
                left = left.subtract(taken);
            }
        }

        private BigDecimal unrealised(BigDecimal price) {
            return open.stream()
                    .map(lot -> gain(lot.lots(), lot.price(), price))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
        }

        private BigDecimal gain(BigDecimal lots, BigDecimal from, BigDecimal to) {
            return to.subtract(from).multiply(lots).multiply(multiplier);
        }
    }

    /** Figures by name and day. */
    private static final class Series {
        private final SortedMap<String, TreeMap<LocalDate, BigDecimal>> figures = new TreeMap<>();

        private void add(String name, String day, String figure) {
            add(name, day, new BigDecimal(figure));
        }

        private void add(String name, String day, BigDecimal figure) {
            figures.computeIfAbsent(name, n -> new TreeMap<>()).merge(LocalDate.parse(day), figure, BigDecimal::add);
        }

        private Set<String> names() {
            return figures.keySet();
        }

        private NavigableSet<LocalDate> days(String name) {
            return figures.getOrDefault(name, new TreeMap<>()).navigableKeySet();
        }

        /** Zero where nothing was added. */
        private BigDecimal of(String name, LocalDate day) {
            return figures.getOrDefault(name, new TreeMap<>()).getOrDefault(day, BigDecimal.ZERO);
        }

        private BigDecimal known(String name, LocalDate day) {
            if (!days(name).contains(day)) {
                throw new IllegalStateException("the raw files have no price of %s on %s".formatted(name, day));
            }
            return of(name, day);
        }

        private BigDecimal latest(String name, LocalDate day) {
            return figures.get(name).floorEntry(day).getValue();
        }
    }
}
