package org.assay.pack.evidence;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.assay.pack.table.Formats;
import org.assay.pack.table.Layout;
import org.assay.pack.table.Table;

/**
 * What somebody did about a NAV, as decisions.csv has it.
 *
 * @param at by the clock of the database
 * @param act in one word: posted, struck, approved
 * @param subject what it was done to: the id of a fact, or the NAV
 * @param reason in their own words, where one was asked for
 */
public record Decision(Instant at, String person, String act, String subject, Optional<String> reason) {
    /** In the order they come in. */
    public static String csv(List<Decision> decisions) {
        return table().write(decisions);
    }

    static Table<Decision> table() {
        var draft = new Layout.Draft<Decision>();
        var at = draft.field("at", Formats.INSTANTS, Decision::at);
        var person = draft.field("person", Formats.VERBATIM, Decision::person);
        var act = draft.field("act", Formats.VERBATIM, Decision::act);
        var subject = draft.field("subject", Formats.VERBATIM, Decision::subject);
        var reason = draft.optional("reason", Formats.VERBATIM, Decision::reason);
        return new Table<>(
                EvidenceFiles.DECISIONS,
                "decision",
                draft.reads(cells -> new Decision(
                        cells.get(at), cells.get(person), cells.get(act), cells.get(subject), cells.get(reason))));
    }
}
