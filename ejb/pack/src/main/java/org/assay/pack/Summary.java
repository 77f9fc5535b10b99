package org.assay.pack;

import java.io.PrintWriter;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.assay.kernel.Finding;
import org.assay.kernel.nav.NavResult;
import org.assay.kernel.nav.NavResult.ClassNav;
import org.assay.kernel.nav.ShareClass;
import org.assay.pack.replay.Replay;
import org.assay.pack.replay.Run;

/** What a run says at its end: its last days, how many there were, how long it took, and the last digest. */
final class Summary implements Run.Listener {
    private static final int DAYS_SHOWN = 10;
    private static final List<String> HEADER =
            List.of("date", "class", "net assets", "shares", "NAV per share", "status", "findings");
    private static final double NANOS_PER_SECOND = 1e9;

    private final long start = System.nanoTime();
    private final Deque<List<List<String>>> days = new ArrayDeque<>();
    private int strikes;
    private Optional<Replay.Strike> last = Optional.empty();

    @Override
    public void struck(Replay.Strike strike, int findings) {
        strikes++;
        last = Optional.of(strike);
        days.add(strike.result().classes().stream()
                .map(row -> row(strike, row, findings))
                .toList());
        if (days.size() > DAYS_SHOWN) {
            days.remove();
        }
    }

    Optional<Replay.Strike> last() {
        return last;
    }

    /** For the eye: thousands apart, and all the decimals a class publishes, so that a column lines up. */
    private static List<String> row(Replay.Strike strike, ClassNav nav, int findings) {
        ShareClass terms = strike.inputs().terms().shareClass(nav.shareClass());
        String currency = " " + nav.netAssets().currency();
        return List.of(
                strike.result().date().toString(),
                nav.shareClass(),
                grouped(nav.netAssets().amount(), nav.netAssets().currency().decimals()) + currency,
                grouped(nav.shares().units(), terms.shareDecimals()),
                grouped(nav.perShare().perUnit(), terms.priceDecimals()) + currency,
                strike.result().status().name(),
                Integer.toString(findings));
    }

    private static String grouped(BigDecimal figure, int decimals) {
        return String.format(Locale.ROOT, "%,." + decimals + "f", figure);
    }

    void print(PrintWriter out) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(HEADER);
        days.forEach(rows::addAll);
        int[] widths = new int[HEADER.size()];
        for (List<String> row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        rows.forEach(row -> out.println(line(row, widths)));
        double seconds = (System.nanoTime() - start) / NANOS_PER_SECOND; // a duration for the eye, no figure
        out.println(String.format(Locale.ROOT, "%d strikes in %.1f seconds", strikes, seconds));
        last.ifPresent(strike -> {
            out.println("digest of %s: %s"
                    .formatted(strike.result().date(), strike.result().digest()));
            if (strike.isHeld()) {
                held(strike.result(), out);
            }
        });
    }

    private static String line(List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            String gap = " ".repeat(widths[i] - row.get(i).length());
            boolean isFigure = i >= 2 && i != 5;
            line.append(isFigure ? gap + row.get(i) : row.get(i) + gap).append("  ");
        }
        return line.toString().stripTrailing();
    }

    private static void held(NavResult result, PrintWriter out) {
        out.println("%s is held on %s; no later day is struck until this is cleared:"
                .formatted(result.fund(), result.date()));
        result.findings().stream()
                .filter(finding -> finding.severity() == Finding.Severity.BLOCK)
                .forEach(finding ->
                        out.println("  %s %s: %s".formatted(finding.control(), finding.subject(), finding.text())));
    }
}
