package org.assay.pack.evidence;

import java.util.List;
import org.assay.pack.evidence.ChainProof.Link;

/** A link with its fields, as text; what its text lacks is empty. */
record SealedLink(Link link, List<String> fields) {
    /** What is decided about a strike. */
    static final String DECISION = "decision";

    /** What is decided about a branch, and so about each strike on it. */
    static final String BRANCH_DECISION = "branch_decision";

    static SealedLink of(Link link) {
        return new SealedLink(link, RowText.cells(link.text()));
    }

    String fund() {
        return field(0);
    }

    String number() {
        return field(1);
    }

    /** Whose rows it seals. */
    String table() {
        return field(3);
    }

    /** The strike or branch they belong to. */
    String owner() {
        return field(4);
    }

    /** How many rows. */
    String count() {
        return field(6);
    }

    /** SHA-256 over their hashes. */
    String content() {
        return field(7);
    }

    private String field(int number) {
        return number < fields.size() ? fields.get(number) : "";
    }
}
