package org.assay.ejb.drill;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a striker is told to do, in one line.
 *
 * @param port where it reaches the database
 * @param stop where it stands still and waits to be told to go on
 * @param due the strikes, in order
 */
record Orders(int port, String database, Optional<Stop> stop, List<Due> due) {
    /** A day of a fund. */
    record Due(String fund, LocalDate date) {
        static Due parse(String text) {
            String[] parts = text.split("@");
            return new Due(parts[0], LocalDate.parse(parts[1]));
        }

        @Override
        public String toString() {
            return fund + "@" + date;
        }
    }

    /** A place in the strike of one day. */
    record Stop(Point at, Due due) {}

    Orders {
        due = List.copyOf(due);
    }

    String line() {
        return "%s %s %s %s"
                .formatted(
                        Integer.toString(port),
                        database,
                        stop.map(place -> place.at() + "/" + place.due()).orElse("-"),
                        due.stream().map(Due::toString).collect(Collectors.joining(",")));
    }

    static Orders parse(String line) {
        String[] words = line.split(" ");
        return new Orders(
                Integer.parseInt(words[0]),
                words[1],
                words[2].equals("-") ? Optional.empty() : Optional.of(stop(words[2])),
                Arrays.stream(words[3].split(",")).map(Due::parse).toList());
    }

    private static Stop stop(String text) {
        String[] parts = text.split("/");
        return new Stop(Point.valueOf(parts[0]), Due.parse(parts[1]));
    }
}
