package org.assay.db;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.assay.pack.fund.FundTables;
import org.hibernate.annotations.Immutable;

/** A fund as it came in, with its terms as fund.json had them then. */
@Entity
@Immutable
@Table(name = "fund", schema = "assay")
class FundRow {
    @Id
    private String id;

    @Column
    private String name;

    @Column
    private boolean illustrative;

    @Column
    private String terms;

    @Column
    private String pack;

    @Column
    private Instant known;

    @Column(name = "imported_by")
    private String importedBy;

    protected FundRow() {}

    static FundRow of(FundHead fund) {
        FundRow row = new FundRow();
        row.id = fund.id();
        row.name = fund.terms().name();
        row.illustrative = fund.terms().illustrative();
        row.terms = FundTables.json(fund.terms());
        row.pack = fund.pack();
        row.known = fund.known();
        row.importedBy = fund.importedBy();
        return row;
    }
}
