package org.assay.web.nav;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assay.kernel.Finding;
import org.assay.kernel.instrument.Cash;
import org.assay.kernel.instrument.Future;
import org.assay.kernel.instrument.Instrument;
import org.assay.kernel.ledger.Account;
import org.assay.kernel.ledger.Entry;
import org.assay.kernel.ledger.Line;
import org.assay.kernel.money.Money;
import org.assay.kernel.nav.NavInputs;
import org.assay.kernel.nav.NavResult;
import org.assay.kernel.nav.NavResult.ClassNav;
import org.assay.kernel.nav.NavResult.FutureProof;
import org.assay.kernel.nav.NavResult.Position;
import org.assay.kernel.nav.ShareClass;
import org.assay.kernel.roll.RollStep;
import org.assay.reports.ControlWords;
import org.assay.web.figure.Figure;

/** The tables of one struck NAV. */
public final class NavTables {
    private static final Set<String> OF_PRICES = Set.of("C20", "C21", "C36");

    private final NavInputs inputs;
    private final NavResult result;

    /** Something held; a unit stands in the head of each column. */
    public record PositionRow(
            String instrument,
            String name,
            String kind,
            String location,
            boolean isRestricted,
            Figure quantity,
            Figure price,
            String currency,
            Figure cost,
            Figure marketValue,
            Figure weight,
            Figure unrealised,
            Figure notional,
            Figure exposure) {}

    /** A contract with its proof: margin since it opened is realised and unrealised together. */
    public record FutureRow(
            String contract,
            String location,
            String lastTrade,
            String currency,
            Figure lots,
            Figure settlement,
            Figure notional,
            Figure today,
            Figure paid,
            Figure realised,
            Figure unrealised,
            Figure difference,
            Figure required) {}

    /** @param percent of the way, for the bar */
    public record RollRow(
            String programme,
            String contracts,
            Figure businessDay,
            Figure share,
            Figure target,
            Figure done,
            Figure owed,
            int percent) {}

    /** @param chip the word of the outcome */
    public record ControlRow(String code, String name, Figure tested, Figure failed, String chip) {}

    /** @param isOfPrice it is about the price of an instrument */
    public record FindingRow(
            String control,
            String severity,
            String subject,
            String text,
            Figure measured,
            Figure limit,
            boolean isOfPrice) {}

    public record ClassRow(
            String shareClass,
            Figure netAssets,
            Figure shares,
            Figure perShare,
            Figure result,
            Figure flow,
            Figure fee) {}

    public record AccountRow(String code, String label, String side, Figure base) {}

    public record JournalRow(
            String entry, String kind, String fact, String account, String subject, Figure debit, Figure credit) {}

    private NavTables(NavInputs inputs, NavResult result) {
        this.inputs = inputs;
        this.result = result;
    }

    public static NavTables of(NavInputs inputs, NavResult result) {
        return new NavTables(inputs, result);
    }

    public List<PositionRow> positions() {
        return result.positions().stream().map(this::row).toList();
    }

    /** Money on accounts. */
    public List<PositionRow> cash() {
        return positions().stream().filter(row -> row.kind().equals("Cash")).toList();
    }

    public List<PositionRow> investments() {
        return positions().stream().filter(row -> !row.kind().equals("Cash")).toList();
    }

    private PositionRow row(Position position) {
        Instrument instrument = instrument(position);
        BigDecimal whole = result.netAssets().amount();
        return new PositionRow(
                position.instrument(),
                instrument.name(),
                Kinds.of(instrument),
                position.location(),
                position.state() == NavResult.State.RESTRICTED,
                quantity(position, instrument),
                instrument instanceof Cash ? Figure.NONE : Figure.of(position.price()),
                position.price().currency().code(),
                Figure.of(position.cost()),
                Figure.of(position.marketValue()).because("position:" + position.instrument()),
                Figure.percent(position.marketValue().amount(), whole),
                Figure.of(position.unrealised()),
                Figure.of(position.notional()),
                Figure.percent(position.notional().amount(), whole));
    }

    /** Money is counted at its minor unit. */
    private static Figure quantity(Position position, Instrument instrument) {
        var currency = position.price().currency();
        return instrument instanceof Cash
                ? Figure.money(position.quantity().units(), currency.decimals(), currency.code())
                : Figure.of(position.quantity());
    }

    /** Cash is no row of the reference data. */
    private Instrument instrument(Position position) {
        return Optional.ofNullable(inputs.instruments().get(position.instrument()))
                .orElseGet(() -> new Cash(position.price().currency()));
    }

    public List<FutureRow> futures() {
        return result.futures().stream().map(this::row).toList();
    }

    /** Contracts with lots in them. */
    public List<FutureRow> openFutures() {
        return result.futures().stream()
                .filter(proof -> !proof.lots().isZero())
                .map(this::row)
                .toList();
    }

