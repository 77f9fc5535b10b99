package org.assay.web.rest;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.assay.db.StrikeHead;
import org.assay.ejb.Night;
import org.assay.ejb.StruckNavs;

/**
 * A fund and how far it has come.
 *
 * @param illustrative invented for demonstration
 * @param lastDate of its last NAV
 * @param status of its last NAV
 * @param due how many days are due and not struck
 */
public record FundBody(
        String id,
        String name,
        boolean illustrative,
        String regime,
        String currency,
        LocalDate inception,
        List<String> classes,
        Optional<LocalDate> lastDate,
        Optional<String> status,
        int due) {
    static FundBody of(Night.Progress progress) {
        var terms = progress.fund().terms();
        return new FundBody(
                terms.fund(),
                terms.name(),
                terms.illustrative(),
                terms.regime(),
                terms.base().code(),
                terms.inception(),
                terms.allClasses().stream().map(shareClass -> shareClass.code()).toList(),
                progress.last().map(StrikeHead::date),
                progress.last().map(head -> StruckNavs.word(head.status())),
                progress.due().size());
    }
}
