package org.assay.pack.real;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Collector;
import java.util.stream.Collectors;

/**
 * What the fund does in two years: the only part of the pack that is invented. It deals at the real prices of the day,
 * tokens at the close and futures at the settlement, so that every figure can be recomputed from the raw files.
 *
 * <pre>
 *   2022-01-03 subscribed | 01-04 broker funded | 01-05 long 50 CL, 50 NG | 01-06..10 SOL, NEAR, RNDR | ... rolls ...
 *   2022-09-20 sells 20 NG | 2023-03-13 buys TAO | 2023-03-20 buys 10 CL | 2023-11-17, 12-01 sells RNDR, SOL
 * </pre>
 *
 * <p>Lots stay divisible by the five days of the roll: 50 and 60 CL, 50 and 30 NG.
 */
final class RealFacts {
    static final String COMMISSION_PER_LOT = "2.50";

    private final SharedData data;

    RealFacts(SharedData data) {
        this.data = data;
    }

    List<String> capital() {
        return List.of(
                "id,effective,recorded,source,side,class,investor,amount,shares,dealing_date,settle_date,account",
                capital("C-1", "2022-01-03", "SUBSCRIPTION,A,INV-1,12000000,,2022-01-03,2022-01-03,BANK"),
                capital("C-2", "2022-01-03", "SUBSCRIPTION,I,INV-2,8000000,,2022-01-03,2022-01-03,BANK"),
                capital("C-3", "2022-04-01", "SUBSCRIPTION,A,INV-3,500000,,2022-04-01,2022-04-05,BANK"),
                capital("C-4", "2022-07-15", "REDEMPTION,A,INV-1,,10000,2022-07-15,2022-07-19,BANK"),
                capital("C-5", "2023-01-31", "SUBSCRIPTION,I,INV-4,1000000,,2023-02-01,2023-01-31,BANK"),
                capital("C-6", "2023-03-31", "SUBSCRIPTION,I,INV-2,,2500,2023-03-31,2023-04-04,BANK"),
                capital("C-7", "2023-10-02", "REDEMPTION,I,INV-2,400000,,2023-10-02,2023-10-04,BANK"));
    }

    List<String> trades() {
        return List.of(
                "id,effective,recorded,source,trade_date,settle_date,instrument,location,side,quantity,price,"
                        + "commission,fee_quantity",
                future("F-1", "2022-01-05", "2022-01-06", "CL", "2022-02", "BUY", 50),
                future("F-2", "2022-01-05", "2022-01-06", "NG", "2022-02", "BUY", 50),
                token("T-1", "2022-01-06", "2022-01-07", "SOL", "BUY", "12000", "1800", ""),
                token("T-2", "2022-01-07", "2022-01-10", "NEAR", "BUY", "60000.123456789012345678", "900", ""),
                token("T-3", "2022-01-10", "2022-01-11", "RNDR", "BUY", "200000", "750", "12.5"),
                token("T-4", "2022-06-15", "2022-06-16", "SOL", "BUY", "10000", "310", ""),
                future("F-3", "2022-09-20", "2022-09-21", "NG", "2022-11", "SELL", 20),
                token("T-5", "2023-03-13", "2023-03-14", "TAO", "BUY", "8000.123456789", "600", ""),
                future("F-4", "2023-03-20", "2023-03-21", "CL", "2023-05", "BUY", 10),
                token("T-6", "2023-11-17", "2023-11-20", "RNDR", "SELL", "80000", "250", ""),
                token("T-7", "2023-12-01", "2023-12-04", "SOL", "SELL", "15000", "900", ""));
    }

    List<String> cash() {
        return List.of(
                "id,effective,recorded,source,kind,account,currency,amount,to_account,to_currency,to_amount,class",
                cash("X-01", "2022-01-04", "TRANSFER,BANK,USD,5000000,FCM,,,"),
                cash("X-02", "2022-01-05", "EXCHANGE,BANK,USD,%s,BANK,EUR,100000,".formatted(usdFor("2022-01-05"))),
                cash("X-03", "2022-03-31", "EXPENSE,BANK,EUR,8500,,,,"),
                cash("X-04", "2022-04-04", "FEE_PAYMENT,BANK,USD,35000,,,,A"),
                cash("X-05", "2022-04-04", "FEE_PAYMENT,BANK,USD,12000,,,,I"),
                cash("X-06", "2022-06-30", "EXPENSE,BANK,EUR,8500,,,,"),
                cash("X-07", "2022-09-30", "EXPENSE,BANK,EUR,8750.45,,,,"),
                cash("X-08", "2022-12-30", "EXPENSE,BANK,EUR,8750.45,,,,"),
                cash("X-09", "2022-12-30", "INTEREST,BANK,USD,50000,,,,"),
                cash("X-10", "2023-03-31", "EXPENSE,BANK,EUR,9100,,,,"),
                cash("X-11", "2023-06-30", "EXPENSE,BANK,EUR,9100,,,,"),
                cash("X-12", "2023-07-05", "FEE_PAYMENT,BANK,USD,120000,,,,A"),
                cash("X-13", "2023-09-29", "EXPENSE,BANK,EUR,9100,,,,"));
    }

