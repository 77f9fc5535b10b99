package org.assay.web.fund;

import java.util.List;
import org.assay.db.StrikeHead;
import org.assay.db.StrikeHead.ClassLine;
import org.assay.web.figure.LineChart;

/** NAV per share over time. */
final class NavChart {
    private NavChart() {}

    static String of(List<StrikeHead> heads, List<String> classes, String currency) {
        return LineChart.of(
                heads.stream().map(head -> head.date().toString()).toList(),
                classes.stream().map(code -> series(heads, code)).toList(),
                currency + " a share");
    }

    private static LineChart.Series series(List<StrikeHead> heads, String shareClass) {
        return new LineChart.Series(
                "Class " + shareClass,
                heads.stream()
                        .map(head -> head.classes().stream()
                                .filter(each -> each.shareClass().equals(shareClass))
                                .map(ClassLine::perShare)
                                .findFirst())
                        .toList());
    }
}
