package org.assay.pack.evidence;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.assay.kernel.nav.NavResult;
import org.assay.pack.demo.SmallFund;
import org.assay.pack.evidence.ChainProof.Link;
import org.assay.pack.evidence.ChainProof.SealedRow;
import org.assay.pack.fund.FundPack;
import org.assay.pack.fund.PackFiles;
import org.assay.pack.replay.Evidence;
import org.assay.pack.replay.KnownFund;
import org.assay.pack.replay.Replay;
import org.assay.pack.replay.StrikePack;

/** Evidence of a day of a small fund, as a server gives it; the chain is sealed here as docs/audit-chain.md says. */
public final class SomeEvidence {
    /** Twice the same is what the tests need, not secrecy. */
    public static final SigningKey HOUSE = SigningKey.draw();

    private static final LocalDate DAY = LocalDate.of(2026, 1, 14);
    private static final SortedMap<String, byte[]> FILES = files();

    private SomeEvidence() {}

    /** All but the hashes and the signature. */
    public static SortedMap<String, byte[]> unsealed() {
        return new TreeMap<>(FILES);
    }

    public static SortedMap<String, byte[]> sealed() {
        return EvidenceZip.sealed(FILES, HOUSE);
    }

    public static byte[] zip(SortedMap<String, byte[]> files) {
        try {
            ByteArrayOutputStream zip = new ByteArrayOutputStream();
            EvidenceZip.write(files, zip);
            return zip.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SortedMap<String, byte[]> files() {
        FundPack whole = SmallFund.of(7).pack();
        List<Replay.Strike> strikes = new ArrayList<>();
        KnownFund fund = KnownFund.of(whole, Optional.empty());
        Replay.run(fund, whole.opening(), DAY, strikes::add);
        Replay.Strike strike = strikes.get(strikes.size() - 1);
        SortedMap<String, byte[]> files = new TreeMap<>();
        Evidence.files(StrikePack.of(fund.knowledge(), strike.inputs(), 1, 1))
                .forEach((name, bytes) -> files.put(EvidenceFiles.PACK + name, bytes));
        files.put(EvidenceFiles.REPORTS + "nav-pack.pdf", utf8("a report\n"));
        files.put(EvidenceFiles.README, utf8("what it is\n"));
        ChainProof chain = chain(strike.result());
        chain.write(files);
        List<Decision> decisions = new ArrayList<>(chain.decisions());
        decisions.add(
                new Decision(Instant.parse("2026-01-15T02:00:00Z"), "schedule", "STRIKE", "NAV", Optional.empty()));
        files.put(EvidenceFiles.DECISIONS, utf8(Decision.csv(decisions)));
        return files;
    }

    /** A strike, a link of another strike between, a decision. */
    private static ChainProof chain(NavResult result) {
        List<Link> links = new ArrayList<>();
        List<SealedRow> rows = new ArrayList<>();
        String fund = result.fund();
        String strike = "(33,%s,%s,1,1,,32,\"2026-01-14 21:00:00+00\",\"2026-01-15 03:00:00+00\",%s,%s,books,REVIEW"
                .formatted(fund, result.date(), result.inputs(), result.digest());
        String nav = "(33,%s,%s,1,A,USD,1.00,1,1,REVIEW".formatted(fund, result.date());
        String approval = "(5,33,%s,APPROVE,approver@demo,\"seen, and \"\"ticked\"\"\",\"2026-01-15 08:30:00.25+00\""
                .formatted(result.date());
        seal(links, rows, fund, "strike", 33, List.of(strike));
        seal(links, rows, fund, "nav", 33, List.of(nav, nav.replace(",A,", ",I,")));
        seal(links, new ArrayList<>(), fund, "strike", 34, List.of("(34,another strike"));
        seal(links, rows, fund, "decision", 33, List.of(approval));
        return new ChainProof(links, rows);
    }

    private static void seal(
            List<Link> links, List<SealedRow> rows, String fund, String table, int owner, List<String> texts) {
        boolean isFirst = links.isEmpty();
        Link last = isFirst ? new Link(211, Link.NONE, "a".repeat(64), "") : links.get(links.size() - 1);
        int number = last.number() + 1;
        String hashes = texts.stream().map(text -> PackFiles.sha256(utf8(text))).collect(Collectors.joining());
        String text = "(%s,%s,\"2026-01-15 02:00:00+00\",%s,%s,2026-01-14,%s,%s,\"\\\\x00\",{key}"
                .formatted(
                        fund,
                        number,
                        table,
                        owner,
                        texts.size(),
                        PackFiles.sha256(HexFormat.of().parseHex(hashes)));
        links.add(new Link(number, last.link(), PackFiles.sha256(utf8(last.link() + text)), text));
        for (int i = 0; i < texts.size(); i++) {
            rows.add(new SealedRow(number, i + 1, texts.get(i)));
        }
    }

    public static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