    /** Per lot; the broker's real rates are not in the sample data. */
    List<String> margin() {
        return List.of(
                "id,effective,recorded,source,scope,currency,initial_margin",
                margin("M-1", "2022-01-04", "CL,USD,5500"),
                margin("M-2", "2022-01-04", "NG,USD,4000"),
                margin("M-3", "2022-03-08", "CL,USD,9000"),
                margin("M-4", "2022-05-10", "NG,USD,12000"),
                margin("M-5", "2023-02-01", "NG,USD,6000"),
                margin("M-6", "2023-06-01", "CL,USD,6000"));
    }

    private static String capital(String id, String date, String rest) {
        return head(id, Instant.parse(date + "T15:00:00Z"), "invented order") + rest;
    }

    private static String cash(String id, String date, String rest) {
        return head(id, Instant.parse(date + "T16:00:00Z"), "invented movement") + rest;
    }

    private static String margin(String id, String date, String rest) {
        return head(id, Instant.parse(date + "T12:00:00Z"), "invented rate") + rest;
    }

    /** At the day's settlement: it gains nothing on its first day, so the day's return is that of older lots. */
    private String future(String id, String date, String settles, String root, String month, String side, int lots) {
        LocalDate day = LocalDate.parse(date);
        YearMonth contractMonth = YearMonth.parse(month);
        SharedData.Settlement settlement = data.settlements().stream()
                .filter(row -> row.root().equals(root)
                        && row.date().equals(day)
                        && row.month().equals(contractMonth))
                .collect(only());
        BigDecimal commission = new BigDecimal(COMMISSION_PER_LOT).multiply(BigDecimal.valueOf(lots));
        return head(id, RealPack.settlementTime(day), "invented trade at the day's settlement")
                + String.join(
                        ",",
                        date,
                        settles,
                        settlement.contract(),
                        "FCM",
                        side,
                        Integer.toString(lots),
                        settlement.price().toPlainString(),
                        commission.toPlainString(),
                        "");
    }

    /** At the day's close, which is the fund's valuation point too. */
    private String token(
            String id,
            String date,
            String settles,
            String token,
            String side,
            String quantity,
            String commission,
            String feeQuantity) {
        LocalDate day = LocalDate.parse(date);
        BigDecimal price = data.closes().stream()
                .filter(close -> close.token().equals(token) && close.date().equals(day))
                .map(SharedData.Close::price)
                .collect(only());
        return head(id, RealPack.closeTime(day), "invented trade at the day's close rounded HALF_UP to 4 decimals")
                + String.join(
                        ",",
                        date,
                        settles,
                        token,
                        "VAULT",
                        side,
                        quantity,
                        price.setScale(4, RoundingMode.HALF_UP).toPlainString(),
                        commission,
                        feeQuantity);
    }

    /** What 100,000 EUR cost on a day, at the day's rate. */
    private String usdFor(String date) {
        BigDecimal eurPerUsd = data.eurPerUsd().stream()
                .filter(rate -> rate.date().equals(LocalDate.parse(date)))
                .map(SharedData.EurPerUsd::rate)
                .collect(only());
        return RealPack.usdPerEur(eurPerUsd)
                .multiply(new BigDecimal(100_000))
                .setScale(2, RoundingMode.HALF_UP)
                .toPlainString();
    }

    /** Every fact is known ten minutes after it counts, long before the day's intake deadline. */
    private static String head(String id, Instant effective, String source) {
        return "%s,%s,%s,%s,".formatted(id, effective, effective.plus(Duration.ofMinutes(10)), source);
    }

    private static <T> Collector<T, ?, T> only() {
        return Collectors.collectingAndThen(Collectors.toList(), found -> {
            if (found.size() != 1) {
                throw new IllegalStateException("expected one row, found " + found);
            }
            return found.get(0);
        });
    }
}
