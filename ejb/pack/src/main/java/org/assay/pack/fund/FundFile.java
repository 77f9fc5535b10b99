package org.assay.pack.fund;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.assay.kernel.ErrorCode;
import org.assay.kernel.FundException;
import org.assay.kernel.fee.DealingFee;
import org.assay.kernel.fee.RateSchedule;
import org.assay.kernel.money.Currency;
import org.assay.kernel.nav.CashInterest;
import org.assay.kernel.nav.FundTerms;
import org.assay.kernel.nav.Place;
import org.assay.kernel.nav.ShareClass;
import org.assay.kernel.pricing.PricePolicy;
import org.assay.kernel.roll.Programme;

/**
 * fund.json: the terms of a fund over all its days.
 *
 * @param regime under which law, in words
 * @param inception the day of the first strike, or the business day after it
 * @param calendar id of the one whose business days are strike days
 * @param places with the day from which the fund has each
 * @param classes with the day from which the terms name each; that of its launch stands in itself
 * @param prices the price policies the fund began with
 * @param policies those agreed on later
 */
public record FundFile(
        String fund,
        String name,
        boolean illustrative,
        String regime,
        LocalDate inception,
        Currency base,
        List<Currency> currencies,
        RoundingMode rounding,
        LotRelief lotRelief,
        FundTerms.CommissionPolicy commission,
        List<Dated<DayEnd>> dayEnds,
        String calendar,
        List<CalendarTerms> calendars,
        List<Dated<Place>> places,
        List<Dated<ShareClass>> classes,
        List<Dated<CashInterest>> interest,
        PricePolicies prices,
        BigDecimal staleBlock,
        int expiryWarnDays,
        List<Dated<Programme>> programmes,
        List<Dated<Proxy>> proxies,
        List<Dated<AgreedPolicy>> policies) {
    /** Which lots a sale takes. */
    public enum LotRelief {
        /** First in, first out. */
        FIFO
    }

    public FundFile {
        currencies = List.copyOf(currencies);
        dayEnds = List.copyOf(dayEnds);
        calendars = List.copyOf(calendars);
        places = List.copyOf(places);
        classes = List.copyOf(classes);
        interest = List.copyOf(interest);
        programmes = List.copyOf(programmes);
        proxies = List.copyOf(proxies);
        policies = List.copyOf(policies);
    }

    /** Every place the fund has, had or will have. */
    public List<Place> allPlaces() {
        return places.stream().map(Dated::value).toList();
    }

    /** Every class, those to be launched included. */
    public List<ShareClass> allClasses() {
        return classes.stream().map(Dated::value).toList();
    }

    /** When day D ends. */
    public DayEnd dayEnd(LocalDate date) {
        return Dated.on(date, dayEnds)
                .orElseThrow(() -> new FundException(
                        ErrorCode.TERMS,
                        fund,
                        "valuation_point",
                        date.toString(),
                        "a valuation point in fund.json that counts on this day"));
    }

    /** The terms in force on a day. What begins later is left out, so that agreeing on it does not change the past. */
    public FundTerms on(LocalDate date) {
        return new FundTerms(
                fund,
                base,
                rounding,
                commission,
                begun(date, classes).map(shareClass -> on(date, shareClass)).toList(),
                begun(date, places).toList(),
                begun(date, interest)
                        .map(account -> new CashInterest(account.place(), account.currency(), on(date, account.rate())))
                        .toList(),
                policy(date, AgreedPolicy.Of.TOKEN, prices.token()),
                policy(date, AgreedPolicy.Of.FUTURE, prices.future()),
                policy(date, AgreedPolicy.Of.BILL, prices.bill()),
                staleBlock,
                expiryWarnDays,
                programmesOn(date),
                proxiesOn(date),
                prices.fx());
    }

    private static <V> Stream<V> begun(LocalDate date, List<Dated<V>> terms) {
        return terms.stream().filter(term -> !term.from().isAfter(date)).map(Dated::value);
    }

    private PricePolicy policy(LocalDate date, AgreedPolicy.Of kind, PricePolicy first) {
        return Dated.on(
                        date,
                        policies.stream()
                                .filter(dated -> dated.value().of() == kind)
                                .toList())
                .map(AgreedPolicy::policy)
                .orElse(first);
    }

    private List<Programme> programmesOn(LocalDate date) {
        return programmes.stream()
                .map(dated -> dated.value().id())
                .distinct()
                .flatMap(id ->
                        Dated.on(
                                date,
                                programmes.stream()
                                        .filter(dated -> dated.value().id().equals(id))
                                        .toList())
                                .stream())
                .toList();
    }

    private SortedMap<String, String> proxiesOn(LocalDate date) {
        SortedMap<String, String> inForce = new TreeMap<>();
        proxies.stream()
                .filter(dated -> !dated.from().isAfter(date))
                .sorted(Comparator.comparing(Dated::from))
                .forEach(dated ->
                        inForce.put(dated.value().instrument(), dated.value().by()));
        return inForce;
    }

    private static ShareClass on(LocalDate date, ShareClass terms) {
        return new ShareClass(
                terms.code(),
                terms.launch(),
                terms.initialPrice(),
                terms.shareDecimals(),
                terms.priceDecimals(),
                on(date, terms.managementFee()),
                new DealingFee(terms.redemptionFee().steps().stream()
                        .filter(step -> !step.from().isAfter(date))
                        .toList()));
    }

    private static RateSchedule on(LocalDate date, RateSchedule schedule) {
        return new RateSchedule(schedule.steps().stream()
                .filter(step -> !step.from().isAfter(date))
                .toList());
    }
}
