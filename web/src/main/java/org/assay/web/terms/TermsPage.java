package org.assay.web.terms;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.assay.db.Amendment;
import org.assay.db.StrikeHead;
import org.assay.ejb.Amendments;
import org.assay.ejb.Desk;
import org.assay.kernel.FundException;
import org.assay.kernel.instrument.Instrument;
import org.assay.pack.fund.Amending;
import org.assay.pack.fund.CalendarDay;
import org.assay.pack.fund.FundFile;
import org.assay.pack.fund.Identifier;
import org.assay.pack.fund.Standing;
import org.assay.web.figure.Moments;
import org.assay.web.figure.Words;
import org.assay.web.fund.PlainTerms;
import org.assay.web.list.Column;
import org.assay.web.list.ListModel;
import org.assay.web.list.ListQuestion;
import org.assay.web.shell.Asked;
import org.assay.web.shell.Choice;
import org.assay.web.shell.Known;
import org.assay.web.shell.Overview;
import org.assay.web.shell.Shell;

/** What a fund stands on: its terms, what it may hold, its calendars, and every change that was asked for. */
@Named
@RequestScoped
public class TermsPage {
    private static final String FUND = "fund";
    private static final String SEARCH = "search";
    private static final String ID = "id";
    private static final String KIND = "kind";

    private static final List<Column> COLUMNS = List.of(
            Column.sorted(ID, "Id"),
            Column.sorted(KIND, "Kind"),
            Column.of("what", "What it is"),
            Column.of("elsewhere", "Elsewhere"));

    private static final Map<String, Comparator<InstrumentRow>> ORDERS = Map.of(
            ID, Comparator.comparing(InstrumentRow::id),
            KIND, Comparator.comparing(InstrumentRow::kind));

    @Inject
    private Amendments amendments;

    @Inject
    private Desk desk;

    @Inject
    private Overview overview;

    @Inject
    private Known known;

    @Inject
    private Shell shell;

    private final ListQuestion question = new ListQuestion("terms.xhtml#instruments", COLUMNS, ID, FUND, SEARCH);
    private final String fund = question.value(FUND);
    private final String search = question.value(SEARCH);
    private Optional<Standing> standing = Optional.empty();
    private Optional<List<Amendment>> asked = Optional.empty();
    private Optional<ListModel<InstrumentRow>> instruments = Optional.empty();
    private Optional<Optional<LocalDate>> last = Optional.empty();

    /** A term; {@code chip} says that it has not begun. */
    public record TermRow(String what, String from, String words, String chip) {}

    /** Something the fund may hold. */
    public record InstrumentRow(String id, String kind, String words, String names, String illustrative) {}

    /** A day that is not as the week says. */
    public record DayRow(String calendar, String date, String weekday, String status, String source, String learned) {}

    /** A change that was asked for. */
    public record AmendmentRow(
            long id,
            String kind,
            String rows,
            String from,
            String reason,
            String asked,
            String word,
            String chip,
            String address) {}

    /** Without a fund the page asks for one; of a fund that is not there it answers 404. */
    public void look() throws IOException {
        if (!fund.isEmpty()) {
            try {
                standing();
            } catch (FundException notThere) {
                Asked.isNotThere("no such fund");
            }
        }
    }

    public boolean isOfFund() {
        return !fund.isEmpty();
    }

    Standing standing() {
        if (standing.isEmpty()) {
            standing = Optional.of(amendments.standing(fund, known.moment()));
        }
        return standing.get();
    }

    List<Amendment> amendments() {
        if (asked.isEmpty()) {
            asked = Optional.of(amendments.of(fund, known.moment()));
        }
        return asked.get();
    }

    private FundFile terms() {
        return standing().terms();
    }

    public String getName() {
        return terms().name();
    }

    ZoneId zone() {
        return terms().dayEnd(overview.businessDate()).point().zone();
    }

    private Optional<LocalDate> lastStruck() {
        if (last.isEmpty()) {
            last = Optional.of(desk.last(fund, known.moment()).map(StrikeHead::date));
        }
        return last.get();
    }

    public String getSub() {
        return lastStruck()
                .map(
                        "Struck up to %s: a change counts on a day after it, so what is struck stays as it was."
                                ::formatted)
                .orElse("Not struck yet.");
    }

    public List<AmendmentRow> getWaiting() {
        return amendments().stream().filter(Amendment::isOpen).map(this::row).toList();
    }

    public List<AmendmentRow> getDecided() {
        return amendments().stream()
                .filter(amendment -> !amendment.isOpen())
                .sorted(Comparator.comparing(Amendment::id).reversed())
                .map(this::row)
                .toList();
    }

