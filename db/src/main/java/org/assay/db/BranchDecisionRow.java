package org.assay.db;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The one word that ends a branch. */
@Entity
@Table(name = "branch_decision", schema = "assay")
class BranchDecisionRow {
    @Id
    private long branch;

    @Column
    private String act;

    @Column(name = "decided_by")
    private String decidedBy;

    @Column
    private String reason;

    protected BranchDecisionRow() {}

    static BranchDecisionRow of(long branch, Branch.Act act, String by, String reason) {
        BranchDecisionRow row = new BranchDecisionRow();
        row.branch = branch;
        row.act = act.name();
        row.decidedBy = by;
        row.reason = reason;
        return row;
    }
}
