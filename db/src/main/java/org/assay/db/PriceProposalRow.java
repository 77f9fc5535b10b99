package org.assay.db;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.assay.kernel.pricing.Quote;
import org.assay.pack.fund.PackFiles;

/** A price as it was proposed. */
@Entity
@Table(name = "price_proposal", schema = "assay")
class PriceProposalRow {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    @Column
    private String fund;

    @Column
    private String instrument;

    @Column
    private LocalDate date;

    @Column
    private String kind;

    @Column
    private Instant time;

    @Column
    private BigDecimal price;

    @Column
    private String currency;

    @Column
    private String source;

    @Column
    private String reason;

    @Column
    private String evidence;

    @Column(name = "attached_name")
    private String attachedName;

    @Column(name = "attached_sha256")
    private String attachedSha256;

    @Column
    private byte[] attached;

    @Column
    private String request;

    @Column(name = "proposed_by")
    private String proposedBy;

    protected PriceProposalRow() {}

    /** @param price with the evidence that will stand beside it */
    static PriceProposalRow of(
            String fund,
            Quote price,
            String reason,
            Optional<PriceProposal.Attachment> attached,
            String request,
            String by) {
        PriceProposalRow row = new PriceProposalRow();
        row.fund = fund;
        row.instrument = price.instrument();
        row.date = price.date();
        row.kind = price.kind().name();
        row.time = price.time();
        row.price = price.price().perUnit();
        row.currency = price.price().currency().code();
        row.source = price.source();
        row.reason = reason;
        row.evidence = price.evidence().orElseThrow();
        row.attachedName = attached.map(PriceProposal.Attachment::name).orElse(null);
        row.attachedSha256 =
                attached.map(file -> PackFiles.sha256(file.content())).orElse(null);
        row.attached = attached.map(PriceProposal.Attachment::content).orElse(null);
        row.request = request;
        row.proposedBy = by;
        return row;
    }

    long id() {
        return id;
    }
}
