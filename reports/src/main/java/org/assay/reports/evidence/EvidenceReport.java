package org.assay.reports.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.assay.pack.evidence.ChainProof;
import org.assay.pack.evidence.Decision;
import org.assay.pack.evidence.EvidenceCheck;
import org.assay.pack.evidence.EvidenceFiles;
import org.assay.pack.evidence.EvidenceZip;
import org.assay.pack.evidence.SigningKey;
import org.assay.pack.fund.PackFiles;
import org.assay.pack.replay.Evidence;
import org.assay.reports.Books;
import org.assay.reports.Medium;
import org.assay.reports.Report;
import org.assay.reports.StruckNav;
import org.assay.reports.pdf.NavPackReport;
import org.assay.reports.workbook.WorkbookReport;

/**
 * What an auditor re-performs a NAV with: its pack and results, its reports, who decided, and the piece of the audit chain
 * that seals them, signed by the house. It is held to all of that before it is given out, by the code an auditor uses.
 */
@ApplicationScoped
public class EvidenceReport implements Report {
    private HouseKey house;
    private NavPackReport navPack;
    private WorkbookReport workbook;

    /** For the container, which stands something in its place. */
    protected EvidenceReport() {}

    @Inject
    public EvidenceReport(HouseKey house, NavPackReport navPack, WorkbookReport workbook) {
        this.house = house;
        this.navPack = navPack;
        this.workbook = workbook;
    }

    @Override
    public String kind() {
        return "evidence";
    }

    @Override
    public String title() {
        return "Evidence";
    }

    @Override
    public Due due() {
        return Due.PUBLISHED_NAV;
    }

    @Override
    public Medium medium() {
        return Medium.ZIP;
    }

    @Override
    public void write(Books books, OutputStream out) throws IOException {
        SigningKey key = house.key();
        StruckNav nav = books.nav();
        SortedMap<String, byte[]> files = new TreeMap<>();
        Evidence.files(books.pack()).forEach((name, bytes) -> files.put(EvidenceFiles.PACK + name, bytes));
        for (Report report : List.of(navPack, workbook)) {
            files.put(EvidenceFiles.REPORTS + report.fileName(nav), books.report(report));
        }
        ChainProof chain = books.chain();
        chain.write(files);
        files.put(EvidenceFiles.DECISIONS, utf8(Decision.csv(decisions(books, chain))));
        files.put(EvidenceFiles.README, utf8(new Readme(nav, key.signer()).text()));
        SortedMap<String, byte[]> sealed = EvidenceZip.sealed(files, key);
        check(nav, sealed, key);
        EvidenceZip.write(sealed, out);
    }

    /** Who posted what the strike took, who asked for it, and what was decided about it, in the order it was done. */
    private static List<Decision> decisions(Books books, ChainProof chain) {
        StruckNav nav = books.nav();
        List<Decision> decisions = new ArrayList<>(chain.decisions());
        books.days(nav.result().date(), day -> {
            day.posted()
                    .forEach((fact, posted) ->
                            decisions.add(new Decision(posted.at(), posted.by(), "POST", fact, Optional.empty())));
            decisions.add(new Decision(day.struck().at(), day.struck().by(), "STRIKE", "NAV", Optional.empty()));
        });
        decisions.sort(Comparator.comparing(Decision::at)
                .thenComparing(Decision::act)
                .thenComparing(Decision::subject)
                .thenComparing(Decision::person));
        return decisions;
    }

    /** Nothing leaves the house that an auditor's command would find at fault. */
    private static void check(StruckNav nav, SortedMap<String, byte[]> sealed, SigningKey key) {
        EvidenceCheck check = EvidenceCheck.of(PackFiles.of(sealed), Optional.of(key.signer()));
        List<String> flaws = check.flaws();
        if (!flaws.isEmpty()) {
            throw new IllegalStateException("the evidence of %s %s does not tie, in %s places; the first: %s"
                    .formatted(nav.result().fund(), nav.result().date(), flaws.size(), flaws.get(0)));
        }
        String struck = check.struck().orElseThrow().result().digest();
        if (!struck.equals(nav.result().digest())) {
            throw new IllegalStateException("the evidence of %s %s strikes to %s, and the NAV is %s"
                    .formatted(
                            nav.result().fund(),
                            nav.result().date(),
                            struck,
                            nav.result().digest()));
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
