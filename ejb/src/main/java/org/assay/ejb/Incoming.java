package org.assay.ejb;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.assay.db.Snapshot;
import org.assay.kernel.ErrorCode;
import org.assay.kernel.FundException;
import org.assay.kernel.Parsed;
import org.assay.kernel.ledger.Fact;
import org.assay.kernel.ledger.Stamp;
import org.assay.pack.fund.Arriving;
import org.assay.pack.fund.FundTables;
import org.assay.pack.replay.Knowledge;
import org.assay.pack.table.Refusals;
import org.assay.pack.table.TableRows;

/**
 * A file, read against what is there. Nothing of it is kept yet.
 *
 * @param fresh rows nobody sent before
 * @param repeated how many are there already
 * @param failures why nothing of it can be taken; none when it can
 */
record Incoming<T>(Arriving<T> kind, List<T> fresh, int repeated, List<Parsed.Failure> failures) {
    Incoming {
        fresh = List.copyOf(fresh);
        failures = List.copyOf(failures);
    }

    /**
     * @param kind of rows: trades, prices
     * @param recorded when they were learned
     * @throws FundException NOT_THERE, for a kind of rows there is none of
     */
    static Incoming<?> read(Snapshot snapshot, Knowledge knowledge, String kind, byte[] content, Instant recorded) {
        return read(snapshot, knowledge, kind(knowledge, kind), content, recorded);
    }

    private static <T> Incoming<T> read(
            Snapshot snapshot, Knowledge knowledge, Arriving<T> kind, byte[] content, Instant recorded) {
        Refusals refusals = new Refusals();
        TableRows<T> read = kind.read(content, recorded, refusals);
        List<T> fresh = fresh(snapshot, knowledge.fund().fund(), kind, read, refusals);
        Corrected.check(knowledge, kind, read, refusals);
        return new Incoming<>(kind, fresh, read.rows().size() - fresh.size(), refusals.sorted());
    }

    /** The layout of the rows of a kind. */
    static Arriving<?> kind(Knowledge knowledge, String kind) {
        List<Arriving<?>> kinds =
                FundTables.of(knowledge.fund(), knowledge.instruments()).arriving();
        return kinds.stream()
                .filter(each -> each.kind().equals(kind))
                .findFirst()
                .orElseThrow(() -> new FundException(
                        ErrorCode.NOT_THERE,
                        knowledge.fund().fund(),
                        "kind",
                        kind,
                        "one of " + kinds.stream().map(Arriving::kind).collect(Collectors.joining(", "))));
    }

    /** From when the earliest of its new rows counts; there is one. */
    Instant counts(Knowledge knowledge) {
        return fresh.stream()
                .map(row -> counts(knowledge, row))
                .min(Instant::compareTo)
                .orElseThrow();
    }

    /** A correction counts from when the fact counted that it takes away. */
    private Instant counts(Knowledge knowledge, T row) {
        Instant own = kind.counts().apply(row);
        return row instanceof Fact fact
                ? fact.stamp()
                        .corrects()
                        .flatMap(knowledge::fact)
                        .map(Stamp::effective)
                        .filter(own::isAfter)
                        .orElse(own)
                : own;
    }

    /** Rows nobody sent before; a fact of the same id that says something else is refused. */
    private static <T> List<T> fresh(
            Snapshot snapshot, String fund, Arriving<T> kind, TableRows<T> read, Refusals refusals) {
        // What was recorded last comes last, and is what holds.
        Map<List<String>, List<String>> there = new HashMap<>();
        snapshot.there(fund, kind, read.values()).forEach(row -> there.put(kind.about(row), kind.says(row)));
        List<T> fresh = new ArrayList<>();
        for (TableRows.Row<T> row : read.rows()) {
            List<String> known = there.get(kind.about(row.value()));
            boolean isThere = kind.says(row.value()).equals(known);
            if (known != null && !isThere && row.value() instanceof Fact fact) {
                refusals.add(
                        row.origin().file(),
                        row.origin().line(),
                        "id",
                        fact.stamp().id(),
                        "a new id: the fact of this id says something else; a correction is a new fact that names it");
            }
            if (!isThere) {
                fresh.add(row.value());
            }
        }
        return fresh;
    }
}
