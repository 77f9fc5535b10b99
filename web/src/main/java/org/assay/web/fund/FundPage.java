package org.assay.web.fund;

import jakarta.enterprise.context.RequestScoped;
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
import org.assay.ejb.FundBooks;
import org.assay.ejb.StruckNavs;
import org.assay.kernel.FundException;
import org.assay.kernel.nav.RollOutlook;
import org.assay.kernel.nav.ShareClass;
import org.assay.pack.fund.FundFile;
import org.assay.reports.StruckNav;
import org.assay.web.figure.Moments;
import org.assay.web.list.ListModel;
import org.assay.web.list.ListQuestion;
import org.assay.web.nav.NavTables;
import org.assay.web.nav.RollTables;
import org.assay.web.shell.Asked;
import org.assay.web.shell.Filter;
import org.assay.web.shell.Known;

/** A fund as of its last NAV. */
@Named
@RequestScoped
public class FundPage {
    @Inject
    private Desk desk;

    @Inject
    private FundBooks books;

    @Inject
    private Known known;

    private final String id = Asked.parameter("id");
    private Optional<FundHead> fund = Optional.empty();
    private Optional<List<StrikeHead>> heads = Optional.empty();
    private Optional<StruckNav> nav = Optional.empty();
    private Optional<NavTables> tables = Optional.empty();
    private Optional<RollTables> rolls = Optional.empty();
    private Optional<Flows> flows = Optional.empty();
    private Optional<ListModel<StrikeList.Row>> strikes = Optional.empty();

    /** Answers 404 when there is no such fund. */
    public void look() throws IOException {
        try {
            fund = Optional.of(desk.fund(id, known.moment()));
        } catch (FundException notThere) {
            Asked.isNotThere("no such fund");
        }
    }

    private FundFile terms() {
        if (fund.isEmpty()) {
            fund = Optional.of(desk.fund(id, known.moment()));
        }
        return fund.get().terms();
    }

    private List<StrikeHead> heads() {
        if (heads.isEmpty()) {
            // A month beyond the clock holds whatever its zone calls today.
            var to = java.time.LocalDate.ofInstant(desk.now(), java.time.ZoneOffset.UTC)
                    .plusMonths(1);
            heads = Optional.of(desk.strikes(id, terms().inception(), to, known.moment()));
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

    private int cents() {
        return terms().base().decimals();
    }

    public String getChart() {
        return NavChart.of(
                heads(),
                getClassCodes(),
                getCurrency(),
                terms().allClasses().stream()
                        .mapToInt(ShareClass::priceDecimals)
                        .max()
                        .orElse(0));
    }

    public List<String> getClassCodes() {
        return terms().allClasses().stream().map(ShareClass::code).toList();
    }

    private Flows flows() {
        if (flows.isEmpty()) {
            flows = Optional.of(new Flows(
                    isStruck()
                            ? books.flows(
                                    id,
                                    heads().get(0).date(),
                                    last().orElseThrow().date(),
                                    known.moment())
                            : List.of()));
        }
        return flows.get();
    }

    public boolean isFlowing() {
        return !flows().isEmpty();
    }

    public String getFlowChart() {
        return flows().chart(heads().stream().map(StrikeHead::date).toList(), getCurrency(), cents());
    }

    public ListModel<StrikeList.Row> getStrikes() {
        if (strikes.isEmpty()) {
            strikes = Optional.of(StrikeList.of(StrikeList.question(terms()), heads(), flows(), terms()));
        }
        return strikes.get();
    }

    public List<Filter> getFilters() {
        ListQuestion question = getStrikes().getQuestion();
        String status = question.value(StrikeList.STATUS);
        Filter all = new Filter("All", question.with(StrikeList.STATUS, ""), status.isEmpty(), heads().size());
        return Stream.concat(
                        Stream.of(all),
                        Arrays.stream(StrikeHead.Status.values())
                                .map(StruckNavs::word)
                                .distinct()
                                .map(word -> new Filter(
                                        word,
                                        question.with(StrikeList.STATUS, word),
                                        status.equals(word),
                                        heads().stream()
                                                .filter(head -> StruckNavs.word(head.status())
                                                        .equals(word))
                                                .count()))
                                .filter(filter -> filter.count() > 0 || filter.isOn()))
                .toList();
    }

    /** The last NAV, whole. */
    private StruckNav nav() {
        if (nav.isEmpty()) {
            nav = Optional.of(
                    desk.struck(id, last().orElseThrow().date(), known.moment()).nav());
        }
        return nav.get();
    }

    private NavTables tables() {
        if (tables.isEmpty()) {
            tables = Optional.of(NavTables.of(nav().inputs(), nav().result()));
        }
        return tables.get();
    }

    private RollTables rolls() {
        if (rolls.isEmpty()) {
            var inputs = nav().inputs();
            rolls = Optional.of(RollTables.of(RollOutlook.of(
                    inputs.terms(),
                    nav().result().closing(),
                    inputs.instruments().values(),
                    inputs.calendars())));
        }
        return rolls.get();
    }

    public List<RollTables.ContractRow> getContracts() {
        return isStruck() ? rolls().contracts() : List.of();
    }

    public List<Curve> getCurves() {
        return isStruck() ? Curve.of(nav().inputs(), nav().result()) : List.of();
    }

    public List<Curve.Point> getCurvePoints() {
        return getCurves().stream().flatMap(curve -> curve.points().stream()).toList();
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
}
