package org.assay.web.audit;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.assay.db.AuditEvent;
import org.assay.db.AuditEvent.Act;
import org.assay.db.EventCursor;
import org.assay.db.chain.ChainHead;
import org.assay.ejb.Audit;
import org.assay.ejb.Desk;
import org.assay.web.figure.Figure;
import org.assay.web.list.Column;
import org.assay.web.list.ListModel;
import org.assay.web.list.ListQuestion;
import org.assay.web.shell.Asked;
import org.assay.web.shell.Choice;
import org.assay.web.shell.Known;
import org.assay.web.shell.Overview;

/** Who did what, the last first when nobody asks for another order. */
@Named
@RequestScoped
public class AuditPage {
    private static final String FUND = "fund";
    private static final String WHO = "who";
    private static final String ACT = "act";
    private static final String FROM = "from";
    private static final String TO = "to";

    private static final List<Column> COLUMNS = List.of(
            Column.sorted("at", "When"),
            Column.sorted(WHO, "Who"),
            Column.sorted(ACT, "What"),
            Column.sorted(FUND, "Fund"),
            Column.sorted("day", "Day"),
            Column.of("about", "About"),
            Column.of("before", "Before"),
            Column.of("after", "After"),
            Column.of("why", "Why"));

    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'", Locale.ROOT);

    private static final Map<Act, String> WORDS = Map.ofEntries(
            Map.entry(Act.BROUGHT, "Fund brought"),
            Map.entry(Act.SENT, "File sent"),
            Map.entry(Act.STRUCK, "Struck"),
            Map.entry(Act.NOT_STRUCK, "Not struck"),
            Map.entry(Act.APPROVED, "NAV approved"),
            Map.entry(Act.SENT_BACK, "NAV sent back"),
            Map.entry(Act.PRICE_PROPOSED, "Price proposed"),
            Map.entry(Act.PRICE_DECIDED, "Price decided"),
            Map.entry(Act.CHANGE_ASKED, "Change asked for"),
            Map.entry(Act.CHANGE_DECIDED, "Change decided"),
            Map.entry(Act.OPENED, "Correction opened"),
            Map.entry(Act.DECIDED, "Correction decided"),
            Map.entry(Act.REPORTED, "Report made"),
            Map.entry(Act.REPORTS_ORDERED, "Reports ordered"),
            Map.entry(Act.DROPPED, "Year dropped"),
            Map.entry(Act.PERSON_ADDED, "Person added"),
            Map.entry(Act.PASSWORD_SET, "Password set"),
            Map.entry(Act.RIGHT_ASKED, "Right asked for"),
            Map.entry(Act.RIGHT_DECIDED, "Right decided"),
            Map.entry(Act.RIGHT_ENDED, "Right ended"),
            Map.entry(Act.TOKEN_MADE, "Token made"),
            Map.entry(Act.TOKEN_REVOKED, "Token revoked"));

    @Inject
    private Audit audit;

    @Inject
    private Desk desk;

    @Inject
    private Overview overview;

    @Inject
    private Known known;

    private final ListQuestion question = new ListQuestion("audit.xhtml", COLUMNS, "-at", FUND, WHO, ACT, FROM, TO);
    private final ListModel<Row> events = new ListModel<>(question, new Events());

    /** One line. */
    public record Row(
            String at,
            String who,
            String act,
            String fund,
            String day,
            String about,
            String before,
            String after,
            String why,
            String address) {}

    /** The last link of a chain. */
    public record HeadRow(String fund, Figure links, String link, String shortLink) {}

    /** Asked of the database, which sorts and counts; all of them are read one by one. */
    private final class Events implements ListModel.Source<Row> {
        @Override
        public ListModel.Piece<Row> rows(long skip, long limit) {
            return new ListModel.Piece<>(
                    audit.events(wanted(), skip, limit, known.moment()).stream()
                            .map(AuditPage::row)
                            .toList(),
                    audit.count(wanted(), known.moment()));
        }

        @Override
        public void each(Consumer<Row> reader) {
            try (EventCursor cursor = audit.oneByOne(wanted(), known.moment())) {
                for (List<AuditEvent> piece = cursor.next(); !piece.isEmpty(); piece = cursor.next()) {
                    piece.forEach(event -> reader.accept(row(event)));
                }
            }
        }
    }

    private AuditEvent.Wanted wanted() {
        return new AuditEvent.Wanted(
                given(FUND),
                given(WHO),
                Arrays.stream(Act.values())
                        .filter(value -> value.name().equals(question.value(ACT)))
                        .findFirst(),
                question.day(FROM).map(date -> date.atStartOfDay(ZoneOffset.UTC).toInstant()),
                question.day(TO)
                        .map(date ->
                                date.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant()),
                question.sort().of(AuditEvent.Order.class),
                question.sort().isDescending());
    }

    public ListModel<Row> getEvents() {
        return events;
    }

    private static Row row(AuditEvent event) {
        String day = event.day().map(LocalDate::toString).orElse("");
        String fund = event.fund().orElse("");
        return new Row(
                SECOND.format(event.at().atZone(ZoneOffset.UTC)),
                event.who(),
                WORDS.get(event.act()),
                fund,
                day,
                event.about(),
                event.before(),
                event.after(),
                event.why(),
                address(event, fund, day));
    }

    private static String address(AuditEvent event, String fund, String day) {
        return switch (event.act()) {
            case PRICE_PROPOSED, PRICE_DECIDED ->
                "price.xhtml?fund=%s&date=%s&instrument=%s"
                        .formatted(Asked.encoded(fund), day, Asked.encoded(event.about()));
            case STRUCK, APPROVED, SENT_BACK, REPORTED ->
                "strike.xhtml?fund=%s&date=%s".formatted(Asked.encoded(fund), day);
            case REPORTS_ORDERED -> "reports.xhtml?fund=" + Asked.encoded(fund);
            case CHANGE_ASKED, CHANGE_DECIDED -> "terms.xhtml?fund=" + Asked.encoded(fund);
            case OPENED, DECIDED -> "corrections.xhtml";
            case BROUGHT, SENT, NOT_STRUCK -> "fund.xhtml?id=" + Asked.encoded(fund);
            case DROPPED,
                    PERSON_ADDED,
                    PASSWORD_SET,
                    RIGHT_ASKED,
                    RIGHT_DECIDED,
                    RIGHT_ENDED,
                    TOKEN_MADE,
                    TOKEN_REVOKED -> "";
        };
    }

    public List<Choice> getFunds() {
        return overview.funds(question.value(FUND));
    }

    public List<Choice> getActs() {
        return Arrays.stream(Act.values())
                .map(value ->
                        new Choice(value.name(), WORDS.get(value), value.name().equals(question.value(ACT))))
                .toList();
    }

    public List<HeadRow> getHeads() {
        return desk.chain(known.moment()).heads().stream().map(AuditPage::head).toList();
    }

    private static HeadRow head(ChainHead head) {
        return new HeadRow(
                head.fund().equals(ChainHead.NO_FUND) ? "of no fund" : head.fund(),
                Figure.count(head.seq()),
                head.link(),
                head.link().substring(0, 12));
    }

    private Optional<String> given(String parameter) {
        return Optional.of(question.value(parameter)).filter(text -> !text.isEmpty());
    }

    public String getWho() {
        return question.value(WHO);
    }

    public String getFrom() {
        return question.value(FROM);
    }

    public String getTo() {
        return question.value(TO);
    }
}
