package org.assay.pack.evidence;

/** The names of what stands in evidence. */
public final class EvidenceFiles {
    /** The folder with the pack of the strike; its results are in {@code expected/} below it. */
    public static final String PACK = "pack/";

    /** The folder with the NAV as people read it. */
    public static final String REPORTS = "reports/";

    /** Who did what. */
    public static final String DECISIONS = "decisions.csv";

    /** What all of it is, for who opens it. */
    public static final String README = "README.txt";

    static final String LINKS = "chain/links.csv";
    static final String ROWS = "chain/rows.csv";
    static final String HASHES = "MANIFEST.sha256";
    static final String SIGNATURE = "MANIFEST.sig";
    static final String SIGNER = "signer.pem";

    private EvidenceFiles() {}
}
