package org.assay.pack.evidence;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.assay.kernel.FundException;
import org.assay.kernel.Parsed;
import org.assay.pack.fund.FundPack;
import org.assay.pack.fund.PackFiles;
import org.assay.pack.fund.PackReader;
import org.assay.pack.fund.SingleStrike;
import org.assay.pack.fund.StrikeRange;
import org.assay.pack.replay.Difference;
import org.assay.pack.replay.Evidence;
import org.assay.pack.replay.Replay;
import org.assay.pack.replay.Run;
import org.assay.pack.table.Refusals;
import org.assay.pack.table.Table;

/**
 * Holds evidence to everything in it: each file to its hash, the hashes to their signature, the pack to a fresh strike, the
 * strike to the chain, the decisions to the chain. All of it is tried, so that one run names everything that is wrong.
 */
public final class EvidenceCheck {
    private final PackFiles files;
    private final Optional<Signer> signer;
    private final List<Check> checks = new ArrayList<>();
    private Optional<FundPack> pack = Optional.empty();
    private Optional<Replay.Strike> struck = Optional.empty();

    private EvidenceCheck(PackFiles files) {
        this.files = files;
        signer = files.has(EvidenceFiles.SIGNER) ? Signer.read(files.bytes(EvidenceFiles.SIGNER)) : Optional.empty();
    }

    /**
     * One of the things that are tried.
     *
     * @param what was looked at
     * @param flaws where it does not hold, each with file and place; none when it does
     */
    public record Check(String name, String what, List<String> flaws) {
        public Check {
            flaws = List.copyOf(flaws);
        }

        public boolean holds() {
            return flaws.isEmpty();
        }
    }

    /** It is evidence, and not a pack by itself. */
    public static boolean isEvidence(PackFiles files) {
        return files.has(EvidenceFiles.HASHES) || files.has(EvidenceFiles.SIGNATURE) || files.has(EvidenceFiles.SIGNER);
    }

    /** @param demanded who must have signed; absent when a person compares the fingerprint */
    public static EvidenceCheck of(PackFiles files, Optional<Signer> demanded) {
        EvidenceCheck check = new EvidenceCheck(files);
        check.hashes();
        check.signature(demanded);
        check.strike();
        check.chain();
        return check;
    }

    public List<Check> checks() {
        return List.copyOf(checks);
    }

    /** All of it holds. */
    public boolean ties() {
        return checks.stream().allMatch(Check::holds);
    }

    /** Every place where it does not. */
    public List<String> flaws() {
        return checks.stream().flatMap(check -> check.flaws().stream()).toList();
    }

    /** Who says to have signed; empty when no key is there. */
    public Optional<Signer> signer() {
        return signer;
    }

    /** The fresh strike, when there could be one. */
    public Optional<Replay.Strike> struck() {
        return struck;
    }

    private void hashes() {
        if (!files.has(EvidenceFiles.HASHES)) {
            add("manifest", "", List.of(EvidenceFiles.HASHES + ": it is missing"));
            return;
        }
        Hashes hashes = Hashes.read(files.bytes(EvidenceFiles.HASHES));
        add(
                "manifest",
                "%s files have the hashes they were sealed with"
                        .formatted(hashes.byName().size()),
                hashes.differences(files));
    }

    private void signature(Optional<Signer> demanded) {
        List<String> flaws = new ArrayList<>();
        for (String name : List.of(EvidenceFiles.SIGNER, EvidenceFiles.SIGNATURE)) {
            if (!files.has(name)) {
                flaws.add("%s: it is missing, nobody answers for the evidence".formatted(name));
            }
        }
        if (files.has(EvidenceFiles.SIGNER) && signer.isEmpty()) {
            flaws.add("%s: expected an Ed25519 public key".formatted(EvidenceFiles.SIGNER));
        }
        boolean isSigned = signer.isPresent()
                && files.has(EvidenceFiles.SIGNATURE)
                && files.has(EvidenceFiles.HASHES)
                && signer.get().signed(files.bytes(EvidenceFiles.HASHES), files.bytes(EvidenceFiles.SIGNATURE));
        if (flaws.isEmpty() && !isSigned) {
            flaws.add("%s: it is not the signature of %s by %s; one of the three was changed"
                    .formatted(EvidenceFiles.SIGNATURE, EvidenceFiles.HASHES, EvidenceFiles.SIGNER));
        }
        demanded.filter(wanted -> signer.isPresent() && !signer.get().equals(wanted))
                .ifPresent(wanted -> flaws.add("%s: signed by another key: expected fingerprint %s, found %s"
                        .formatted(
                                EvidenceFiles.SIGNER,
                                wanted.fingerprint(),
                                signer.get().fingerprint())));
        add(
                "signature",
                "the manifest is signed by " + signer.map(Signer::toString).orElse("nobody"),
                flaws);
    }

