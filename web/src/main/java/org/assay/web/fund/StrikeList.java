package org.assay.web.fund;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.assay.db.StrikeHead;
import org.assay.ejb.StruckNavs;
import org.assay.pack.fund.FundFile;
import org.assay.web.figure.Figure;
import org.primefaces.model.FilterMeta;
import org.primefaces.model.LazyDataModel;
import org.primefaces.model.SortMeta;

/** NAVs of a fund, the newest first; a page of them at a time goes to the browser. */
public class StrikeList extends LazyDataModel<StrikeList.Row> {
    private final List<StrikeHead> heads;
    private final FundFile terms;

    /** @param classes NAV per share by class, in their order */
    public record Row(
            String date,
            String status,
            Figure netAssets,
            List<ClassFigure> classes,
            String controls,
            String struckBy,
            String approvedBy,
            String digest,
            String fullDigest) {}

    /** A class's NAV per share. */
    public record ClassFigure(String shareClass, Figure perShare) {}

    /** @param status only NAVs that stand so; empty for all */
    StrikeList(List<StrikeHead> inOrder, FundFile terms, String status) {
        List<StrikeHead> newestFirst = new ArrayList<>(inOrder.stream()
                .filter(head ->
                        status.isEmpty() || StruckNavs.word(head.status()).equals(status))
                .toList());
        Collections.reverse(newestFirst);
        this.heads = List.copyOf(newestFirst);
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
                Figure.money(head.netAssets(), terms.base().decimals(), head.currency()),
                head.classes().stream()
                        .map(line -> new ClassFigure(line.shareClass(), perShare(line, head)))
                        .toList(),
                "%s of %s".formatted(head.controlsRun() - head.controlsFailed(), head.controlsRun()),
                head.askedBy().who(),
                head.approval().map(StrikeHead.Word::by).orElse(""),
                head.result().substring(0, 8),
                head.result());
    }

    private Figure perShare(StrikeHead.ClassLine line, StrikeHead head) {
        int decimals = terms.classes().stream()
                .filter(shareClass -> shareClass.code().equals(line.shareClass()))
                .mapToInt(shareClass -> shareClass.priceDecimals())
                .findFirst()
                .orElse(0);
        return Figure.money(line.perShare(), decimals, head.currency());
    }
}