    private AmendmentRow row(Amendment amendment) {
        return new AmendmentRow(
                amendment.id(),
                StandingWords.asked(amendment.kind()),
                amendment
                        .content()
                        .lines()
                        .skip(1)
                        .map(row -> row.replace(",", ", "))
                        .collect(Collectors.joining("; ")),
                amendment.firstDay().map(LocalDate::toString).orElse(""),
                amendment.reason(),
                "%s, %s".formatted(amendment.askedBy(), Moments.local(amendment.askedAt(), zone())),
                amendment
                        .word()
                        .map(word ->
                                "%s, %s: “%s”".formatted(word.by(), Moments.local(word.at(), zone()), word.reason()))
                        .orElse(""),
                amendment
                        .word()
                        .map(word -> word.act() == Amendment.Act.AGREE ? "Approved" : "Rejected")
                        .orElse("Review"),
                "terms.xhtml?fund=%s&amendment=%s#amendment"
                        .formatted(Asked.encoded(fund), Long.toString(amendment.id())));
    }

    public List<TermRow> getTerms() {
        return PlainTerms.of(terms()).stream()
                .map(term ->
                        new TermRow(term.what(), term.from(), term.words(), isToCome(term.from()) ? "To come" : ""))
                .toList();
    }

    private boolean isToCome(String from) {
        return !from.isEmpty()
                && lastStruck().filter(LocalDate.parse(from)::isAfter).isPresent();
    }

    /** Those whose id, name or other name has what is searched for. */
    public ListModel<InstrumentRow> getInstruments() {
        if (instruments.isEmpty()) {
            instruments = Optional.of(ListModel.of(
                    question,
                    standing().instruments().values().stream()
                            .map(this::row)
                            .filter(this::isAskedFor)
                            .toList(),
                    ORDERS,
                    Function.identity()));
        }
        return instruments.get();
    }

    private boolean isAskedFor(InstrumentRow row) {
        return "%s %s %s %s"
                .formatted(row.id(), row.kind(), row.words(), row.names())
                .toLowerCase(Locale.ROOT)
                .contains(search.toLowerCase(Locale.ROOT));
    }

    private InstrumentRow row(Instrument instrument) {
        List<Identifier> names = standing().identifiers().stream()
                .filter(name -> name.instrument().equals(instrument.id()))
                .sorted(Comparator.comparing(Identifier::from))
                .toList();
        return new InstrumentRow(
                instrument.id(),
                StandingWords.kind(instrument),
                StandingWords.of(instrument),
                StandingWords.of(names),
                instrument.illustrative() ? "Illustrative" : "");
    }

    /** From the last day that is struck on; what is behind is one click away, in the file. */
    public List<DayRow> getDays() {
        LocalDate from = lastStruck().orElse(terms().inception());
        return standing().calendarDays().stream()
                .filter(day -> !day.date().isBefore(from))
                .sorted(Comparator.comparing(CalendarDay::date)
                        .thenComparing(CalendarDay::calendar)
                        .thenComparing(CalendarDay::recorded))
                .map(day -> new DayRow(
                        day.calendar(),
                        day.date().toString(),
                        Words.of(day.date().getDayOfWeek().name()),
                        Words.of(day.status().name()),
                        day.source(),
                        Moments.local(day.recorded(), zone())))
                .toList();
    }

    public String getWeeks() {
        return terms().calendars().stream()
                .map(calendar -> "%s: %s"
                        .formatted(
                                calendar.id(),
                                calendar.weekend().isEmpty()
                                        ? "every day"
                                        : "no "
                                                + calendar.weekend().stream()
                                                        .map(day -> Words.of(day.name()))
                                                        .collect(Collectors.joining(", no "))))
                .collect(Collectors.joining("; "));
    }

    /** The kinds of change an operator may ask for. */
    public List<Choice> getKinds() {
        String act = Asked.parameter("act");
        return Amending.of(standing()).stream()
                .map(kind -> new Choice(
                        kind.kind(),
                        StandingWords.asked(kind.kind()),
                        kind.kind().equals(act)))
                .toList();
    }

    public boolean isOperator() {
        return shell.isOperator(fund);
    }

    public List<Choice> getFunds() {
        return overview.funds(fund);
    }

    /** Somebody has just acted: what is shown next is read anew. */
    void forget() {
        standing = Optional.empty();
        asked = Optional.empty();
        instruments = Optional.empty();
    }

    public String getFund() {
        return fund;
    }

    public String getSearch() {
        return search;
    }
}
