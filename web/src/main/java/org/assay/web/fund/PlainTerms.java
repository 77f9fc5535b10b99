package org.assay.web.fund;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.assay.kernel.fee.RateSchedule;
import org.assay.kernel.money.Plain;
import org.assay.kernel.money.Rate;
import org.assay.kernel.nav.FundTerms;
import org.assay.kernel.nav.Place;
import org.assay.kernel.nav.ShareClass;
import org.assay.kernel.pricing.PricePolicy;
import org.assay.kernel.roll.Programme;
import org.assay.pack.fund.Dated;
import org.assay.pack.fund.DayEnd;
import org.assay.pack.fund.FundFile;
import org.assay.web.figure.Moments;
import org.assay.web.figure.Words;

/** The terms of a fund as one would tell them, each with the day it counts from. */
public final class PlainTerms {
    /** @param from first day; empty for what counts always */
    public record Term(String what, String from, String words) {}

    private final FundFile fund;

    private PlainTerms(FundFile fund) {
        this.fund = fund;
    }

    public static List<Term> of(FundFile fund) {
        PlainTerms plain = new PlainTerms(fund);
        List<Term> terms = new ArrayList<>();
        terms.add(new Term("Regime", "", fund.regime()));
        terms.add(new Term(
                "Money",
                "",
                "Kept in %s at %s decimals, rounded %s."
                        .formatted(fund.base(), fund.base().decimals(), words(fund.rounding()))));
        fund.dayEnds().forEach(end -> terms.add(plain.dayEnd(end)));
        fund.places().forEach(place -> terms.add(place(place)));
        fund.allClasses().forEach(shareClass -> plain.shareClass(shareClass, terms));
        fund.interest().stream()
                .map(Dated::value)
                .forEach(interest -> interest.rate()
                        .steps()
                        .forEach(step -> terms.add(new Term(
                                "Interest, " + interest.place(),
                                step.from().toString(),
                                "%s on credit balances in %s: %s."
                                        .formatted(rate(step), interest.currency(), "accrued daily")))));
        terms.add(new Term("Token prices", "", policy(fund.prices().token())));
        terms.add(new Term("Futures prices", "", policy(fund.prices().future())));
        terms.add(new Term("Bill prices", "", policy(fund.prices().bill())));
        fund.policies()
                .forEach(dated -> terms.add(new Term(
                        Words.of(dated.value().of().name()) + " prices",
                        dated.from().toString(),
                        policy(dated.value().policy()))));
        fund.prices()
                .fx()
                .ifPresent(rates -> terms.add(new Term(
                        "Exchange rates",
                        "",
                        "Stale after %s days; without a rate of the day the NAV %s."
                                .formatted(rates.staleAfterDays(), words(rates.missing())))));
        fund.proxies()
                .forEach(dated -> terms.add(new Term(
                        "Proxy of " + dated.value().instrument(),
                        dated.from().toString(),
                        "%s, where the price is missing and the policy estimates."
                                .formatted(dated.value().by()))));
        terms.add(new Term(
                "Commission",
                "",
                fund.commission() == FundTerms.CommissionPolicy.COST
                        ? "Part of cost and proceeds of tokens and bills; an expense on futures."
                        : "An expense."));
        fund.programmes().forEach(programme -> terms.add(plain.programme(programme)));
        return List.copyOf(terms);
    }

    private String days() {
        boolean hasWeekend = fund.calendars().stream()
                .anyMatch(calendar -> calendar.id().equals(fund.calendar())
                        && !calendar.weekend().isEmpty());
        return hasWeekend
                ? "business days of calendar " + fund.calendar()
                : "every day of the week that calendar %s does not close".formatted(fund.calendar());
    }

    private Term dayEnd(Dated<DayEnd> dated) {
        DayEnd end = dated.value();
        return new Term(
                "Valuation point",
                dated.from().toString(),
                "%s in %s, on %s; facts and prices come in for %s hours after."
                        .formatted(
                                end.point().time(),
                                Moments.city(end.point().zone()),
                                days(),
                                Plain.text(end.intakeHours())));
    }

    private static Term place(Dated<Place> dated) {
        Place place = dated.value();
        String kind = switch (place.kind()) {
            case BANK -> "A bank: cash";
            case FCM -> "A futures broker or venue: cash, margin, futures and assets";
            case CUSTODY -> "A custodian or wallet: assets";
        };
        return new Term(
                "Place " + place.id(),
                dated.since().map(LocalDate::toString).orElse(""),
                kind
                        + place.settlesThrough().map("; %s pays"::formatted).orElse("")
                        + place.billHaircut()
                                .map(haircut -> "; of a bill %s do not count as collateral".formatted(percent(haircut)))
                                .orElse("")
                        + ".");
    }

    private void shareClass(ShareClass shareClass, List<Term> terms) {
        String name = "Class " + shareClass.code();
        terms.add(new Term(
                name,
                shareClass.launch().toString(),
                "First price %s; NAV per share at %s decimals, shares at %s."
                        .formatted(shareClass.initialPrice(), shareClass.priceDecimals(), shareClass.shareDecimals())));
        shareClass
                .managementFee()
                .steps()
                .forEach(step -> terms.add(new Term(
                        name + ", management fee",
                        step.from().toString(),
                        "%s of opening class net assets.".formatted(rate(step)))));
        shareClass
                .redemptionFee()
                .steps()
                .forEach(step -> terms.add(new Term(
                        name + ", redemption fee",
                        step.from().toString(),
                        "%s of what a redemption pays stays in the class.".formatted(percent(step.fraction())))));
    }

    private Term programme(Dated<Programme> dated) {
        Programme programme = dated.value();
        String weights = programme.weights().stream()
                .map(weight -> Plain.text(weight.movePointRight(2)) + " %")
                .collect(Collectors.joining(", "));
        return new Term(
                "Roll " + programme.id(),
                dated.from().toString(),
                "%s at %s: from business day %s of the month, %s of the position a day, %s; %s commission a lot and side."
                        .formatted(
                                programme.root(),
                                programme.location(),
                                programme.firstBusinessDay(),
                                weights,
                                programme.execution() == Programme.Execution.SETTLEMENT
                                        ? "traded by the strike at settlement prices"
                                        : "traded by the desk",
                                programme.commissionPerLot()));
    }

    private static String policy(PricePolicy policy) {
        return "A move beyond %s needs evidence; stale after %s days, or %s without a change; without a price of the day the NAV %s."
                .formatted(
                        percent(policy.moveBand()),
                        policy.staleAfterDays(),
                        policy.unchangedAfterDays(),
                        words(policy.missing()));
    }

    private static String words(PricePolicy.Missing missing) {
        return switch (missing) {
            case HOLD -> "is held";
            case CARRY -> "carries the last one, for a person to review";
            case ESTIMATE -> "moves the last one as its proxy moved, for a person to review, or is held without one";
        };
    }

    private static String rate(RateSchedule.Step step) {
        return "%s a year, %s"
                .formatted(percent(step.ratePerYear()), step.dayCount().label());
    }

    private static String percent(Rate rate) {
        BigDecimal percent = rate.fraction().movePointRight(2);
        return Plain.text(percent) + " %";
    }

    private static String words(java.math.RoundingMode mode) {
        return mode.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
