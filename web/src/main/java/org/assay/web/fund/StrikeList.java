package org.assay.web.fund;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.assay.db.StrikeHead;
import org.assay.ejb.StruckNavs;
import org.assay.kernel.nav.ShareClass;
import org.assay.pack.fund.FundFile;
import org.assay.web.figure.Figure;
import org.assay.web.list.Column;
import org.assay.web.list.ListModel;
import org.assay.web.list.ListQuestion;

/** NAVs of a fund, the newest first when nobody asks for another order. */
final class StrikeList {
    /** Of the address: only NAVs that stand so; empty for all. */
    static final String STATUS = "status";

    private final Flows flows;
    private final FundFile terms;

    /**
     * A NAV of a day.
     *
     * @param perShare by class, in the order of the terms
     * @param subscribed what came in at its open
     * @param redeemed what went out at its open
     */
    public record Row(
            String date,
            String status,
            Figure netAssets,
            List<Figure> perShare,
            Figure subscribed,
            Figure redeemed,
            String controls,
            String struckBy,
            String approvedBy,
            String digest,
            String fullDigest) {}

    private StrikeList(Flows flows, FundFile terms) {
        this.flows = flows;
        this.terms = terms;
    }

    static ListQuestion question(FundFile terms) {
        String currency = terms.base().code();
        return new ListQuestion(
                "fund.xhtml#navs",
                List.of(
                        Column.sorted("date", "Date"),
                        Column.sorted("assets", "Net assets, " + currency),
                        Column.sorted("subscribed", "Subscribed, " + currency),
                        Column.sorted("redeemed", "Redeemed, " + currency),
                        Column.sorted("controls", "Controls"),
                        Column.sorted("struck", "Struck by"),
                        Column.sorted("approved", "Approved by"),
                        Column.of("result", "Result"),
                        Column.sorted(STATUS, "Status")),
                "-date",
                "id",
                STATUS);
    }

    static ListModel<Row> of(ListQuestion question, List<StrikeHead> heads, Flows flows, FundFile terms) {
        String status = question.value(STATUS);
        Map<String, Comparator<StrikeHead>> orders = Map.of(
                "date",
                Comparator.comparing(StrikeHead::date),
                "assets",
                Comparator.comparing(StrikeHead::netAssets),
                "subscribed",
                Comparator.comparing(head -> flows.subscribed(head.date())),
                "redeemed",
                Comparator.comparing(head -> flows.redeemed(head.date())),
                "controls",
                Comparator.comparing(StrikeHead::controlsFailed),
                "struck",
                Comparator.comparing(head -> head.askedBy().who()),
                "approved",
                Comparator.comparing(StrikeList::approvedBy),
                STATUS,
                Comparator.comparing(StrikeHead::status));
        return ListModel.of(
                question,
                heads.stream()
                        .filter(head -> status.isEmpty()
                                || StruckNavs.word(head.status()).equals(status))
                        .toList(),
                orders,
                new StrikeList(flows, terms)::row);
    }

    private Row row(StrikeHead head) {
        return new Row(
                head.date().toString(),
                StruckNavs.word(head.status()),
                money(head.netAssets(), head),
                terms.allClasses().stream()
                        .map(shareClass -> perShare(shareClass, head))
                        .toList(),
                money(flows.subscribed(head.date()), head),
                money(flows.redeemed(head.date()), head),
                "%s of %s".formatted(head.controlsRun() - head.controlsFailed(), head.controlsRun()),
                head.askedBy().who(),
                approvedBy(head),
                head.result().substring(0, 8),
                head.result());
    }

    private static String approvedBy(StrikeHead head) {
        return head.approval().map(StrikeHead.Word::by).orElse("");
    }

    private Figure money(BigDecimal amount, StrikeHead head) {
        return Figure.money(amount, terms.base().decimals(), head.currency());
    }

    /** Nothing before the class was launched. */
    private static Figure perShare(ShareClass shareClass, StrikeHead head) {
        return head.classes().stream()
                .filter(line -> line.shareClass().equals(shareClass.code()))
                .map(line -> Figure.money(line.perShare(), shareClass.priceDecimals(), head.currency()))
                .findFirst()
                .orElse(Figure.NONE);
    }
}
