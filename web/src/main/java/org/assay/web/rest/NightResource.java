package org.assay.web.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.assay.db.NightWork;
import org.assay.ejb.Cycle;
import org.assay.ejb.NightBoard;
import org.assay.ejb.NightBoard.Board;
import org.assay.ejb.NightBoard.Next;
import org.assay.ejb.NightBoard.Wait;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How far the night has come. */
@Path("night")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Night")
public class NightResource {
    private static final int LONGEST = 100;

    @Inject
    private NightBoard board;

    /**
     * Of all funds together.
     *
     * @param now of the house clock; the moment itself, when it is told as of one
     * @param due days struck or to be struck by now, of the last year
     * @param struck days struck, of the last year
     * @param held funds that have stopped
     * @param reports made of the last NAVs
     * @param quiet nothing is left that goes by itself; a day that cannot be struck waits for a person
     * @param waiting funds that wait for a person before they can go on; {@code waits} has the first 50
     * @param next valuation points and intake deadlines to come, the soonest 50
     */
    public record NightBody(
            Instant now,
            int funds,
            long due,
            long struck,
            int held,
            int reports,
            boolean quiet,
            Pace pace,
            List<Cycle> cycles,
            int waiting,
            List<Wait> waits,
            List<Next> next,
            List<NodeBody> nodes) {
        static NightBody of(Board board) {
            return new NightBody(
                    board.now(),
                    board.funds(),
                    board.struck() + board.due(),
                    board.struck(),
                    board.held(),
                    board.reports(),
                    board.quiet(),
                    Pace.of(board),
                    board.cycles(),
                    board.waiting(),
                    board.waits(),
                    board.next(),
                    NodeBody.of(board.work()));
        }
    }

    /**
     * How fast it goes.
     *
     * @param strikesLeft due days that go by themselves
     * @param secondsLeft until they are struck at this pace; left out when nothing moves
     */
    public record Pace(int strikesLastMinute, int reportsLastMinute, int strikesLeft, Optional<Long> secondsLeft) {
        static Pace of(Board board) {
            NightWork work = board.work();
            return new Pace(
                    work.nodes().stream()
                            .mapToInt(NightWork.NodeWork::strikesLastMinute)
                            .sum(),
                    work.reportsLastMinute(),
                    board.strikesLeft(),
                    board.secondsLeft());
        }
    }

    /**
     * A node that works or has struck in the last hour.
     *
     * @param node its name, or the scheduler's name of a process that has not struck yet
     */
    public record NodeBody(
            String node, int strikesLastMinute, Optional<Instant> lastStruckAt, List<NightWork.Running> running) {
        static List<NodeBody> of(NightWork work) {
            return work.names().stream()
                    .map(name -> new NodeBody(
                            name,
                            work.struckBy(name)
                                    .map(NightWork.NodeWork::strikesLastMinute)
                                    .orElse(0),
                            work.struckBy(name).map(NightWork.NodeWork::lastStruckAt),
                            work.runningOn(name)))
                    .toList();
        }
    }

    @GET
    @Operation(
            summary =
                    "How far the night has come: step by step, what waits and comes next, how fast, and on which node",
            description = "Quiet when nothing is due and the last NAVs have their reports. Of cycles the latest come"
                    + " first; of those whose days are all struck, only the last days'. As of a moment it tells what was struck, held and refused by then; what"
                    + " comes next, the pace and the nodes are told of now alone.")
    public NightBody night(
            @Parameter(description = "How many days back struck days are counted, 0 to 100")
                    @QueryParam("days")
                    @DefaultValue("7")
                    String days,
            @Parameter(description = "How many cycles, 0 to 100") @QueryParam("cycles") @DefaultValue("20")
                    String cycles,
            @Parameter(description = Asked.AT) @QueryParam("at") Optional<String> at) {
        return NightBody.of(board.board(
                Asked.number("days", days, LONGEST), Asked.number("cycles", cycles, LONGEST), Asked.moment("at", at)));
    }
}
