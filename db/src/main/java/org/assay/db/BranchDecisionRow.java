package org.assay.db;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The one word that ends a branch. */
@Entity
@Table(name = "branch_decision", schema = "assay")
class BranchDecisionRow extends WordRow {
    @Id
    private long branch;

    protected BranchDecisionRow() {}

    private BranchDecisionRow(String act, String by, String reason) {
        super(act, by, reason);
    }

    static BranchDecisionRow of(long branch, Branch.Act act, String by, String reason) {
        BranchDecisionRow row = new BranchDecisionRow(act.name(), by, reason);
        row.branch = branch;
        return row;
    }
}
