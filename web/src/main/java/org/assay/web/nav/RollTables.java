package org.assay.web.nav;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.assay.kernel.nav.RollOutlook;
import org.assay.kernel.nav.RollOutlook.Coming;
import org.assay.kernel.nav.RollOutlook.Contract;
import org.assay.kernel.nav.RollOutlook.Plan;
import org.assay.kernel.roll.Deadline;
import org.assay.kernel.roll.RollWindow;
import org.assay.web.figure.Figure;

/** How the rolls of a fund stand, as tables. */
public final class RollTables {
    private final RollOutlook outlook;

    /**
     * A contract with lots in it and by when it must be gone.
     *
     * @param window the days on which its programme rolls it; empty when none does
     * @param hardStop empty when it may be held to its end
     * @param days business days until its hard stop
     */
    public record ContractRow(
            String contract,
            String location,
            String programme,
            Figure lots,
            String window,
            String firstNotice,
            String lastTrade,
            String hardStop,
            Figure days,
            String chip) {}

    /**
     * A programme, plan against what was done.
     *
     * @param percent done, for the bar
     */
    public record PlanRow(
            String programme,
            String near,
            String far,
            String window,
            Figure businessDay,
            Figure due,
            Figure target,
            Figure done,
            Figure owed,
            Figure left,
            Figure share,
            int percent,
            String hardStop,
            String chip) {}

    /** A coming day. */
    public record ComingRow(String date, String what, String subject, String location, Figure lots) {}

    private RollTables(RollOutlook outlook) {
        this.outlook = outlook;
    }

    public static RollTables of(RollOutlook outlook) {
        return new RollTables(outlook);
    }

    public List<ContractRow> contracts() {
        return outlook.contracts().stream().map(RollTables::row).toList();
    }

    public static ContractRow row(Contract contract) {
        Deadline deadline = contract.deadline();
        return new ContractRow(
                contract.id(),
                contract.location(),
                contract.programme().orElse(""),
                Figure.of(contract.lots()),
                contract.window().map(RollTables::span).orElse(""),
                deadline.firstNotice().map(LocalDate::toString).orElse(""),
                deadline.lastTrade().toString(),
                deadline.mustLeave() ? deadline.hardStop().toString() : "",
                Figure.count(contract.days()),
                word(contract));
    }

    private static String word(Contract contract) {
        return switch (contract.urgency()) {
            case DUE -> "Held";
            case SOON -> "Soon";
            case FAR -> "";
        };
    }

    /** {@code 2026-06-10 to 2026-06-16}. */
    private static String span(RollWindow window) {
        return "%s to %s".formatted(window.first(), window.last());
    }

    public List<PlanRow> plans() {
        return outlook.plans().stream().map(RollTables::row).toList();
    }

    public static PlanRow row(Plan plan) {
        BigDecimal whole = plan.done().plus(plan.left()).units();
        boolean isOpen = plan.step().isPresent();
        int percent = isOpen && whole.signum() != 0
                ? plan.done()
                        .units()
                        .movePointRight(2)
                        .divide(whole, 0, RoundingMode.DOWN)
                        .intValue()
                : 0;
        return new PlanRow(
                plan.programme(),
                plan.near().or(() -> month(plan, RollWindow::near)).orElse("never rolls"),
                plan.far().or(() -> month(plan, RollWindow::far)).orElse(""),
                plan.window().map(RollTables::span).orElse(""),
                plan.step().map(step -> Figure.count(step.businessDay())).orElse(Figure.NONE),
                plan.step()
                        .map(step -> Figure.percent(step.share(), BigDecimal.ONE))
                        .orElse(Figure.NONE),
                plan.step().map(step -> Figure.of(step.target())).orElse(Figure.NONE),
                isOpen ? Figure.of(plan.done()) : Figure.NONE,
                isOpen ? Figure.of(plan.owed()) : Figure.NONE,
                Figure.of(plan.left()),
                isOpen ? Figure.percent(plan.done().units(), whole) : Figure.NONE,
                percent,
                plan.deadline().map(deadline -> deadline.hardStop().toString()).orElse(""),
                chip(plan, isOpen));
    }

    /** Of a contract that is not listed yet. */
    private static Optional<String> month(Plan plan, Function<RollWindow, YearMonth> side) {
        return plan.window().map(side).map(YearMonth::toString);
    }

    private static String chip(Plan plan, boolean isOpen) {
        if (plan.isBehind()) {
            return "Behind";
        }
        return !isOpen ? "Waiting" : plan.left().isZero() ? "Done" : "Running";
    }

    public List<ComingRow> coming() {
        return outlook.coming().stream().map(RollTables::row).toList();
    }

    public static ComingRow row(Coming coming) {
        return new ComingRow(
                coming.date().toString(), what(coming), coming.subject(), coming.location(), Figure.of(coming.lots()));
    }

    private static String what(Coming coming) {
        return switch (coming.kind()) {
            case ROLL ->
                coming.rolled()
                        .map(day -> "Roll, business day %s: %s %% moved by its end"
                                .formatted(
                                        Integer.toString(day.businessDay()),
                                        Figure.plain(day.share().movePointRight(2))
                                                .text()))
                        .orElse("Roll");
            case HARD_STOP -> "Hard stop: a position holds the NAV";
            case FIRST_NOTICE -> "First notice: delivery may be forced";
            case LAST_TRADE -> "Last trade";
        };
    }
}
