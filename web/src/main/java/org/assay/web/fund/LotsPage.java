package org.assay.web.fund;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assay.db.FundHead;
import org.assay.db.LotPage;
import org.assay.db.StrikeHead;
import org.assay.ejb.Desk;
import org.assay.ejb.FundBooks;
import org.assay.kernel.FundException;
import org.assay.web.shell.Asked;
import org.assay.web.shell.Known;

/**
 * Open lots of a fund at its last NAV. The fund's page shows the first of them; on a page of their own they are turned without
 * striking anything again.
 */
@Named
@RequestScoped
public class LotsPage {
    @Inject
    private Desk desk;

    @Inject
    private FundBooks books;

    @Inject
    private Known known;

    private final String id = Asked.parameter("id");
    private final LotQuestion asked = new LotQuestion();
    private Optional<FundHead> fund = Optional.empty();
    private Optional<Optional<StrikeHead>> last = Optional.empty();
    private Optional<LotList> lots = Optional.empty();

    /** Answers 404 when there is no such fund. */
    public void look() throws IOException {
        try {
            fund();
        } catch (FundException notThere) {
            Asked.isNotThere("no such fund");
        }
    }

    private FundHead fund() {
        if (fund.isEmpty()) {
            fund = Optional.of(desk.fund(id));
        }
        return fund.get();
    }

    private Optional<StrikeHead> last() {
        if (last.isEmpty()) {
            last = Optional.of(desk.last(id, known.moment()));
        }
        return last.get();
    }

    public LotList getLots() {
        if (lots.isEmpty()) {
            lots = Optional.of(new LotList(this::read, asked.first(), LotQuestion.SIZE));
        }
        return lots.get();
    }

    private LotPage read(long skip, long limit) {
        return last().map(head -> books.lots(id, head.date(), asked.wanted(), skip, limit, known.moment()))
                .orElseGet(() -> new LotPage(List.of(), 0));
    }

    private long count() {
        return getLots().count(Map.of());
    }

    public String getName() {
        return fund().terms().name();
    }

    public String getCurrency() {
        return fund().terms().base().code();
    }

    /** {@code at the close of 2026-05-29}. */
    public String getAsOf() {
        return last().map(head -> "at the close of " + head.date()).orElse("no NAV was struck");
    }

    public int getFirst() {
        return asked.first();
    }

    public int getSize() {
        return LotQuestion.SIZE;
    }

    public String getShown() {
        return asked.shown(count());
    }

    public String getText() {
        return asked.text();
    }

    public String getSort() {
        return asked.sort();
    }

    /** The address of the lots sorted by a column. */
    public String sorted(String column) {
        return asked.sorted(id, column);
    }

    /** Which way they are sorted by it. */
    public String arrow(String column) {
        return asked.arrow(column);
    }

    public String getBefore() {
        return asked.turned(id, -1, count());
    }

    public String getAfter() {
        return asked.turned(id, 1, count());
    }

    public String getId() {
        return id;
    }
}
