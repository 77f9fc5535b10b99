package org.assay.db;

import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;

/** What a person said about something that waited for a word: which, who and why. The database says when. */
@MappedSuperclass
abstract class WordRow {
    @Column
    private String act;

    @Column(name = "decided_by")
    private String decidedBy;

    @Column
    private String reason;

    protected WordRow() {}

    protected WordRow(String act, String by, String reason) {
        this.act = act;
        this.decidedBy = by;
        this.reason = reason;
    }
}
