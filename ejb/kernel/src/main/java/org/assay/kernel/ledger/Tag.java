package org.assay.kernel.ledger;

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

    public static Tag ofClass(String shareClass) {
        return new Tag(Optional.of(shareClass), Optional.empty(), Optional.empty());
    }

    public static Tag at(String location) {
        return new Tag(Optional.empty(), Optional.empty(), Optional.of(location));
    }

    public static Tag of(String instrument, String location) {
        return new Tag(Optional.empty(), Optional.of(instrument), Optional.of(location));
    }

    /** Absent comes first. Step by step and not by a chain of comparators: books sort thousands of these every day. */
    @Override
    public int compareTo(Tag other) {
        int byClass = compare(shareClass, other.shareClass);
        if (byClass != 0) {
            return byClass;
        }
        int byInstrument = compare(instrument, other.instrument);
        return byInstrument != 0 ? byInstrument : compare(location, other.location);
    }

    private static int compare(Optional<String> one, Optional<String> other) {
        return one.orElse("").compareTo(other.orElse(""));
    }
}
