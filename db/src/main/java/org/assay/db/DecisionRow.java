package org.assay.db;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** What a person decided about a strike. */
@Entity
@Table(name = "decision", schema = "assay")
class DecisionRow {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    @Column
    private long strike;

    @Column
    private String act;

    @Column(name = "decided_by")
    private String decidedBy;

    @Column
    private String reason;

    protected DecisionRow() {}

    static DecisionRow approval(long strike, String by, String reason) {
        DecisionRow row = new DecisionRow();
        row.strike = strike;
        row.act = "APPROVE";
        row.decidedBy = by;
        row.reason = reason;
        return row;
    }
}
