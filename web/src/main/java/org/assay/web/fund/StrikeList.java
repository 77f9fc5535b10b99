package org.assay.web.fund;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.assay.db.StrikeHead;
import org.assay.ejb.StruckNavs;
import org.assay.kernel.nav.ShareClass;
import org.assay.pack.fund.FundFile;
import org.assay.web.figure.Figure;
import org.primefaces.model.FilterMeta;
import org.primefaces.model.LazyDataModel;
import org.primefaces.model.SortMeta;

/** NAVs of a fund, the newest first; a page of them at a time goes to the browser. */
public class StrikeList extends LazyDataModel<StrikeList.Row> {
    private final transient List<StrikeHead> heads;
    private final transient Flows flows;
    private final transient FundFile terms;

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

    /** @param status only NAVs that stand so; empty for all */
    StrikeList(List<StrikeHead> inOrder, Flows flows, FundFile terms, String status) {
        List<StrikeHead> newestFirst = new ArrayList<>(inOrder.stream()
                .filter(head ->
                        status.isEmpty() || StruckNavs.word(head.status()).equals(status))
                .toList());
        Collections.reverse(newestFirst);
        this.heads = List.copyOf(newestFirst);
        this.flows = flows;
        this.terms = terms;
        setRowCount(heads.size());
    }

    @Override
    public int count(Map<String, FilterMeta> filters) {
        return heads.size();
    }

    @Override
    public List<Row> load(int first, int size, Map<String, SortMeta> order, Map<String, FilterMeta> filters) {
        return heads.stream().skip(first).limit(size).map(this::row).toList();
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
                head.approval().map(StrikeHead.Word::by).orElse(""),
                head.result().substring(0, 8),
                head.result());
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
