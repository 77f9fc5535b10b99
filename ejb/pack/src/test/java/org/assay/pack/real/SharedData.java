package org.assay.pack.real;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;

/**
 * The sample data beside the project, as its files say it: nothing is rounded or filled in, and only what lies after
 * the days of the test is left out.
 *
 * @param settlements of WTI (CL) and natural gas (NG), USD per barrel and per MMBtu, six contract months a day
 * @param closes of tokens at 24:00 UTC of their date, USD
 * @param eurPerUsd daily, on week days
 * @param expiries last trade and first notice, CL and NG
 * @param holidays the exchange's holiday table, as it is: 2022-06-20 and 2023-06-19 are missing
 */
record SharedData(
        List<Settlement> settlements,
        List<Close> closes,
        List<EurPerUsd> eurPerUsd,
        List<Expiry> expiries,
        List<LocalDate> holidays) {
    /** First and last day on which both chains settled in the files. */
    static final LocalDate FROM = LocalDate.parse("2022-01-03");

    static final LocalDate TO = LocalDate.parse("2023-12-15");

    record Settlement(String root, LocalDate date, YearMonth month, BigDecimal price) {
        String contract() {
            return root + "-" + month;
        }
    }

    record Close(String token, LocalDate date, BigDecimal price) {}

    record EurPerUsd(LocalDate date, BigDecimal rate) {}

    record Expiry(String root, YearMonth month, LocalDate lastTrade, LocalDate firstNotice) {
        String contract() {
            return root + "-" + month;
        }
    }

    /** @param data the folder that holds market/ and reference/ */
    static SharedData read(Path data) {
        Path market = data.resolve("market");
        Path reference = data.resolve("reference");
        return new SharedData(
                Stream.concat(
                                settlements("CL", market.resolve("wti_settlements.csv")),
                                settlements("NG", market.resolve("natgas_settlements.csv")))
                        .toList(),
                rows(market.resolve("token_daily_close.csv"), "date,token,close_usd")
                        .map(row -> new Close(row[1], LocalDate.parse(row[0]), new BigDecimal(row[2])))
                        .filter(close -> !close.date().isAfter(TO))
                        .toList(),
                rows(market.resolve("usd_eur_daily.csv"), "date,eur_per_usd")
                        .map(row -> new EurPerUsd(LocalDate.parse(row[0]), new BigDecimal(row[1])))
                        .filter(rate -> !rate.date().isAfter(TO))
                        .toList(),
                rows(reference.resolve("futures_expiries.csv"), "root,contract_month,last_trade,first_notice")
                        .filter(row -> row[0].equals("CL") || row[0].equals("NG"))
                        .map(row -> new Expiry(
                                row[0], YearMonth.parse(row[1]), LocalDate.parse(row[2]), LocalDate.parse(row[3])))
                        .toList(),
                rows(reference.resolve("nymex_holidays.csv"), "date")
                        .map(row -> LocalDate.parse(row[0]))
                        .toList());
    }

    private static Stream<Settlement> settlements(String root, Path file) {
        return rows(file, "date,contract_month,settlement_usd")
                .map(row ->
                        new Settlement(root, LocalDate.parse(row[0]), YearMonth.parse(row[1]), new BigDecimal(row[2])));
    }

    /** These files quote nothing; a header that is not the known one would make every figure mean something else. */
    private static Stream<String[]> rows(Path file, String header) {
        try {
            List<String> lines = Files.readAllLines(file);
            if (!lines.get(0).equals(header)) {
                throw new IllegalStateException("%s has header %s: expected %s".formatted(file, lines.get(0), header));
            }
            return lines.stream().skip(1).map(line -> line.split(",", -1));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
