package org.assay.web.night;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.assay.db.NightWork;
import org.assay.ejb.Cycle;
import org.assay.ejb.NightBoard;
import org.assay.ejb.NightBoard.Board;
import org.assay.web.figure.Figure;
import org.assay.web.figure.Moments;
import org.assay.web.figure.Tile;
import org.assay.web.shell.Known;
import org.assay.web.shell.Overview;

/** The night as it stands, or stood. As known now the page asks again by itself while it is open, and can be left at any time. */
@Named
@RequestScoped
public class NightPage {
    private static final int DAYS = 7;
    private static final int CYCLES = 30;

    private static final Map<Cycle.Step, String> WORDS = Map.of(
            Cycle.Step.DATA, "Data",
            Cycle.Step.PRICES, "Prices",
            Cycle.Step.STRIKE, "Strike",
            Cycle.Step.CONTROLS, "Controls",
            Cycle.Step.COMPLIANCE, "Compliance",
            Cycle.Step.REPORTS, "Reports",
            Cycle.Step.SIGN_OFF, "Sign-off");

    @Inject
    private NightBoard nights;

    @Inject
    private Overview overview;

    @Inject
    private Known known;

    private Optional<Board> board = Optional.empty();

    /** A fund that waits for a person. */
    public record WaitRow(String fund, String name, String date, String step, String why, String who, String address) {}

    /**
     * A step of a cycle.
     *
     * @param text {@code 12 of 14}
     * @param word Held, Running or Review; empty when all is done, or waits for the step before
     */
    public record StepCell(String text, String word, String title) {}

    /** The funds whose day ends together. */
    public record CycleRow(String date, String closes, String deadline, Figure funds, List<StepCell> steps) {}

    /** @param in {@code 3 h 20 min} */
    public record NextRow(String at, String in, String what, String date, Figure funds) {}

    /** What a node is at. */
    public record NodeRow(String node, Figure strikes, String last, String running) {}

    private Board board() {
        if (board.isEmpty()) {
            board = Optional.of(nights.board(DAYS, CYCLES, known.moment()));
        }
        return board.get();
    }

    public String getSentence() {
        Board now = board();
        if (known.isThen()) {
            return "What was struck, held and refused by then; what comes next, the pace and the nodes are told as known now";
        }
        if (now.quiet()) {
            return now.waiting() == 0
                    ? "Everything that goes by itself is done; no fund is held."
                    : "Everything that goes by itself is done; %s."
                            .formatted(now.waiting() == 1 ? "one fund is held" : now.waiting() + " funds are held");
        }
        if (now.strikesLeft() == 0) {
            return "All is struck; reports are being made.";
        }
        return now.secondsLeft()
                .map(seconds -> "%s left to strike, about %s at this pace"
                        .formatted(days(now.strikesLeft()), Moments.span(seconds)))
                .orElse("%s left to strike; none was struck in the last minute".formatted(days(now.strikesLeft())));
    }

    private static String days(int days) {
        return days == 1 ? "One day is" : days + " days are";
    }

    public String getAsOf() {
        return Moments.local(board().now(), ZoneOffset.UTC);
    }

    public List<Tile> getTiles() {
        Board now = board();
        if (known.isThen()) {
            return List.of(
                    new Tile(Figure.count(now.struck()), "days struck in the year before"),
                    new Tile(Figure.count(now.waiting()), "funds held"));
        }
        int pace = now.work().nodes().stream()
                .mapToInt(NightWork.NodeWork::strikesLastMinute)
                .sum();
        return List.of(
                new Tile(Figure.count(now.due()), "days due"),
                new Tile(Figure.count(now.waiting()), "funds held"),
                new Tile(Figure.count(pace), "strikes in the last minute"),
                new Tile(Figure.count(now.work().reportsLastMinute()), "reports in the last minute"));
    }

    public List<WaitRow> getWaits() {
        Map<String, String> names = overview.progress().stream()
                .collect(Collectors.toMap(
                        fund -> fund.fund().id(), fund -> fund.fund().terms().name()));
        return board().waits().stream()
                .map(wait -> new WaitRow(
                        wait.fund(),
                        names.getOrDefault(wait.fund(), wait.fund()),
                        wait.date().map(LocalDate::toString).orElse(""),
                        WORDS.get(wait.step()),
                        wait.why(),
                        wait.who(),
                        wait.date()
                                .filter(date -> isStruck(wait.fund(), date))
                                .map(date -> "strike.xhtml?fund=%s&date=%s".formatted(wait.fund(), date))
                                .orElse("fund.xhtml?id=" + wait.fund())))
                .toList();
    }

    /** A held day has a page; one that could not be struck has none. */
    private boolean isStruck(String fund, LocalDate date) {
        return overview.progress().stream()
                .filter(progress -> progress.fund().id().equals(fund))
                .anyMatch(progress ->
                        progress.last().filter(head -> head.date().equals(date)).isPresent());
    }

    /** How many more wait than are told. */
    public int getUntold() {
        return board().waiting() - board().waits().size();
    }

    public List<String> getSteps() {
        return List.of(Cycle.Step.values()).stream().map(WORDS::get).toList();
    }

    public List<CycleRow> getCycles() {
        return board().cycles().stream()
                .map(cycle -> new CycleRow(
                        cycle.date().toString(),
                        "%s %s".formatted(cycle.time(), Moments.city(ZoneId.of(cycle.zone()))),
                        Moments.local(cycle.deadline(), ZoneId.of(cycle.zone())),
                        Figure.count(cycle.funds()),
                        cycle.steps().stream()
                                .map(step -> cell(step, cycle.funds()))
                                .toList()))
                .toList();
    }

    private static StepCell cell(Cycle.StepCount step, int funds) {
        String title = "%s: %s done, %s due, %s held, %s wait"
                .formatted(WORDS.get(step.step()), step.done(), step.due(), step.held(), step.waits());
        String text = "%s of %s".formatted(step.done(), funds);
        if (step.held() > 0) {
            return new StepCell(text, "Held", title);
        }
        if (step.due() > 0) {
            return new StepCell(text, step.step() == Cycle.Step.SIGN_OFF ? "Review" : "Running", title);
        }
        // What waits for the step before it is told by that one.
        return new StepCell(text, "", title);
    }

    public List<NextRow> getNext() {
        return board().next().stream()
                .map(next -> new NextRow(
                        Moments.at(next.at(), ZoneId.of(next.zone())),
                        Moments.span(next.seconds()),
                        next.what(),
                        next.date().toString(),
                        Figure.count(next.funds())))
                .toList();
    }

    public List<NodeRow> getNodes() {
        NightWork work = board().work();
        return work.names().stream()
                .map(node -> new NodeRow(
                        node,
                        Figure.count(work.struckBy(node)
                                .map(NightWork.NodeWork::strikesLastMinute)
                                .orElse(0)),
                        work.struckBy(node)
                                .map(struck -> Moments.local(struck.lastStruckAt(), ZoneOffset.UTC))
                                .orElse(""),
                        work.runningOn(node).stream()
                                .map(job -> "%s %s".formatted(job.kind(), job.slice()))
                                .collect(Collectors.joining(", "))))
                .toList();
    }
}
