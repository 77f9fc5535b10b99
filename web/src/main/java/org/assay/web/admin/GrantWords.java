package org.assay.web.admin;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.assay.db.Grant;
import org.assay.db.Person;

/** How a right is told. Its days and moments are the database's, in UTC. */
public final class GrantWords {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT);

    private GrantWords() {}

    /** {@code operator}. */
    public static String role(Person.Role role) {
        return role.name().toLowerCase(Locale.ROOT);
    }

    /** {@code operator of all funds}. */
    public static String right(Person.Role role, Optional<String> fund) {
        return "%s of %s".formatted(role(role), fund.orElse("all funds"));
    }

    /** {@code until 2026-12-31}; nothing without an end. */
    public static String until(Optional<LocalDate> day) {
        return day.map("until %s"::formatted).orElse("");
    }

    /** {@code 2026-06-01 to 2026-12-31}. */
    public static String days(Grant.Asked asked) {
        return asked.until()
                .map(last -> "%s to %s".formatted(asked.from(), last))
                .orElseGet(() -> "from %s".formatted(asked.from()));
    }

    /** One of the words of a chip. */
    public static String state(Grant.State state) {
        String name = state.name();
        return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
    }

    /** {@code anna, 2026-11-27 20:15 UTC}. */
    public static String said(Grant.Word word) {
        return "%s, %s".formatted(word.by(), at(word.at()));
    }

    public static String at(Instant moment) {
        return MINUTE.format(moment.atZone(ZoneOffset.UTC));
    }
}
