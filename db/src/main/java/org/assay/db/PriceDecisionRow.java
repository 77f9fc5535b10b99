package org.assay.db;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The one word that ends the proposal of a price. */
@Entity
@Table(name = "price_decision", schema = "assay")
class PriceDecisionRow extends WordRow {
    @Id
    private long proposal;

    @Column
    private String fund;

    protected PriceDecisionRow() {}

    private PriceDecisionRow(String act, String by, String reason) {
        super(act, by, reason);
    }

    static PriceDecisionRow of(PriceProposal proposal, PriceProposal.Act act, String by, String reason) {
        PriceDecisionRow row = new PriceDecisionRow(act.name(), by, reason);
        row.proposal = proposal.id();
        row.fund = proposal.fund();
        return row;
    }
}