    private FutureRow row(FutureProof proof) {
        Future future = (Future) inputs.instruments().get(proof.instrument());
        BigDecimal notional = proof.settlement()
                .map(price -> future.exposure(proof.lots(), price))
                .orElse(BigDecimal.ZERO);
        Money difference = proof.paid().minus(proof.realised()).minus(proof.unrealised());
        Money rounded = Money.rounded(notional, future.currency(), RoundingMode.HALF_UP);
        return new FutureRow(
                proof.instrument(),
                proof.location(),
                future.lastTrade().toString(),
                future.currency().code(),
                Figure.of(proof.lots()),
                proof.settlement().map(Figure::of).orElse(Figure.NONE),
                Figure.of(rounded),
                Figure.of(proof.margin()),
                Figure.of(proof.paid()),
                Figure.of(proof.realised()),
                Figure.of(proof.unrealised()),
                Figure.of(difference),
                Figure.of(proof.required()));
    }

    public List<RollRow> rolls() {
        return result.rolls().stream().map(NavTables::row).toList();
    }

    private static RollRow row(RollStep step) {
        return new RollRow(
                step.programme(),
                "%s into %s".formatted(step.near(), step.far()),
                Figure.count(step.businessDay()),
                Figure.percent(step.share(), BigDecimal.ONE),
                Figure.of(step.target()),
                Figure.of(step.done()),
                Figure.of(step.owed()),
                step.share().movePointRight(2).intValue());
    }

    public List<ControlRow> controls() {
        return result.controls().stream()
                .map(control -> new ControlRow(
                        control.code(),
                        ControlWords.of(control.code()).map(ControlWords::name).orElse(""),
                        Figure.count(control.tested()),
                        Figure.count(control.failed()),
                        control.failed() > 0 ? "Failed" : "Pass"))
                .toList();
    }

    /** What holds the NAV first. */
    public List<FindingRow> findings() {
        return result.findings().stream()
                .sorted(Comparator.comparing(Finding::severity).reversed().thenComparing(Finding.ORDER))
                .map(finding -> new FindingRow(
                        finding.control(),
                        word(finding.severity()),
                        finding.subject(),
                        finding.text(),
                        Figure.measured(finding.measured()),
                        Figure.plain(finding.limit()),
                        isOfPrice(inputs, finding)))
                .toList();
    }

    /** It is about the price of an instrument: moved, stale or missing. */
    public static boolean isOfPrice(NavInputs inputs, Finding finding) {
        return OF_PRICES.contains(finding.control()) && inputs.instruments().containsKey(finding.subject());
    }

    private static String word(Finding.Severity severity) {
        return switch (severity) {
            case INFO -> "Note";
            case REVIEW -> "Review";
            case BLOCK -> "Held";
        };
    }

    public List<ClassRow> classes() {
        return result.classes().stream().map(this::row).toList();
    }

    private ClassRow row(ClassNav nav) {
        Money fee = result.fees().stream()
                .filter(row -> row.shareClass().equals(nav.shareClass()))
                .map(row -> row.accrual().amount())
                .reduce(Money.zero(inputs.terms().base()), Money::plus);
        return new ClassRow(
                nav.shareClass(),
                Figure.of(nav.netAssets()).because("net_assets:" + nav.shareClass()),
                Figure.of(nav.shares()),
                perShare(nav),
                Figure.of(nav.allocated()),
                Figure.of(nav.flow()),
                Figure.of(fee.negate()));
    }

    /** At the decimals of the class. */
    public Figure perShare(ClassNav nav) {
        int decimals = inputs.terms().classes().stream()
                .filter(terms -> terms.code().equals(nav.shareClass()))
                .mapToInt(ShareClass::priceDecimals)
                .findFirst()
                .orElse(0);
        return Figure.of(nav.perShare(), decimals).because("nav_per_share:" + nav.shareClass());
    }

    /** Every account of the balance sheet; together they are net assets. */
    public List<AccountRow> accounts() {
        List<AccountRow> rows = new ArrayList<>();
        result.closing().trialBalance().forEach((account, money) -> {
            if (account.isOnBalanceSheet()) {
                rows.add(new AccountRow(
                        account.code(),
                        account.label(),
                        account.type() == Account.Type.ASSET ? "Asset" : "Liability",
                        Figure.of(money).because("account:" + account.code())));
            }
        });
        return rows;
    }

    public List<JournalRow> journal() {
        return result.entries().stream().flatMap(NavTables::journal).toList();
    }

    static Stream<JournalRow> journal(Entry entry) {
        return entry.lines().stream().map(line -> row(entry, line));
    }

    private static JournalRow row(Entry entry, Line line) {
        boolean isDebit = line.base().signum() >= 0;
        String subject = Stream.of(
                        line.tag().shareClass().map(code -> "class " + code),
                        line.tag().instrument(),
                        line.tag().location())
                .flatMap(Optional::stream)
                .collect(Collectors.joining(", "));
        return new JournalRow(
                entry.id(),
                entry.kind(),
                entry.fact(),
                line.account().code() + " " + line.account().label(),
                subject,
                isDebit ? Figure.of(line.base()) : Figure.NONE,
                isDebit ? Figure.NONE : Figure.of(line.base().abs()));
    }
}
