package org.assay.web.roll;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.assay.ejb.Night;
import org.assay.ejb.Rolls;
import org.assay.kernel.nav.RollOutlook;
import org.assay.kernel.nav.RollOutlook.Contract;
import org.assay.kernel.nav.RollOutlook.Plan;
import org.assay.kernel.nav.RollOutlook.Urgency;
import org.assay.kernel.nav.RolledDay;
import org.assay.web.figure.Figure;
import org.assay.web.list.Column;
import org.assay.web.list.ListModel;
import org.assay.web.list.ListQuestion;
import org.assay.web.nav.RollTables;
import org.assay.web.shell.Choice;
import org.assay.web.shell.Known;
import org.assay.web.shell.Overview;

/** Exceptions first: what is behind its plan or near its end; then plans, contracts and the calendar of all funds. */
@Named
@RequestScoped
public class RollsPage {
    @Inject
    private Overview overview;

    @Inject
    private Rolls rolls;

    @Inject
    private Known known;

    private static final String FUND = "fund";
    private static final String ROOT = "root";
    private static final String HARD_STOP = "stop";

    private static final List<Column> COLUMNS = List.of(
            Column.sorted(FUND, "Fund"),
            Column.sorted("contract", "Contract"),
            Column.sorted("where", "Where"),
            Column.sorted("lots", "Lots"),
            Column.of("rolls", "Rolls on"),
            Column.of("notice", "First notice"),
            Column.sorted("trade", "Last trade"),
            Column.sorted(HARD_STOP, "Hard stop"),
            Column.sorted("left", "Business days left"),
            Column.sorted("status", "Status"));

    private static final Map<String, Comparator<Line<Contract>>> ORDERS = Map.of(
            FUND,
            Comparator.comparing(Line::name),
            "contract",
            Comparator.comparing(line -> line.row().id()),
            "where",
            Comparator.comparing(line -> line.row().location()),
            "lots",
            Comparator.comparing(line -> line.row().lots()),
            "trade",
            Comparator.comparing(line -> line.row().deadline().lastTrade()),
            HARD_STOP,
            Comparator.comparing(line -> line.row().deadline().hardStop()),
            "left",
            Comparator.comparing(line -> line.row().days()),
            "status",
            Comparator.comparing(line -> line.row().urgency()));

    private final ListQuestion question = new ListQuestion("rolls.xhtml#contracts", COLUMNS, HARD_STOP, FUND, ROOT);
    private final String fund = question.value(FUND);
    private final String root = question.value(ROOT);
    private Optional<ListModel<Line<RollTables.ContractRow>>> contracts = Optional.empty();
    private Optional<List<FundRolls>> all = Optional.empty();

    /** @param outlook of the chain that is asked for, or all of them */
    private record FundRolls(String fund, String name, RollOutlook all, RollOutlook outlook) {}

    /**
     * What needs a person.
     *
     * @param days business days until the hard stop
     */
    public record Need(
            String fund, String name, String what, String hardStop, Figure days, String chip, String address) {}

    /** A row of a fund. */
    public record Line<R>(String fund, String name, String asOf, R row) {}

    /** Plan against fills, on one day. */
    public record DayRow(
            String date,
            String programme,
            Figure businessDay,
            Figure share,
            Figure target,
            Figure moved,
            Figure done,
            Figure owed,
            String currency,
            Figure slippage,
            Figure commission) {}

    private List<FundRolls> all() {
        if (all.isEmpty()) {
            all = Optional.of(overview.progress().stream()
                    .map(Night.Progress::fund)
                    .filter(head -> fund.isEmpty() || head.id().equals(fund))
                    .flatMap(head -> rolls.outlook(head.id(), known.moment()).stream()
                            .map(outlook ->
                                    new FundRolls(head.id(), head.terms().name(), outlook, wanted(outlook))))
                    .toList());
        }
        return all.get();
    }

    private RollOutlook wanted(RollOutlook outlook) {
        return root.isEmpty() ? outlook : outlook.of(root);
    }

    private <R> Stream<Line<R>> lines(Function<RollOutlook, Stream<R>> rows) {
        return all().stream()
                .flatMap(each -> rows.apply(each.outlook())
                        .map(row -> new Line<>(
                                each.fund(), each.name(), each.outlook().date().toString(), row)));
    }

    private static <R, S> Line<S> with(Line<R> line, S row) {
        return new Line<>(line.fund(), line.name(), line.asOf(), row);
    }

    /** What holds the NAV first, then what is behind, then what ends soon; each the nearest first. */
    public List<Need> getNeeds() {
        return Stream.concat(
                        lines(outlook -> outlook.plans().stream())
                                .filter(line -> line.row().isBehind())
                                .map(RollsPage::behind),
                        lines(outlook -> outlook.contracts().stream())
                                .filter(line -> line.row().urgency() != Urgency.FAR)
                                .map(RollsPage::ending))
                .sorted(Comparator.comparing(
                                (Need need) -> List.of("Held", "Behind", "Soon").indexOf(need.chip()))
                        .thenComparing(Need::hardStop)
                        .thenComparing(Need::fund))
                .toList();
    }

