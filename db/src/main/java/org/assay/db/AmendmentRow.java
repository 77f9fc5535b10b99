package org.assay.db;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.Optional;

/** A change as it was asked for. */
@Entity
@Table(name = "amendment", schema = "assay")
class AmendmentRow {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    @Column
    private String fund;

    @Column
    private String kind;

    @Column
    private String content;

    @Column(name = "first_day")
    private LocalDate firstDay;

    @Column
    private String reason;

    @Column
    private String request;

    @Column(name = "asked_by")
    private String askedBy;

    protected AmendmentRow() {}

    static AmendmentRow of(
            String fund,
            String kind,
            String content,
            Optional<LocalDate> firstDay,
            String reason,
            String request,
            String by) {
        AmendmentRow row = new AmendmentRow();
        row.fund = fund;
        row.kind = kind;
        row.content = content;
        row.firstDay = firstDay.orElse(null);
        row.reason = reason;
        row.request = request;
        row.askedBy = by;
        return row;
    }

    long id() {
        return id;
    }
}
