package org.assay.reports.evidence;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.assay.kernel.nav.NavResult;
import org.assay.pack.evidence.ChainProof;
import org.assay.pack.evidence.ChainProof.Link;
import org.assay.pack.evidence.ChainProof.SealedRow;
import org.assay.pack.evidence.SigningKey;
import org.assay.pack.fund.FundPack;
import org.assay.pack.fund.PackFiles;
import org.assay.pack.fund.PackReader;
import org.assay.pack.replay.KnownFund;
import org.assay.pack.replay.StrikePack;
import org.assay.reports.Books;
import org.assay.reports.DemoNavs;
import org.assay.reports.Posted;
import org.assay.reports.StruckDay;
import org.assay.reports.StruckNav;
import org.assay.reports.pdf.NavPackReport;
import org.assay.reports.workbook.WorkbookReport;

/** The books behind a NAV of the demo, without a database; the strike is sealed as docs/audit-chain.md says. */
public record EvidenceBooks(StruckNav nav, FundPack whole) implements Books {
    /** One key for every JVM: the same evidence must be the same bytes there. */
    private static final String KEY = """
            -----BEGIN PRIVATE KEY-----
            MC4CAQAwBQYDK2VwBCIEIHsBfRw7az1Y7F/cXF0jkquyJ+RPK7v/hnr4DUtRh3iG
            -----END PRIVATE KEY-----
            -----BEGIN PUBLIC KEY-----
            MCowBQYDK2VwAyEARqzFQFh8Pfqv2LOyaBKX7uZZUwAwLoBqrhx8adMSFjA=
            -----END PUBLIC KEY-----
            """;

    static final SigningKey HOUSE =
            SigningKey.read(KEY.getBytes(StandardCharsets.US_ASCII)).orElseThrow();

    public static final EvidenceReport REPORT =
            new EvidenceReport(() -> HOUSE, new NavPackReport(), new WorkbookReport());

    public static EvidenceBooks on(String date) {
        try {
            Path root = Path.of(System.getProperty("assay.root"));
            return new EvidenceBooks(
                    DemoNavs.on(date),
                    PackReader.read(root.resolve("ejb/pack/demo/ill-compute"))
                            .rows()
                            .get(0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As the report writes it. */
    public byte[] evidence() {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            REPORT.write(this, out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void days(LocalDate first, Consumer<StruckDay> each) {
        TreeMap<String, Posted> posted = new TreeMap<>();
        nav.inputs()
                .facts()
                .forEach(fact -> posted.put(
                        fact.stamp().id(),
                        new Posted("operator@demo", fact.stamp().recorded())));
        each.accept(new StruckDay(
                nav.inputs(), nav.result(), new Posted("schedule", nav.inputs().known()), posted));
    }

    @Override
    public FundPack pack() {
        KnownFund fund = KnownFund.of(whole, Optional.empty());
        return StrikePack.of(fund.knowledge(), nav.inputs(), nav.version(), nav.attempt());
    }

    /** The strike, and the word of an approver. */
    @Override
    public ChainProof chain() {
        NavResult result = nav.result();
        String strike = "(7,%s,%s,%s,%s,,6,vp,known,%s,%s,books,REVIEW"
                .formatted(
                        result.fund(), result.date(), nav.version(), nav.attempt(), result.inputs(), result.digest());
        Instant said = nav.inputs().known().plusSeconds(3600);
        String approval = "(1,7,%s,APPROVE,approver@demo,seen,\"%s+00\""
                .formatted(result.date(), said.toString().replace('T', ' ').replace("Z", ""));
        Link first = link(1, Link.NONE, "strike", strike);
        Link second = link(2, first.link(), "decision", approval);
        return new ChainProof(
                List.of(first, second), List.of(new SealedRow(1, 1, strike), new SealedRow(2, 1, approval)));
    }

    private Link link(int number, String before, String table, String row) {
        String content = PackFiles.sha256(HexFormat.of().parseHex(sha256(row)));
        String text = "(%s,%s,at,%s,7,%s,1,%s"
                .formatted(nav.result().fund(), number, table, nav.result().date(), content);
        return new Link(number, before, sha256((number == 1 ? "" : before) + text), text);
    }

    private static String sha256(String text) {
        return PackFiles.sha256(text.getBytes(StandardCharsets.UTF_8));
    }
}
