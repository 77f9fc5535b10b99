package org.assay.web.audit;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.assay.db.AuditEvent;
import org.assay.db.AuditEvent.Act;
import org.assay.db.chain.ChainHead;
import org.assay.ejb.Audit;
import org.assay.ejb.Desk;
import org.assay.web.figure.Figure;
import org.assay.web.shell.Asked;
import org.assay.web.shell.Choice;
import org.assay.web.shell.Known;
import org.assay.web.shell.Overview;

/** Who did what, the last first. What is asked for stands in the address, so a link can be sent to a colleague. */
@Named
@RequestScoped
public class AuditPage {
    private static final int SIZE = 50;
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

    private final String fund = Asked.parameter("fund");
    private final String who = Asked.parameter("who");
    private final String act = Asked.parameter("act");
    private final String from = Asked.parameter("from");
    private final String to = Asked.parameter("to");
    private final int page = Asked.page();
    private Optional<List<AuditEvent>> events = Optional.empty();

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

    public List<Row> getRows() {
        return events().stream().limit(SIZE).map(AuditPage::row).toList();
    }

    /** One more than is shown, to know whether there are any. */
    private List<AuditEvent> events() {
        if (events.isEmpty()) {
            AuditEvent.Wanted wanted = new AuditEvent.Wanted(
                    given(fund),
                    given(who),
                    Arrays.stream(Act.values())
                            .filter(value -> value.name().equals(act))
                            .findFirst(),
                    day(from).map(date -> date.atStartOfDay(ZoneOffset.UTC).toInstant()),
                    day(to).map(date ->
                            date.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant()));
            events = Optional.of(audit.events(wanted, (long) page * SIZE, SIZE + 1L, known.moment()));
        }
        return events.get();
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
        return overview.progress().stream()
                .map(progress -> progress.fund())
                .map(head ->
                        new Choice(head.id(), head.terms().name(), head.id().equals(fund)))
                .toList();
    }

    public List<Choice> getActs() {
        return Arrays.stream(Act.values())
                .map(value ->
                        new Choice(value.name(), WORDS.get(value), value.name().equals(act)))
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

    public boolean isFirst() {
        return page == 0;
    }

    public boolean isLast() {
        return events().size() <= SIZE;
    }

    public String getShown() {
        int rows = Math.min(SIZE, events().size());
        return rows == 0 ? "none" : "%s to %s".formatted(page * SIZE + 1, page * SIZE + rows);
    }

    public String getNewer() {
        return address(page - 1);
    }

    public String getOlder() {
        return address(page + 1);
    }

    private String address(int of) {
        Map<String, String> parameters = new TreeMap<>(Map.of(
                "fund",
                fund,
                "who",
                who,
                "act",
                act,
                "from",
                from,
                "to",
                to,
                "page",
                of == 0 ? "" : Integer.toString(of)));
        return "audit.xhtml?"
                + parameters.entrySet().stream()
                        .filter(parameter -> !parameter.getValue().isEmpty())
                        .map(parameter -> parameter.getKey() + "=" + Asked.encoded(parameter.getValue()))
                        .collect(Collectors.joining("&"));
    }

    private static Optional<String> given(String text) {
        return Optional.of(text.strip()).filter(stripped -> !stripped.isEmpty());
    }

    /** A date that cannot be read asks for nothing: the field keeps it, and its form says what it takes. */
    private static Optional<LocalDate> day(String text) {
        try {
            return given(text).map(LocalDate::parse);
        } catch (DateTimeParseException notADate) {
            return Optional.empty();
        }
    }

    public String getWho() {
        return who;
    }

    public String getFrom() {
        return from;
    }

    public String getTo() {
        return to;
    }
}
