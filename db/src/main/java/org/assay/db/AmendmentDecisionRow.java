package org.assay.db;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The one word that ends an amendment. */
@Entity
@Table(name = "amendment_decision", schema = "assay")
class AmendmentDecisionRow extends WordRow {
    @Id
    private long amendment;

    @Column
    private String fund;

    protected AmendmentDecisionRow() {}

    private AmendmentDecisionRow(String act, String by, String reason) {
        super(act, by, reason);
    }

    static AmendmentDecisionRow of(Amendment amendment, Amendment.Act act, String by, String reason) {
        AmendmentDecisionRow row = new AmendmentDecisionRow(act.name(), by, reason);
        row.amendment = amendment.id();
        row.fund = amendment.fund();
        return row;
    }
}
