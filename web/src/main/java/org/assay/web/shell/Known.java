package org.assay.web.shell;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assay.ejb.Desk;
import org.assay.web.figure.Moments;

/**
 * Whether the desk is looked at as it is known now, or as it was known at a moment. The moment stands in the address,
 * {@code known=2026-05-05T20:00:00Z}; it is read here and nowhere else, and {@link KnownLinks} keeps it in every link. It is a
 * moment of the database's clock, which dates what was struck and decided.
 */
@Named
@RequestScoped
public class Known {
    static final String PARAMETER = "known";

    /** Pages that can be told as of a moment; the others always tell how things stand now, and say so. */
    private static final Set<String> PAGES = Set.of(
            "today.xhtml",
            "find.xhtml",
            "fund.xhtml",
            "lots.xhtml",
            "strike.xhtml",
            "prices.xhtml",
            "price.xhtml",
            "facts.xhtml",
            "terms.xhtml",
            "corrections.xhtml",
            "correction.xhtml",
            "rolls.xhtml",
            "reports.xhtml",
            "night.xhtml",
            "audit.xhtml");

    private static final Pattern PAGE_OF_OURS = Pattern.compile("(/[\\w-]+/)?[a-z]+\\.xhtml([?#].*)?");
    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final String UTC = "UTC";
    /** Date, time and zone, as they were typed. */
    private static final int PARTS = 3;

    @Inject
    private Desk desk;

    @Inject
    private Overview overview;

    @Inject
    private Shell shell;

    private final String asked = Asked.parameter(PARAMETER);
    private Optional<Optional<Instant>> moment = Optional.empty();

    /** A choice of zone. */
    public record Zone(String id, String city, boolean isOn) {}

    /** Absent when everything known so far counts. */
    public Optional<Instant> moment() {
        if (moment.isEmpty()) {
            moment = Optional.of(parsed().filter(this::isPast));
        }
        return moment.get();
    }

    private Optional<Instant> parsed() {
        try {
            return asked.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(asked));
        } catch (DateTimeParseException notMoment) {
            return Optional.empty();
        }
    }

    private boolean isPast(Instant at) {
        return !at.isBefore(EARLIEST) && !at.isAfter(desk.booksNow());
    }

    public boolean isThen() {
        return moment().isPresent();
    }

    /** What was asked for is no moment of the past: what it is, and what was expected. Empty when nothing is wrong. */
    public String getError() {
        if (asked.isEmpty() || isThen()) {
            return "";
        }
        return parsed().isPresent()
                ? "%s has not come yet, or is before 1900: expected a moment that has passed".formatted(asked)
                : "%s is no moment: expected a date like 2026-05-05 and a time like 20:00".formatted(asked);
    }

    /** What stands in the top bar. */
    public String getLabel() {
        return "As known " + moment().map(Known::words).orElse("now");
    }

    private static String words(Instant moment) {
        return Moments.at(moment, ZoneOffset.UTC);
    }

    /** What is said above the page; empty when there is nothing to say. */
    public String getNotice() {
        if (!getError().isEmpty()) {
            return getError() + ". This is as known now.";
        }
        if (!isThen()) {
            return "";
        }
        return PAGES.contains(shell.getPage())
                ? "As known %s: figures and decisions as they stood then. Nothing can be decided here."
                        .formatted(words(moment().orElseThrow()))
                : "This page always tells how things stand now, and not as known %s. Nothing can be decided here."
                        .formatted(words(moment().orElseThrow()));
    }

    /**
     * Answers 404. As of a moment it says what was not yet, and leads to the same page as known now.
     *
     * @param what was asked for and did not happen: {@code This NAV was not struck}
     */
    public void isNotThere(String what) throws IOException {
        moment().ifPresent(at -> FacesContext.getCurrentInstance()
                .getExternalContext()
                .getRequestMap()
                .put(NotThen.ATTRIBUTE, new NotThen("%s by %s".formatted(what, words(at)), shell.getEncodedAddress())));
        Asked.isNotThere(what);
    }

    /** As it stands in addresses; empty for now. */
    public String getAddress() {
        return moment().map(Instant::toString).orElse("");
    }

    /** An address of a page with the moment in it; any other as it is. */
    public String carry(String address) {
        boolean isKept =
                moment().isEmpty() || !PAGE_OF_OURS.matcher(address).matches() || address.contains(PARAMETER + "=");
        if (isKept) {
            return address;
        }
        int hash = address.indexOf('#');
        String page = hash < 0 ? address : address.substring(0, hash);
        String place = hash < 0 ? "" : address.substring(hash);
        return "%s%s%s=%s%s".formatted(page, page.contains("?") ? "&" : "?", PARAMETER, getAddress(), place);
    }

    /** The fields of the switch: what was typed, or the moment that counts, in UTC; empty for now. */
    private String field(int number, DateTimeFormatter format) {
        if (isThen()) {
            return format.format(LocalDateTime.ofInstant(moment().orElseThrow(), ZoneOffset.UTC));
        }
        String[] typed = asked.split(" ", PARTS);
        return typed.length == PARTS ? typed[number] : "";
    }

    public String getDate() {
        return field(0, DATE);
    }

    public String getTime() {
        return field(1, TIME);
    }

    /** UTC, and those the funds strike in. */
    public List<Zone> getZones() {
        String on = !isThen() && asked.split(" ", PARTS).length == PARTS ? asked.split(" ", PARTS)[PARTS - 1] : UTC;
        return Stream.concat(
                        Stream.of(UTC),
                        overview.progress().stream()
                                .flatMap(fund -> fund.fund().terms().dayEnds().stream())
                                .map(end -> end.value().point().zone().getId())
                                .sorted())
                .distinct()
                .map(id -> new Zone(id, Moments.city(ZoneId.of(id)), id.equals(on)))
                .toList();
    }
}