    private void strike() {
        PackFiles inside = files.in(EvidenceFiles.PACK);
        List<String> flaws = new ArrayList<>();
        Parsed<FundPack> parsed = PackReader.read(inside);
        parsed.failures().forEach(failure -> flaws.add(EvidenceFiles.PACK + Refusals.line(failure)));
        pack = parsed.rows().stream().findFirst();
        Optional<StrikeRange> range = pack.flatMap(read -> read.manifest().strikes())
                .filter(strikes -> strikes.single().isPresent());
        if (pack.isPresent() && range.isEmpty()) {
            flaws.add(EvidenceFiles.PACK + "pack.json: expected \"strikes\" with \"single\"");
        }
        range.ifPresent(strikes -> strike(inside, strikes, flaws));
        add(
                "re-strike",
                "%s result files are the same to the last byte"
                        .formatted(inside.expected().size()),
                flaws);
    }

    private void strike(PackFiles inside, StrikeRange range, List<String> flaws) {
        try {
            List<Difference> differences = Evidence.verify(
                    inside, Run.of(pack.orElseThrow(), range), (strike, findings) -> struck = Optional.of(strike));
            differences.forEach(difference -> flaws.add(EvidenceFiles.PACK + Evidence.EXPECTED + "/" + difference));
        } catch (FundException e) {
            flaws.add("%s: it cannot be struck: %s".formatted(EvidenceFiles.PACK, e.getMessage()));
        }
    }

    private void chain() {
        Refusals refusals = new Refusals();
        ChainProof proof =
                new ChainProof(rows(ChainProof.linkTable(), refusals), rows(ChainProof.rowTable(), refusals));
        List<Decision> told = rows(Decision.table(), refusals);
        ChainCheck chain = new ChainCheck(proof);
        List<String> flaws = new ArrayList<>();
        refusals.sorted().forEach(failure -> flaws.add(Refusals.line(failure)));
        flaws.addAll(chain.flaws());
        add("chain", "%s follow one another and seal these %s rows".formatted(chain.range(), chain.countRows()), flaws);
        add(
                "sealed strike",
                "its row in the chain has the inputs and the result struck here",
                struck.map(strike -> chain.differences(strike.result(), single()))
                        .orElse(List.of(EvidenceFiles.ROWS + ": there is no strike to hold it against")));
        decisions(proof.decisions(), told);
    }

    private void decisions(List<Decision> sealed, List<Decision> told) {
        String all = sealed.stream()
                .map(decision -> "%s by %s at %s".formatted(decision.act(), decision.person(), decision.at()))
                .collect(Collectors.joining("; "));
        add(
                "decisions",
                sealed.isEmpty() ? "nobody has decided about this NAV" : "sealed: " + all,
                sealed.stream()
                        .filter(decision -> !told.contains(decision))
                        .map(decision -> "%s: it does not tell, as it was sealed: %s by %s at %s, '%s'"
                                .formatted(
                                        EvidenceFiles.DECISIONS,
                                        decision.act(),
                                        decision.person(),
                                        decision.at(),
                                        decision.reason().orElse("")))
                        .toList());
    }

    /** Which strike of its day it is; only when there could be one. */
    public SingleStrike single() {
        return pack.flatMap(read -> read.manifest().strikes())
                .flatMap(StrikeRange::single)
                .orElseThrow();
    }

    private <T> List<T> rows(Table<T> table, Refusals refusals) {
        if (!files.has(table.file())) {
            refusals.add(table.file(), "", "this file");
            return List.of();
        }
        return table.read(files.bytes(table.file()), Collections.emptySortedMap(), refusals)
                .values();
    }

    private void add(String name, String what, List<String> flaws) {
        checks.add(new Check(name, what, flaws));
    }
}
