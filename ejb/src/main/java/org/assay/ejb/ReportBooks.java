package org.assay.ejb;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.assay.db.FundHead;
import org.assay.db.Opening;
import org.assay.db.Snapshot;
import org.assay.db.StrikeHead;
import org.assay.db.StrikeProof;
import org.assay.kernel.ledger.Fact;
import org.assay.pack.evidence.ChainProof;
import org.assay.pack.fund.FundPack;
import org.assay.pack.replay.Knowledge;
import org.assay.pack.replay.StrikePack;
import org.assay.reports.Books;
import org.assay.reports.Posted;
import org.assay.reports.Report;
import org.assay.reports.StruckDay;
import org.assay.reports.StruckNav;

/** The books behind one strike, read in one snapshot as far as a report asks for them. */
final class ReportBooks implements Books {
    private final Snapshot snapshot;
    private final StrikeHead head;
    private final StruckNav nav;
    private final BiFunction<Report, Books, byte[]> kept;
    /** Read when it is first asked for. */
    private Optional<StrikeProof> proof = Optional.empty();

    /** @param kept gives the bytes of a report of the same NAV, of these books when nobody has made it */
    ReportBooks(Snapshot snapshot, StrikeHead head, StruckNav nav, BiFunction<Report, Books, byte[]> kept) {
        this.snapshot = snapshot;
        this.head = head;
        this.nav = nav;
        this.kept = kept;
    }

    @Override
    public StruckNav nav() {
        return nav;
    }

    @Override
    public void days(LocalDate first, Consumer<StruckDay> each) {
        FundHead fund = snapshot.fund(head.strike().fund()).orElseThrow();
        Optional<StrikeHead> before = Optional.empty();
        Optional<JustStruck.Restruck> closed = Optional.empty();
        for (StrikeHead day : snapshot.strikes(fund.id(), first, head.date())) {
            Knowledge knowledge = snapshot.knowledge(fund, day);
            boolean goesOn = before.map(StrikeHead::id).equals(day.opening()) && before.isPresent();
            Opening opening = goesOn
                    ? new Opening(day.opening(), closed.orElseThrow().result().closing())
                    : snapshot.opening(knowledge, day);
            JustStruck.Restruck struck = StruckNavs.struck(knowledge, day, opening.books());
            each.accept(told(day, struck));
            before = Optional.of(day);
            closed = Optional.of(struck);
        }
    }

    @Override
    public byte[] report(Report other) {
        return kept.apply(other, this);
    }

    @Override
    public FundPack pack() {
        return StrikePack.of(
                snapshot.knowledge(proof().fund(), head),
                nav.inputs(),
                head.strike().version(),
                head.strike().attempt());
    }

    @Override
    public ChainProof chain() {
        return proof().chain();
    }

    private StrikeProof proof() {
        if (proof.isEmpty()) {
            proof = Optional.of(snapshot.proof(head));
        }
        return proof.get();
    }

    private StruckDay told(StrikeHead day, JustStruck.Restruck struck) {
        List<String> facts = struck.inputs().facts().stream()
                .map(Fact::stamp)
                .map(stamp -> stamp.id())
                .toList();
        TreeMap<String, Posted> posted = new TreeMap<>();
        snapshot.posted(day.strike().fund(), facts)
                .forEach((id, word) -> posted.put(id, new Posted(word.by(), word.at())));
        return new StruckDay(
                struck.inputs(), struck.result(), new Posted(day.askedBy().who(), day.struckAt()), posted);
    }
}
