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
class DecisionRow extends WordRow {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    @Column
    private long strike;

    @Column
    private LocalDate date;

    protected DecisionRow() {}

    private DecisionRow(String act, String by, String reason) {
        super(act, by, reason);
    }

    /** @param act APPROVE or SEND_BACK */
    static DecisionRow of(StrikeHead strike, String act, String by, String reason) {
        DecisionRow row = new DecisionRow(act, by, reason);
        row.strike = strike.id();
        row.date = strike.date();
        return row;
    }
}
