package org.assay.web.correction;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assay.db.Branch;
import org.assay.ejb.Corrections;
import org.assay.ejb.Corrections.Behind;
import org.assay.pack.fund.FundFile;
import org.assay.web.figure.Moments;
import org.assay.web.list.Column;
import org.assay.web.list.ListModel;
import org.assay.web.list.ListQuestion;
import org.assay.web.shell.Choice;
import org.assay.web.shell.Known;
import org.assay.web.shell.Overview;

/** All corrections: first those that wait for somebody, then what became of the others. */
@Named
@RequestScoped
public class CorrectionsPage {
    @Inject
    private Corrections corrections;

    @Inject
    private Overview overview;

    @Inject
    private Known known;

    private static final String NAME = "name";
    private static final String STATUS = "status";

    private static final List<Column> COLUMNS = List.of(
            Column.sorted(NAME, "Fund"),
            Column.sorted("from", "From"),
            Column.of("why", "Why"),
            Column.sorted("opened", "Opened"),
            Column.of("by", "Decided by"),
            Column.sorted(STATUS, "Status"));

    private static final Map<String, Comparator<Line>> ORDERS = Map.of(
            NAME,
            Comparator.comparing(Line::name),
            "from",
            Comparator.comparing(Line::from),
            "opened",
            Comparator.comparing(Line::openedAt),
            STATUS,
            Comparator.comparing(Line::status));

    private final ListQuestion question = new ListQuestion("corrections.xhtml", COLUMNS, "-opened", NAME, STATUS);
    private Optional<List<Line>> lines = Optional.empty();
    private Optional<ListModel<Line>> decided = Optional.empty();

    /**
     * One correction.
     *
     * @param what where it stands, in words
     */
    public record Line(
            String fund,
            String name,
            String from,
            String reason,
            String opened,
            Instant openedAt,
            String status,
            String what,
            boolean isOpen,
            String address,
            String act) {}

    /** Held, then what waits for a second person, then what is being struck. */
    public List<Line> getOpen() {
        return lines().stream()
                .filter(Line::isOpen)
                .sorted(Comparator.comparing(
                        line -> List.of("Held", "Review", "Running").indexOf(line.status())))
                .toList();
    }

    /** The last opened first, when nobody asks for another order. */
    public ListModel<Line> getDecided() {
        if (decided.isEmpty()) {
            String name = question.value(NAME).toLowerCase(Locale.ROOT);
            decided = Optional.of(ListModel.of(
                    question,
                    lines().stream()
                            .filter(line -> !line.isOpen())
                            .filter(line -> (line.fund() + " " + line.name())
                                    .toLowerCase(Locale.ROOT)
                                    .contains(name))
                            .filter(line -> question.value(STATUS).isEmpty()
                                    || line.status().equals(question.value(STATUS)))
                            .toList(),
                    ORDERS,
                    line -> line));
        }
        return decided.get();
    }

    public List<Choice> getStatuses() {
        return Stream.of("Approved", "Abandoned")
                .map(word -> new Choice(word, word, word.equals(question.value(STATUS))))
                .toList();
    }

    public String getName() {
        return question.value(NAME);
    }

    private List<Line> lines() {
        if (lines.isEmpty()) {
            Map<String, FundFile> funds = overview.progress().stream()
                    .collect(Collectors.toMap(
                            fund -> fund.fund().id(), fund -> fund.fund().terms()));
            lines = Optional.of(corrections.all(known.moment()).stream()
                    .filter(behind -> funds.containsKey(behind.branch().fund()))
                    .map(behind -> line(behind, funds.get(behind.branch().fund())))
                    .toList());
        }
        return lines.get();
    }

    private static Line line(Behind behind, FundFile fund) {
        Branch branch = behind.branch();
        ZoneId zone = fund.dayEnd(branch.from()).point().zone();
        return new Line(
                branch.fund(),
                fund.name(),
                branch.from().toString(),
                branch.reason(),
                "%s by %s".formatted(Moments.local(branch.openedAt(), zone), branch.openedBy()),
                branch.openedAt(),
                status(behind),
                what(behind, zone),
                branch.isOpen(),
                address(branch),
                behind.isReady() ? "Compare and decide" : "Compare");
    }

    /** Where it is compared and decided. */
    public static String address(Branch branch) {
        return "correction.xhtml?fund=%s&branch=%s".formatted(branch.fund(), Long.toString(branch.id()));
    }

    /** One of the words of the desk, and Approved or Abandoned when it was decided. */
    public static String status(Behind behind) {
        if (behind.branch().word().isPresent()) {
            return behind.branch().word().get().act() == Branch.Act.APPROVE ? "Approved" : "Abandoned";
        }
        if (behind.held().isPresent()) {
            return "Held";
        }
        return behind.isReady() ? "Review" : "Running";
    }

    /** Where it stands, in words. */
    public static String what(Behind behind, ZoneId zone) {
        if (behind.branch().word().isPresent()) {
            Branch.Word word = behind.branch().word().get();
            return "%s, %s: “%s”".formatted(word.by(), Moments.local(word.at(), zone), word.reason());
        }
        if (behind.held().isPresent()) {
            return "%s is held on it, and was not before: the data desk must act"
                    .formatted(behind.held().get());
        }
        return behind.isReady()
                ? "Every day is struck: a second person decides"
                : "%s %s left to strike"
                        .formatted(behind.days().size(), behind.days().size() == 1 ? "day is" : "days are");
    }
}
