package org.assay.web.rest;

import jakarta.json.bind.annotation.JsonbProperty;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.assay.db.StrikeHead;
import org.assay.ejb.StruckNavs;
import org.assay.kernel.nav.ShareClass;
import org.assay.pack.fund.FundFile;

/**
 * A NAV, without its books.
 *
 * @param inputs digest of what it was made of
 * @param result digest of what it decided; an approval names it
 * @param approvedBy the second person, once there is one
 * @param sentBack who did not sign it, and why
 */
public record StrikeBody(
        String fund,
        LocalDate date,
        int version,
        int attempt,
        Optional<Long> branch,
        String status,
        String inputs,
        String result,
        Optional<String> fireInstance,
        String struckBy,
        Instant struckAt,
        Instant valuationPoint,
        Instant known,
        Optional<String> approvedBy,
        Optional<Instant> approvedAt,
        Optional<String> reason,
        Optional<WordBody> sentBack,
        String netAssets,
        String currency,
        Controls controls,
        List<ClassBody> classes) {
    /** How many controls looked, and how many found something. */
    public record Controls(int run, int failed) {}

    /** What a second person said. */
    public record WordBody(String by, Instant at, String reason) {
        static WordBody of(StrikeHead.Word word) {
            return new WordBody(word.by(), word.at(), word.reason());
        }
    }

    /** A class at the close. */
    public record ClassBody(
            @JsonbProperty("class") String shareClass,
            String currency,
            String netAssets,
            String shares,
            String navPerShare) {}

    static StrikeBody of(StrikeHead head, FundFile terms) {
        return new StrikeBody(
                head.strike().fund(),
                head.date(),
                head.strike().version(),
                head.strike().attempt(),
                head.branch(),
                StruckNavs.word(head.status()),
                head.inputs(),
                head.result(),
                head.askedBy().fireInstance(),
                head.askedBy().who(),
                head.struckAt(),
                head.valuationPoint(),
                head.known(),
                head.approval().map(StrikeHead.Word::by),
                head.approval().map(StrikeHead.Word::at),
                head.approval().map(StrikeHead.Word::reason),
                head.sentBack().map(WordBody::of),
                figure(head.netAssets(), terms.base().decimals()),
                head.currency(),
                new Controls(head.controlsRun(), head.controlsFailed()),
                head.classes().stream().map(line -> body(line, head, terms)).toList());
    }

    private static ClassBody body(StrikeHead.ClassLine line, StrikeHead head, FundFile terms) {
        int decimals = priceDecimals(terms, line.shareClass());
        return new ClassBody(
                line.shareClass(),
                head.currency(),
                figure(line.netAssets(), terms.base().decimals()),
                figure(line.shares(), 0),
                figure(line.perShare(), decimals));
    }

    static int priceDecimals(FundFile terms, String code) {
        return terms.allClasses().stream()
                .filter(shareClass -> shareClass.code().equals(code))
                .mapToInt(ShareClass::priceDecimals)
                .findFirst()
                .orElse(0);
    }

    /** With the decimals it was struck at; the database keeps no idle zeros. */
    static String figure(BigDecimal number, int decimals) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.setScale(Math.max(decimals, stripped.scale()), RoundingMode.UNNECESSARY)
                .toPlainString();
    }
}
