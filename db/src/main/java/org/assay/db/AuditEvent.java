package org.assay.db;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Something somebody did, or the night by itself: as the books have it, which only append.
 *
 * @param at by the database's clock
 * @param who name of a person, or {@code schedule}
 * @param fund absent for what belongs to none
 * @param day it is about; absent when it is about none
 * @param about what was acted on
 * @param before how that stood; empty when it was not there
 * @param after how it stood then
 * @param why in the words of who did it; empty when nobody is asked for a reason
 */
public record AuditEvent(
        Instant at,
        String who,
        Act act,
        Optional<String> fund,
        Optional<LocalDate> day,
        String about,
        String before,
        String after,
        String why) {
    /** What was done. */
    public enum Act {
        /** A fund came with its pack. */
        BROUGHT,
        /** A file was sent, and taken, known already or refused. */
        SENT,
        STRUCK,
        /** A rule or a fault kept a day from being struck. */
        NOT_STRUCK,
        APPROVED,
        /** A second person did not sign a NAV. */
        SENT_BACK,
        /** Somebody said a price. */
        PRICE_PROPOSED,
        /** A second person accepted it, or not. */
        PRICE_DECIDED,
        /** Somebody asked for other terms, an instrument or a calendar day. */
        CHANGE_ASKED,
        /** A second person agreed, or not. */
        CHANGE_DECIDED,
        /** A correction was opened, by hand or by what arrived late. */
        OPENED,
        /** A correction was approved or given up. */
        DECIDED,
        REPORTED,
        REPORTS_ORDERED,
        /** A year was dropped. */
        DROPPED,
        PERSON_ADDED,
        PASSWORD_SET,
        RIGHT_ASKED,
        /** A right was granted or refused. */
        RIGHT_DECIDED,
        RIGHT_ENDED,
        TOKEN_MADE,
        TOKEN_REVOKED;

        /** It tells of people and what they may. */
        public boolean isOfPeople() {
            return switch (this) {
                case PERSON_ADDED, PASSWORD_SET, RIGHT_ASKED, RIGHT_DECIDED, RIGHT_ENDED, TOKEN_MADE, TOKEN_REVOKED ->
                    true;
                default -> false;
            };
        }
    }

    /**
     * What somebody may be told.
     *
     * @param scope of which funds; what belongs to no fund is told only to who sees all
     * @param isOfPeople of people and what they may, too
     */
    public record Told(Scope scope, boolean isOfPeople) {}

    /**
     * Which to tell; what is absent is not asked for.
     *
     * @param from the first moment
     * @param to the moment after the last
     * @param isDescending the largest of the order first
     */
    public record Wanted(
            Optional<String> fund,
            Optional<String> who,
            Optional<Act> act,
            Optional<Instant> from,
            Optional<Instant> to,
            Order order,
            boolean isDescending) {
        /** The last first. */
        public Wanted(
                Optional<String> fund,
                Optional<String> who,
                Optional<Act> act,
                Optional<Instant> from,
                Optional<Instant> to) {
            this(fund, who, act, from, to, Order.AT, true);
        }
    }

    /** By what events are sorted; of those that are equal, the last comes first. */
    public enum Order {
        AT,
        WHO,
        ACT,
        FUND,
        DAY
    }
}
