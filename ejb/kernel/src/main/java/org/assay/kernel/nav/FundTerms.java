package org.assay.kernel.nav;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.assay.kernel.ErrorCode;
import org.assay.kernel.FundException;
import org.assay.kernel.instrument.Bill;
import org.assay.kernel.instrument.Cash;
import org.assay.kernel.instrument.Future;
import org.assay.kernel.instrument.Instrument;
import org.assay.kernel.instrument.Token;
import org.assay.kernel.money.Currency;
import org.assay.kernel.pricing.PricePolicy;
import org.assay.kernel.pricing.RatePolicy;
import org.assay.kernel.roll.Programme;

/**
 * The terms of a fund in force on one day.
 *
 * @param rounding of money when it is posted
 * @param commission whether commission on tokens and bills is part of cost and proceeds, or an expense; on futures it always
 *     is an expense
 * @param staleBlock a stale position holds the NAV when its weight in net assets times its age in days is strictly greater
 * @param expiryWarnDays business days ahead at which a position in an ending contract is reported
 * @param proxies by instrument, the instrument by whose move its price is estimated where there is none
 * @param rates what is done with old exchange rates; absent, they are carried and reported
 */
public record FundTerms(
        String fund,
        Currency base,
        RoundingMode rounding,
        CommissionPolicy commission,
        List<ShareClass> classes,
        List<Place> places,
        List<CashInterest> interest,
        PricePolicy tokenPrices,
        PricePolicy futurePrices,
        PricePolicy billPrices,
        BigDecimal staleBlock,
        int expiryWarnDays,
        List<Programme> programmes,
        @AddedLater SortedMap<String, String> proxies,
        @AddedLater Optional<RatePolicy> rates) {

    /** Where commission on tokens and bills goes. */
    public enum CommissionPolicy {
        COST,
        EXPENSE
    }

    public FundTerms {
        classes =
                classes.stream().sorted(Comparator.comparing(ShareClass::code)).toList();
        places = places.stream().sorted(Comparator.comparing(Place::id)).toList();
        interest = interest.stream()
                .sorted(Comparator.comparing(CashInterest::place).thenComparing(CashInterest::currency))
                .toList();
        programmes =
                programmes.stream().sorted(Comparator.comparing(Programme::id)).toList();
        staleBlock = staleBlock.stripTrailingZeros();
        proxies = Collections.unmodifiableSortedMap(new TreeMap<>(proxies));
        if (futurePrices.missing() == PricePolicy.Missing.ESTIMATE) {
            throw new IllegalArgumentException(
                    "a settlement is paid in cash; an estimate of it would be paid by nobody");
        }
    }

    /** Where cash for what is held at {@code id} moves. */
    Place cashPlace(String id) {
        Place place = place(id);
        return place.settlesThrough().map(this::place).orElse(place);
    }

    Place place(String id) {
        return places.stream()
                .filter(place -> place.id().equals(id))
                .findFirst()
                .orElseThrow(() ->
                        new FundException(ErrorCode.UNKNOWN_REFERENCE, id, "place", id, "one of the fund's places"));
    }

    public ShareClass shareClass(String code) {
        return classes.stream()
                .filter(shareClass -> shareClass.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new FundException(
                        ErrorCode.UNKNOWN_REFERENCE, code, "class", code, "one of the fund's classes"));
    }

    /** The price policy for an instrument's kind; cash has a price of 1 and never asks. */
    public PricePolicy prices(Instrument instrument) {
        if (instrument instanceof Token) {
            return tokenPrices;
        }
        if (instrument instanceof Future) {
            return futurePrices;
        }
        if (instrument instanceof Bill || instrument instanceof Cash) {
            return billPrices;
        }
        throw new IllegalStateException("no price policy for " + instrument);
    }
}
