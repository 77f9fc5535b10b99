package org.assay.web.fund;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.assay.db.FundHead;
import org.assay.db.StrikeHead;
import org.assay.ejb.Desk;
import org.assay.ejb.StruckNavs;
import org.assay.kernel.FundException;
import org.assay.pack.fund.FundFile;
import org.assay.web.figure.Moments;
import org.assay.web.nav.NavTables;
import org.assay.web.shell.Asked;
import org.assay.web.shell.Filter;

/** A fund as of its last NAV. */
@Named
@RequestScoped
public class FundPage {
    private static final int NOT_FOUND = 404;

    @Inject
    private Desk desk;

    private final String id = Asked.parameter("id");
    private final String status = Asked.parameter("status");
    private Optional<FundHead> fund = Optional.empty();
    private Optional<List<StrikeHead>> heads = Optional.empty();
    private Optional<NavTables> tables = Optional.empty();
    private Optional<StrikeList> strikes = Optional.empty();

    /** Answers 404 when there is no such fund. */
    public void look() throws IOException {
        try {
            fund = Optional.of(desk.fund(id));
        } catch (FundException notThere) {
            FacesContext context = FacesContext.getCurrentInstance();
            context.getExternalContext().responseSendError(NOT_FOUND, "no such fund");
            context.responseComplete();
        }
    }

    private FundFile terms() {
        if (fund.isEmpty()) {
            fund = Optional.of(desk.fund(id));
        }
        return fund.get().terms();
    }

    private List<StrikeHead> heads() {
        if (heads.isEmpty()) {
            // A month beyond the clock holds whatever its zone calls today.
            var to = java.time.LocalDate.ofInstant(desk.now(), java.time.ZoneOffset.UTC)
                    .plusMonths(1);
            heads = Optional.of(desk.strikes(id, terms().inception(), to, Optional.empty()));
        }
        return heads.get();
    }

    private Optional<StrikeHead> last() {
        return heads().isEmpty() ? Optional.empty() : Optional.of(heads().get(heads().size() - 1));
    }

    public boolean isStruck() {
        return last().isPresent();
    }

    public String getName() {
        return terms().name();
    }

    public String getCurrency() {
        return terms().base().code();
    }

    public String getLastStatus() {
        return last().map(head -> StruckNavs.word(head.status())).orElse("Waiting");
    }

    public String getLastDate() {
        return last().map(head -> head.date().toString()).orElse("");
    }

    public String getFacts() {
        var point = terms().dayEnd(last().map(StrikeHead::date).orElse(terms().inception()))
                .point();
        return "%s · %s · since %s · valuation point %s %s · brought by %s"
                .formatted(
                        id,
                        terms().regime(),
                        terms().inception(),
                        point.time(),
                        Moments.city(point.zone()),
                        fund.map(FundHead::importedBy).orElse(""));
    }

    public String getChart() {
        return NavChart.of(
                heads(),
                terms().classes().stream().map(shareClass -> shareClass.code()).toList(),
                getCurrency());
    }

    public StrikeList getStrikes() {
        if (strikes.isEmpty()) {
            strikes = Optional.of(new StrikeList(heads(), terms(), status));
        }
        return strikes.get();
    }

    public List<Filter> getFilters() {
        Filter all = new Filter("All", "fund.xhtml?id=" + id, status.isEmpty(), heads().size());
        return Stream.concat(
                        Stream.of(all),
                        Arrays.stream(StrikeHead.Status.values())
                                .map(StruckNavs::word)
                                .map(word -> new Filter(
                                        word,
                                        "fund.xhtml?id=%s&status=%s".formatted(id, word),
                                        status.equals(word),
                                        heads().stream()
                                                .filter(head -> StruckNavs.word(head.status())
                                                        .equals(word))
                                                .count()))
                                .filter(filter -> filter.count() > 0 || filter.isOn()))
                .toList();
    }

    private NavTables tables() {
        if (tables.isEmpty()) {
            var nav = desk.struck(id, last().orElseThrow().date(), Optional.empty())
                    .nav();
            tables = Optional.of(NavTables.of(nav.inputs(), nav.result()));
        }
        return tables.get();
    }

    public List<NavTables.PositionRow> getHoldings() {
        return isStruck() ? tables().investments() : List.of();
    }

    public List<NavTables.PositionRow> getCash() {
        return isStruck() ? tables().cash() : List.of();
    }

    public List<NavTables.FutureRow> getFutures() {
        return isStruck() ? tables().openFutures() : List.of();
    }

    public List<NavTables.ClassRow> getClasses() {
        return isStruck() ? tables().classes() : List.of();
    }

    public List<PlainTerms.Term> getTerms() {
        return PlainTerms.of(terms());
    }

    public String getId() {
        return id;
    }

    public String getStatus() {
        return status;
    }
}
