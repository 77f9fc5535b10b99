package org.assay.db.chain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The heads of all chains at a moment, as a file that is kept away from the database.
 *
 * <pre>
 *   assay root 1
 *   number 17
 *   date 2026-05-29
 *   at 2026-05-29T20:15:03Z
 *   before 5f1c...             SHA-256 of the file of the root before it; 64 zeros for the first
 *   strikes 102                number of the last
 *   head 57 9a0d... ILL-COMPUTE
 *   root 44c1...               SHA-256 of every line above
 * </pre>
 *
 * @param number counts the roots of a folder, from 1
 * @param date and moment by the clock of who wrote it
 * @param before SHA-256 in hex
 */
public record Root(long number, LocalDate date, Instant at, String before, ChainState state) {
    static final String NOTHING = "0".repeat(64);
    private static final String FORMAT = "assay root 1";
    private static final int LINES_BEFORE_HEADS = 6;

    String text() {
        StringBuilder text = new StringBuilder();
        line(text, FORMAT);
        line(text, "number " + number);
        line(text, "date " + date);
        line(text, "at " + at);
        line(text, "before " + before);
        line(text, "strikes " + state.lastStrike());
        state.heads()
                .forEach(head ->
                        line(text, "head %s %s %s".formatted(Long.toString(head.seq()), head.link(), head.fund())));
        line(text, "root " + Sha256.hex(text.toString()));
        return text.toString();
    }

    private static void line(StringBuilder text, String line) {
        text.append(line).append('\n');
    }

    /** @return empty when the text is not exactly as it was written */
    static Optional<Root> parse(String text) {
        try {
            List<String> lines = text.lines().toList();
            List<ChainHead> heads = new ArrayList<>();
            for (String line : lines.subList(LINES_BEFORE_HEADS, lines.size() - 1)) {
                String[] parts = line.split(" ", 4);
                heads.add(new ChainHead(parts[3], Long.parseLong(parts[1]), parts[2]));
            }
            Root root = new Root(
                    Long.parseLong(after(lines, 1)),
                    LocalDate.parse(after(lines, 2)),
                    Instant.parse(after(lines, 3)),
                    after(lines, 4),
                    new ChainState(Long.parseLong(after(lines, 5)), heads));
            return Optional.of(root).filter(read -> read.text().equals(text));
        } catch (IndexOutOfBoundsException | IllegalArgumentException | DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static String after(List<String> lines, int number) {
        String line = lines.get(number);
        return line.substring(line.indexOf(' ') + 1);
    }
}
