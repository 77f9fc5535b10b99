package org.assay.web.find;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assay.ejb.Night;
import org.assay.web.shell.Asked;
import org.assay.web.shell.Known;
import org.assay.web.shell.Overview;

/** Looks for funds by id or name, and for their NAV of a day when a date is typed too. One match is opened at once. */
@Named
@RequestScoped
public class FindPage {
    private static final Pattern DATE = Pattern.compile("\\b\\d{4}-\\d{2}-\\d{2}\\b");

    @Inject
    private Overview overview;

    @Inject
    private Known known;

    private final String text = Asked.parameter("text");

    /** A page that was found. */
    public record Match(String label, String address) {}

    public void look() throws IOException {
        List<Match> matches = getMatches();
        if (matches.size() == 1) {
            FacesContext.getCurrentInstance()
                    .getExternalContext()
                    .redirect(known.carry(matches.get(0).address()));
        }
    }

    public List<Match> getMatches() {
        Matcher date = DATE.matcher(text);
        Optional<String> day = date.find() ? Optional.of(date.group()).filter(FindPage::isDate) : Optional.empty();
        String words = DATE.matcher(text).replaceAll("").strip().toLowerCase(Locale.ROOT);
        List<Match> matches = new ArrayList<>();
        for (Night.Progress progress : overview.progress()) {
            String id = progress.fund().id();
            String name = progress.fund().terms().name();
            if (id.toLowerCase(Locale.ROOT).contains(words)
                    || name.toLowerCase(Locale.ROOT).contains(words)) {
                matches.add(day.map(on -> new Match(
                                "%s, NAV %s".formatted(name, on), "strike.xhtml?fund=%s&date=%s".formatted(id, on)))
                        .orElseGet(() -> new Match(name, "fund.xhtml?id=" + id)));
            }
        }
        return matches;
    }

    private static boolean isDate(String text) {
        try {
            return LocalDate.parse(text).getYear() > 0;
        } catch (java.time.format.DateTimeParseException e) {
            return false;
        }
    }

    public String getText() {
        return text;
    }
}