    private static Need behind(Line<Plan> line) {
        Plan plan = line.row();
        return new Need(
                line.fund(),
                line.name(),
                "Programme %s is behind its plan: %s lots should have left %s by %s and have not."
                        .formatted(plan.programme(), plan.owed(), plan.near().orElse("the near contract"), line.asOf()),
                plan.deadline().map(deadline -> deadline.hardStop().toString()).orElse(""),
                Figure.NONE,
                "Behind",
                day(line));
    }

    private static Need ending(Line<Contract> line) {
        Contract contract = line.row();
        boolean isDue = contract.urgency() == Urgency.DUE;
        String until = contract.deadline().mustLeave()
                ? "hard stop %s, last trade %s"
                        .formatted(
                                contract.deadline().hardStop(),
                                contract.deadline().lastTrade())
                : "last trade %s, may be held until then"
                        .formatted(contract.deadline().lastTrade());
        return new Need(
                line.fund(),
                line.name(),
                "%s lots of %s at %s %s: %s."
                        .formatted(
                                contract.lots(),
                                contract.id(),
                                contract.location(),
                                isDue ? "hold the NAV" : "end soon",
                                until),
                contract.deadline().hardStop().toString(),
                Figure.count(contract.days()),
                isDue ? "Held" : "Soon",
                day(line));
    }

    private static String day(Line<?> line) {
        return "rolls.xhtml?fund=%s#days".formatted(line.fund());
    }

    /** Behind first, then what rolls, waits and is done. */
    public List<Line<RollTables.PlanRow>> getPlans() {
        return lines(outlook -> outlook.plans().stream())
                .map(line -> with(line, RollTables.row(line.row())))
                .sorted(Comparator.comparing(
                                (Line<RollTables.PlanRow> line) -> List.of("Behind", "Running", "Waiting", "Done")
                                        .indexOf(line.row().chip()))
                        .thenComparing(line -> line.row().hardStop()))
                .toList();
    }

    /** The nearest deadline first, when nobody asks for another order. */
    public ListModel<Line<RollTables.ContractRow>> getContracts() {
        if (contracts.isEmpty()) {
            contracts = Optional.of(ListModel.of(
                    question,
                    lines(outlook -> outlook.contracts().stream()).toList(),
                    ORDERS,
                    line -> with(line, RollTables.row(line.row()))));
        }
        return contracts.get();
    }

    /** The soonest first. */
    public List<Line<RollTables.ComingRow>> getComing() {
        return lines(outlook -> outlook.coming().stream())
                .sorted(Comparator.comparing(line -> line.row().date()))
                .map(line -> with(line, RollTables.row(line.row())))
                .toList();
    }

    /** One fund is looked at: each of its days is struck again, so it is not done for all of them. */
    public boolean isOneFund() {
        return all().size() == 1;
    }

    public String getOneFundId() {
        return all().get(0).fund();
    }

    public String getOneName() {
        return all().get(0).name();
    }

    /** Of the last window each programme has begun. */
    public List<DayRow> getDays() {
        return rolls.days(all().get(0).fund(), known.moment()).stream()
                .filter(day -> isWanted(day.step().programme()))
                .map(RollsPage::row)
                .toList();
    }

    private boolean isWanted(String programme) {
        return all().get(0).outlook().plans().stream()
                .anyMatch(plan -> plan.programme().equals(programme));
    }

    private static DayRow row(RolledDay day) {
        return new DayRow(
                day.date().toString(),
                day.step().programme(),
                Figure.count(day.step().businessDay()),
                Figure.percent(day.step().share(), BigDecimal.ONE),
                Figure.of(day.step().target()),
                Figure.of(day.moved()),
                Figure.of(day.done()),
                Figure.of(day.owed()),
                day.commission().map(money -> money.currency().code()).orElse(""),
                day.slippage().map(Figure::of).orElse(Figure.NONE),
                day.commission().map(Figure::of).orElse(Figure.NONE));
    }

    public List<Choice> getFunds() {
        return overview.funds(fund);
    }

    public List<Choice> getRoots() {
        return all().stream()
                .flatMap(each -> Stream.concat(
                        each.all().plans().stream().map(Plan::root),
                        each.all().contracts().stream().map(Contract::root)))
                .distinct()
                .sorted()
                .map(each -> new Choice(each, each, each.equals(root)))
                .toList();
    }

    public String getFund() {
        return fund;
    }

    public String getRoot() {
        return root;
    }
}
