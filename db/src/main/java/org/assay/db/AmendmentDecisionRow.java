package org.assay.db;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The one word that ends an amendment. */
@Entity
@Table(name = "amendment_decision", schema = "assay")
class AmendmentDecisionRow {
    @Id
    private long amendment;

    @Column
    private String fund;

    @Column
    private String act;

    @Column(name = "decided_by")
    private String decidedBy;

    @Column
    private String reason;

    protected AmendmentDecisionRow() {}

    static AmendmentDecisionRow of(Amendment amendment, Amendment.Act act, String by, String reason) {
        AmendmentDecisionRow row = new AmendmentDecisionRow();
        row.amendment = amendment.id();
        row.fund = amendment.fund();
        row.act = act.name();
        row.decidedBy = by;
        row.reason = reason;
        return row;
    }
}
