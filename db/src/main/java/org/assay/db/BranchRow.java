package org.assay.db;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;

/** A branch as it was opened. */
@Entity
@Table(name = "branch", schema = "assay")
class BranchRow {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    @Column
    private String fund;

    @Column(name = "from_date")
    private LocalDate from;

    @Column
    private Instant known;

    @Column
    private String reason;

    @Column(name = "opened_by")
    private String openedBy;

    @Column
    private String request;

    protected BranchRow() {}

    static BranchRow of(String fund, LocalDate from, Instant known, String reason, String openedBy, String request) {
        BranchRow row = new BranchRow();
        row.fund = fund;
        row.from = from;
        row.known = known;
        row.reason = reason;
        row.openedBy = openedBy;
        row.request = request;
        return row;
    }

    long id() {
        return id;
    }
}
