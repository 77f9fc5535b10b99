package org.assay.db;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;

/** A report as it was made. */
@Entity
@IdClass(ReportRow.Key.class)
@Table(name = "report", schema = "assay")
class ReportRow {
    @Id
    private long strike;

    @Id
    private String kind;

    @Id
    private String status;

    @Column
    private LocalDate date;

    @Column(name = "file_name")
    private String fileName;

    @Column(name = "media_type")
    private String mediaType;

    @Column
    private String sha256;

    @Column
    private byte[] content;

    @Column
    private Instant known;

    @Column
    private String code;

    @Column
    private String rules;

    @Column
    private String prices;

    protected ReportRow() {}

    static ReportRow of(StrikeHead strike, ReportFile file, KeptReport.Provenance provenance) {
        ReportRow row = new ReportRow();
        row.strike = strike.id();
        row.date = strike.date();
        row.kind = file.kind();
        row.status = file.status();
        row.fileName = file.fileName();
        row.mediaType = file.mediaType();
        row.sha256 = file.sha256();
        row.content = file.content();
        row.known = provenance.known();
        row.code = provenance.code();
        row.rules = provenance.rules();
        row.prices = provenance.prices();
        return row;
    }

    ReportFile toDomain() {
        return new ReportFile(kind, status, fileName, mediaType, sha256, content);
    }

    /** What tells one report from another; a class and not a record, because Hibernate makes it empty first. */
    static class Key implements java.io.Serializable {
        private static final long serialVersionUID = 1L;

        private long strike;
        private String kind;
        private String status;

        protected Key() {}

        Key(long strike, String kind, String status) {
            this.strike = strike;
            this.kind = kind;
            this.status = status;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key
                    && strike == key.strike
                    && kind.equals(key.kind)
                    && status.equals(key.status);
        }

        @Override
        public int hashCode() {
            return Objects.hash(strike, kind, status);
        }
    }
}
