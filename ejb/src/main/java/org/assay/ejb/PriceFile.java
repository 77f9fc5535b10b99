package org.assay.ejb;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.assay.db.PriceProposal;
import org.assay.kernel.ErrorCode;
import org.assay.kernel.FundException;
import org.assay.kernel.Parsed;
import org.assay.kernel.instrument.Future;
import org.assay.kernel.instrument.Instrument;
import org.assay.kernel.money.Price;
import org.assay.kernel.pricing.Quote;
import org.assay.pack.fund.Arriving;
import org.assay.pack.fund.FundTables;
import org.assay.pack.replay.Knowledge;
import org.assay.pack.replay.KnownFund;

/** A manual price in the shape in which every price arrives: a row of a file. */
final class PriceFile {
    /** The kind of rows it has. */
    static final String KIND = "prices";

    private PriceFile() {}

    static byte[] of(Knowledge knowledge, Quote quote) {
        return new Arriving<>(
                        FundTables.of(knowledge.fund(), knowledge.instruments()).prices(), Quote::time)
                .file(List.of(quote));
    }

    static Quote quote(PriceProposal proposal, String evidence, Instant recorded) {
        return new Quote(
                proposal.instrument(),
                proposal.date(),
                proposal.kind(),
                proposal.time(),
                proposal.price(),
                proposal.source(),
                recorded,
                Optional.empty(),
                Optional.empty(),
                Optional.of(evidence));
    }

    static Quote quote(Knowledge knowledge, ManualPrices.Said said, Instant recorded) {
        Instrument instrument = Optional.ofNullable(knowledge.instruments().get(said.instrument()))
                .orElseThrow(() -> new FundException(
                        ErrorCode.NOT_THERE,
                        knowledge.fund().fund(),
                        "instrument",
                        said.instrument(),
                        "an instrument of this fund"));
        if (said.price().stripTrailingZeros().scale() > Price.SCALE) {
            throw new FundException(
                    ErrorCode.FORMAT,
                    said.instrument(),
                    "price",
                    said.price().toPlainString(),
                    "at most %s decimals".formatted(Price.SCALE));
        }
        KnownFund known = KnownFund.of(knowledge, Optional.empty());
        if (!known.schedule().isStrikeDay(said.date())) {
            throw new FundException(
                    ErrorCode.NOT_A_STRIKE_DAY,
                    knowledge.fund().fund(),
                    "date",
                    said.date().toString(),
                    "a day on which this fund strikes");
        }
        Instant at = known.schedule().valuationPoint(said.date());
        Price price = new Price(said.price(), instrument.currency());
        Optional<Quote> confirmed =
                said.confirms() ? Optional.of(published(knowledge, said, price, at, recorded)) : Optional.empty();
        return new Quote(
                instrument.id(),
                said.date(),
                instrument instanceof Future ? Quote.Kind.SETTLEMENT : Quote.Kind.CLOSE,
                confirmed.map(Quote::time).orElse(at),
                price,
                confirmed.map(Quote::source).orElse(PriceProposal.MANUAL),
                recorded,
                Optional.empty(),
                Optional.empty(),
                Optional.of(said.evidence()));
    }

    /** The price that is confirmed must be the one that was published. */
    private static Quote published(
            Knowledge knowledge, ManualPrices.Said said, Price price, Instant at, Instant recorded) {
        return knowledge.quotes(new TreeSet<>(List.of(said.instrument())), at, recorded).stream()
                .filter(quote -> quote.kind() != Quote.Kind.FINAL)
                .filter(quote ->
                        quote.date().equals(said.date()) && quote.price().equals(price))
                .findFirst()
                .orElseThrow(() -> new FundException(
                        ErrorCode.NOT_OPEN,
                        said.instrument(),
                        "price",
                        price.toString(),
                        "the price published for %s; another one is proposed as a manual price"
                                .formatted(said.date())));
    }

    /** As the file would be refused. */
    static FundException wrong(String subject, Parsed.Failure failure) {
        return new FundException(ErrorCode.FORMAT, subject, failure.column(), failure.value(), failure.expected());
    }
}
