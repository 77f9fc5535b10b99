package org.assay.db;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;

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
    private LocalDate date;

    @Column
    private String act;

    @Column(name = "decided_by")
    private String decidedBy;

    @Column
    private String reason;

    protected DecisionRow() {}

    /** @param act APPROVE or SEND_BACK */
    static DecisionRow of(StrikeHead strike, String act, String by, String reason) {
        DecisionRow row = new DecisionRow();
        row.strike = strike.id();
        row.date = strike.date();
        row.act = act;
        row.decidedBy = by;
        row.reason = reason;
        return row;
    }
}
