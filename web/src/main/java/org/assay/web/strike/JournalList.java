package org.assay.web.strike;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.assay.web.figure.Figure;
import org.assay.web.list.Column;
import org.assay.web.list.ListModel;
import org.assay.web.list.ListQuestion;
import org.assay.web.nav.NavTables.JournalRow;

/** The journal of a NAV, in the order it was booked when nobody asks for another. */
final class JournalList {
    /** A part of an entry, its kind, its fact, the account or what it is about. */
    static final String TEXT = "journal-text";

    private static final Map<String, Comparator<JournalRow>> ORDERS = Map.of(
            "entry", Comparator.comparing(JournalRow::entry),
            "what", Comparator.comparing(JournalRow::kind),
            "fact", Comparator.comparing(JournalRow::fact),
            "account", Comparator.comparing(JournalRow::account),
            "about", Comparator.comparing(JournalRow::subject),
            "debit", Comparator.comparing(row -> number(row.debit())),
            "credit", Comparator.comparing(row -> number(row.credit())));

    private JournalList() {}

    static ListModel<JournalRow> of(List<JournalRow> rows, String currency) {
        ListQuestion question = new ListQuestion(
                "strike.xhtml#journal",
                List.of(
                        Column.sorted("entry", "Entry"),
                        Column.sorted("what", "What"),
                        Column.sorted("fact", "Fact"),
                        Column.sorted("account", "Account"),
                        Column.sorted("about", "About"),
                        Column.sorted("debit", "Debit, " + currency),
                        Column.sorted("credit", "Credit, " + currency)),
                "entry",
                "fund",
                "date",
                TEXT);
        String wanted = question.value(TEXT).toLowerCase(Locale.ROOT);
        return ListModel.of(
                question,
                rows.stream()
                        .filter(row -> Stream.of(row.entry(), row.kind(), row.fact(), row.account(), row.subject())
                                .anyMatch(cell -> cell.toLowerCase(Locale.ROOT).contains(wanted)))
                        .toList(),
                ORDERS,
                row -> row);
    }

    private static BigDecimal number(Figure figure) {
        return figure.number().isEmpty() ? BigDecimal.ZERO : new BigDecimal(figure.number());
    }
}
