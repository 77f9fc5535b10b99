package org.assay.db;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The one word that ends the proposal of a price. */
@Entity
@Table(name = "price_decision", schema = "assay")
class PriceDecisionRow {
    @Id
    private long proposal;

    @Column
    private String fund;

    @Column
    private String act;

    @Column(name = "decided_by")
    private String decidedBy;

    @Column
    private String reason;

    protected PriceDecisionRow() {}

    static PriceDecisionRow of(PriceProposal proposal, PriceProposal.Act act, String by, String reason) {
        PriceDecisionRow row = new PriceDecisionRow();
        row.proposal = proposal.id();
        row.fund = proposal.fund();
        row.act = act.name();
        row.decidedBy = by;
        row.reason = reason;
        return row;
    }
}
