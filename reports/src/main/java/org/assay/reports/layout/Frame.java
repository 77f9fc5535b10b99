package org.assay.reports.layout;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assay.reports.CodeVersion;
import org.assay.reports.StruckNav;

/** The head and foot of every page: whose NAV it is, of when, how far it has come, and by what to check it. */
public final class Frame {
    private Frame() {}

    /** @param what the document is about: {@code NAV of 2026-03-31} */
    public static Section of(StruckNav nav, String what, int pages) {
        ZoneId zone = nav.fund().dayEnd(nav.result().date()).point().zone();
        List<Map<String, ?>> rows = new ArrayList<>();
        for (int page = 1; page <= pages; page++) {
            rows.add(Map.of(
                    "fund",
                    nav.result().fund() + ", " + nav.fund().name(),
                    "mark",
                    nav.fund().illustrative() ? "Illustrative - invented data" : "",
                    "date",
                    what,
                    "strike",
                    "Valuation point %s, known until %s"
                            .formatted(
                                    Figures.moment(nav.inputs().valuationPoint(), zone),
                                    Figures.moment(nav.inputs().known(), zone)),
                    "status",
                    "Version %s, attempt %s: %s".formatted(nav.version(), nav.attempt(), status(nav)),
                    "digests",
                    "Inputs SHA-256 %s\nResult SHA-256 %s"
                            .formatted(nav.result().inputs(), nav.result().digest()),
                    "program",
                    "Assay " + CodeVersion.text(),
                    "page",
                    "page %s of %s".formatted(page, pages)));
        }
        return new Section("frame", rows, Map.of());
    }

    /** How far a NAV has come, in words. */
    public static String status(StruckNav nav) {
        return switch (nav.status()) {
            case "Held" -> "Held, not signed: a control stopped it";
            case "Review" -> "Review, not signed";
            default -> nav.status();
        };
    }
}
