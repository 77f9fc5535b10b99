package org.assay.pack.real;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Writes a fund pack from the sample data, by hand and from the format's description alone: the product's own writer
 * has no part in it, so a fault that reader and writer share cannot hide.
 */
final class RealPack {
    /** How the exchange's calendar is handed over. */
    enum Holidays {
        /** As the table has it: without 2022-06-20 and 2023-06-19. */
        AS_PUBLISHED,
        /** With both days put right by a dated override, each before the deadline of its day. */
        PUT_RIGHT
    }

    private static final Set<String> TOKENS = new TreeSet<>(List.of("SOL", "NEAR", "RNDR", "TAO"));
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    private static final String TERMS = """
            {
              "fund": "REAL-1",
              "name": "Real-input proof: four tokens, WTI and natural gas",
              "illustrative": true,
              "regime": "test",
              "inception": "2022-01-03",
              "base_currency": "USD",
              "currencies": [{"code": "USD", "decimals": 2}, {"code": "EUR", "decimals": 2}],
              "rounding": "HALF_UP",
              "lot_relief": "FIFO",
              "commission": "COST",
              "valuation_point": [{"from": "2022-01-03", "time": "24:00", "zone": "UTC", "intake_hours": "6"}],
              "calendar": "NYMEX",
              "calendars": [{"id": "NYMEX", "weekend": ["SATURDAY", "SUNDAY"]}],
              "places": [
                {"id": "BANK", "kind": "BANK"},
                {"id": "FCM", "kind": "FCM"},
                {"id": "VAULT", "kind": "CUSTODY", "settles_through": "BANK"}],
              "classes": [
                {"code": "A", "launch": "2022-01-03", "currency": "USD", "initial_price": "100", "share_decimals": 4,
                 "price_decimals": 4,
                 "management_fee": [{"from": "2022-01-03", "rate_per_year": "0.015", "day_count": "ACT/365"}]},
                {"code": "I", "launch": "2022-01-03", "currency": "USD", "initial_price": "100", "share_decimals": 4,
                 "price_decimals": 4,
                 "management_fee": [{"from": "2022-01-03", "rate_per_year": "0.0075", "day_count": "ACT/365"}]}],
              "cash_interest": [
                {"place": "BANK", "currency": "USD", "rates": [
                  {"from": "2022-01-03", "rate_per_year": "0.0005", "day_count": "ACT/360"},
                  {"from": "2022-09-01", "rate_per_year": "0.02", "day_count": "ACT/360"},
                  {"from": "2023-05-01", "rate_per_year": "0.045", "day_count": "ACT/360"}]},
                {"place": "FCM", "currency": "USD", "rates": [
                  {"from": "2022-09-01", "rate_per_year": "0.015", "day_count": "ACT/360"}]}],
              "price_policy": {
                "token": {"move_band": "0.30", "stale_after_days": 3, "unchanged_after_days": 5, "missing": "HOLD"},
                "future": {"move_band": "0.15", "stale_after_days": 5, "unchanged_after_days": 7, "missing": "HOLD"},
                "bill": {"move_band": "0.02", "stale_after_days": 5, "unchanged_after_days": 5, "missing": "HOLD"}},
              "stale_block": "0.50",
              "expiry_warn_days": 1,
              "programmes": [
                {"id": "GAS", "root": "NG", %1$s},
                {"id": "WTI", "root": "CL", %1$s}]
            }
            """;

    /** Every month the contract of the next one is held; business days 6 to 10 move a fifth each into the one after. */
    private static final String ROLL = """
            "place": "FCM", "first_business_day": 6, "weights": ["0.2", "0.2", "0.2", "0.2", "0.2"],
                 "designated": ["G", "H", "J", "K", "M", "N", "Q", "U", "V", "X", "Z", "F"],
                 "execution": "SETTLEMENT", "hard_stop_days": 2, "commission_per_lot": "%s", "from": "2022-01-03"
            """;

    private final SharedData data;
    private final Path folder;

    private RealPack(SharedData data, Path folder) {
        this.data = data;
        this.folder = folder;
    }

    /** @return the pack's folder, made anew */
    static Path write(SharedData data, Path folder, Holidays holidays) {
        RealPack pack = new RealPack(data, folder);
        pack.file("pack.json", List.of("""
                {"format": 1, "fund": "REAL-1", "illustrative": true, "known": "2023-12-31T00:00:00Z"}"""));
        pack.file(
                "fund.json",
                List.of(TERMS.formatted(ROLL.formatted(RealFacts.COMMISSION_PER_LOT))
                        .stripTrailing()));
        pack.file("reference/instruments.csv", pack.instruments());
        pack.file("reference/contracts.csv", pack.contracts());
        pack.file("reference/calendars.csv", pack.calendar(holidays));
        RealFacts facts = new RealFacts(data);
        pack.file("facts/capital.csv", facts.capital());
        pack.file("facts/trades.csv", facts.trades());
        pack.file("facts/cash.csv", facts.cash());
        pack.file("facts/margin.csv", facts.margin());
        pack.file("market/prices.csv", pack.prices());
        pack.file("market/fx.csv", pack.fx());
        return folder;
    }

