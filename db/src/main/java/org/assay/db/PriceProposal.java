package org.assay.db;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.assay.kernel.money.Price;
import org.assay.kernel.pricing.Quote;

/**
 * A price a person says, before and after a second person decided about it.
 *
 * @param date the strike day it is for
 * @param time from when it counts
 * @param source {@link #MANUAL}, or that of the odd price it confirms
 * @param reason why somebody must say it
 * @param evidence what was seen, and where it is kept
 * @param attached name of the file beside it
 * @param request made by who asks: asked twice it is proposed once
 * @param word what the second person said; absent while nobody has
 */
public record PriceProposal(
        long id,
        String fund,
        String instrument,
        LocalDate date,
        Quote.Kind kind,
        Instant time,
        Price price,
        String source,
        String reason,
        String evidence,
        Optional<String> attached,
        String request,
        String proposedBy,
        Instant proposedAt,
        Optional<Word> word) {
    /** The source of a price that nobody published. */
    public static final String MANUAL = "MANUAL";

    /** What ends a proposal. */
    public enum Act {
        /** By a second person: it arrives as a price. */
        ACCEPT,
        /** By a second person, or taken back by who proposed it. */
        REJECT
    }

    /** The one word about it. */
    public record Word(Act act, String by, Instant at, String reason) {}

    /** A file that was attached. */
    public static final class Attachment {
        /** In bytes: the database takes no more, and a form with it is no larger than any other. */
        public static final int LARGEST = 900 << 10;

        private final String name;
        private final byte[] content;

        /** @param name as its sender calls it */
        public Attachment(String name, byte[] content) {
            this.name = name;
            this.content = content.clone();
        }

        public String name() {
            return name;
        }

        public byte[] content() {
            return content.clone();
        }
    }

    /** Nobody has decided about it. */
    public boolean isOpen() {
        return word.isEmpty();
    }
}
