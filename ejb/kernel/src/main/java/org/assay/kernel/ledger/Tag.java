package org.assay.kernel.ledger;

import java.util.Comparator;
import java.util.Optional;

/**
 * The sub-ledger of a line.
 *
 * @param shareClass set on what belongs to one class only: capital, its fees
 * @param instrument what the line is about
 * @param location the account, wallet, custodian or broker where it is
 */
public record Tag(Optional<String> shareClass, Optional<String> instrument, Optional<String> location)
        implements Comparable<Tag> {
    public static final Tag FUND = new Tag(Optional.empty(), Optional.empty(), Optional.empty());

    private static final Comparator<Tag> ORDER = Comparator.comparing((Tag tag) -> tag.shareClass.orElse(""))
            .thenComparing(tag -> tag.instrument.orElse(""))
            .thenComparing(tag -> tag.location.orElse(""));

    public static Tag ofClass(String shareClass) {
        return new Tag(Optional.of(shareClass), Optional.empty(), Optional.empty());
    }

    public static Tag at(String location) {
        return new Tag(Optional.empty(), Optional.empty(), Optional.of(location));
    }

    public static Tag of(String instrument, String location) {
        return new Tag(Optional.empty(), Optional.of(instrument), Optional.of(location));
    }

    @Override
    public int compareTo(Tag other) {
        return ORDER.compare(this, other);
    }
}