    /** 24:00 UTC of the date. */
    static Instant closeTime(LocalDate date) {
        return date.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /** 14:30 in New York, in summer and in winter. */
    static Instant settlementTime(LocalDate date) {
        return date.atTime(LocalTime.of(14, 30)).atZone(NEW_YORK).toInstant();
    }

    /** At 12 decimals, a pack's scale of rates. */
    static BigDecimal usdPerEur(BigDecimal eurPerUsd) {
        return BigDecimal.ONE.divide(eurPerUsd, 12, RoundingMode.HALF_UP);
    }

    /** NEAR has 24 decimals on chain; a pack holds at most 18. */
    private List<String> instruments() {
        List<String> rows = new ArrayList<>(List.of(
                "id,kind,name,currency,decimals,maturity,illustrative",
                "SOL,TOKEN,Solana,USD,9,,false",
                "NEAR,TOKEN,NEAR Protocol (24 decimals on chain),USD,18,,false",
                "RNDR,TOKEN,Render (old token),USD,18,,false",
                "TAO,TOKEN,Bittensor,USD,9,,false"));
        for (SharedData.Expiry contract : listed()) {
            String chain = contract.root().equals("CL") ? "WTI crude oil" : "Henry Hub natural gas";
            rows.add("%s,FUTURE,%s %s,USD,,,false".formatted(contract.contract(), chain, contract.month()));
        }
        return rows;
    }

    /** Both deliver, and the fund never may: it must be out before the first notice or the last trade. */
    private List<String> contracts() {
        List<String> rows = new ArrayList<>(List.of(
                "instrument,root,contract_month,unit,multiplier,tick,calendar,first_notice,last_trade,settlement"));
        for (SharedData.Expiry contract : listed()) {
            String size = contract.root().equals("CL") ? "1000,0.01" : "10000,0.001";
            rows.add("%s,%s,%s,COMMODITY_UNIT,%s,NYMEX,%s,%s,DELIVERY"
                    .formatted(
                            contract.contract(),
                            contract.root(),
                            contract.month(),
                            size,
                            contract.firstNotice(),
                            contract.lastTrade()));
        }
        return rows;
    }

    /** The contract months that have a settlement in the files. */
    private List<SharedData.Expiry> listed() {
        Set<String> settled = data.settlements().stream()
                .map(SharedData.Settlement::contract)
                .collect(Collectors.toCollection(TreeSet::new));
        List<SharedData.Expiry> listed = data.expiries().stream()
                .filter(expiry -> settled.contains(expiry.contract()))
                .toList();
        if (listed.size() != settled.size()) {
            throw new IllegalStateException("contracts without an expiry: %s settle, %s are known"
                    .formatted(
                            settled,
                            listed.stream().map(SharedData.Expiry::month).toList()));
        }
        return listed;
    }

    private List<String> calendar(Holidays holidays) {
        List<String> rows = new ArrayList<>(List.of("calendar,date,status,recorded,source"));
        data.holidays().stream()
                .filter(date -> date.getYear() >= SharedData.FROM.getYear())
                .forEach(date -> rows.add("NYMEX,%s,CLOSED,2021-12-31T00:00:00Z,nymex_holidays.csv".formatted(date)));
        if (holidays == Holidays.PUT_RIGHT) {
            String why = "override: the exchange is closed for Juneteenth and publishes no settlement";
            rows.add("NYMEX,2022-06-20,CLOSED,2022-06-20T22:00:00Z," + why);
            rows.add("NYMEX,2023-06-19,CLOSED,2023-06-15T15:00:00Z," + why);
        }
        return rows;
    }

    private List<String> prices() {
        List<String> rows = new ArrayList<>(List.of("instrument,date,kind,time,price,currency,source,recorded"));
        for (SharedData.Settlement settlement : data.settlements()) {
            rows.add(price(
                    settlement.contract(),
                    settlement.date(),
                    "SETTLEMENT",
                    settlementTime(settlement.date()),
                    settlement.price(),
                    "NYMEX settlement",
                    Duration.ofHours(3)));
        }
        for (SharedData.Close close : data.closes()) {
            if (TOKENS.contains(close.token())) {
                rows.add(price(
                        close.token(),
                        close.date(),
                        "CLOSE",
                        closeTime(close.date()),
                        close.price().setScale(10, RoundingMode.HALF_UP),
                        "daily close rounded HALF_UP to 10 decimals",
                        Duration.ofMinutes(5)));
            }
        }
        return rows;
    }

    private static String price(
            String instrument,
            LocalDate date,
            String kind,
            Instant time,
            BigDecimal price,
            String source,
            Duration untilKnown) {
        return "%s,%s,%s,%s,%s,USD,%s,%s"
                .formatted(instrument, date, kind, time, price.toPlainString(), source, time.plus(untilKnown));
    }

    private List<String> fx() {
        List<String> rows = new ArrayList<>(List.of("currency,date,time,rate,source,recorded"));
        for (SharedData.EurPerUsd row : data.eurPerUsd()) {
            Instant time =
                    row.date().atTime(LocalTime.of(17, 0)).atZone(NEW_YORK).toInstant();
            rows.add("EUR,%s,%s,%s,1/eur_per_usd rounded HALF_UP to 12 decimals,%s"
                    .formatted(
                            row.date(), time, usdPerEur(row.rate()).toPlainString(), time.plus(Duration.ofMinutes(5))));
        }
        return rows;
    }

    private void file(String name, Collection<String> lines) {
        try {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, String.join("\n", lines) + "\n");
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
