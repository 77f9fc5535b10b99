package org.assay.kernel;

/** Why something was refused, and who must act. The register of refusals: a code is never reused for another meaning. */
public enum ErrorCode {
    /** A file, column or cell that is not as the format says. */
    FORMAT(Blame.DATA_DESK),
    /** A sealed file was changed, cut, added or removed. */
    SEAL_BROKEN(Blame.DATA_DESK),
    /** A row names something that is not there: an instrument, a class, an account. */
    UNKNOWN_REFERENCE(Blame.DATA_DESK),
    /** No price was ever seen for something the fund holds, trades or rolls. */
    PRICE_MISSING(Blame.DATA_DESK),
    /** No exchange rate was ever seen for a currency the fund holds. */
    FX_MISSING(Blame.DATA_DESK),
    /** A sale of more than is held at that place. */
    SALE_EXCEEDS_POSITION(Blame.USER),
    /** A trade of a contract after its last trade day. */
    TRADE_AFTER_LAST(Blame.USER),
    /** A date on which this fund does not strike. */
    NOT_A_STRIKE_DAY(Blame.USER),
    /** Terms of the fund that contradict one another. */
    TERMS(Blame.USER),
    /** A fund that is here already, and a pack that says something else of it. */
    FUND_EXISTS(Blame.USER),
    /** A fund, or a strike of a fund, that is not here. */
    NOT_THERE(Blame.USER),
    /** A NAV that is not open to a decision: held, or decided by somebody faster. */
    NOT_OPEN(Blame.USER),
    /** A day that is struck, for what may only count on days to come. */
    DAY_CLOSED(Blame.USER),
    /** A person may not approve what that person had a part in. */
    FOUR_EYES(Blame.USER),
    /** An act, or a fund, that the rights of who asks do not reach. */
    NOT_ALLOWED(Blame.ADMINISTRATOR),
    /** Two rights that one person may not hold together: to prepare and to approve the same fund. */
    RIGHTS_CONFLICT(Blame.ADMINISTRATOR),
    /** The house has no key to sign with, or it cannot be read. */
    NO_SIGNING_KEY(Blame.HOST);

    /** Who can put it right. */
    public enum Blame {
        USER("the person who entered it"),
        ADMINISTRATOR("an administrator"),
        DATA_DESK("the data desk"),
        HOST("who runs the server"),
        DEVELOPER("the developers");

        private final String who;

        Blame(String who) {
            this.who = who;
        }

        public String who() {
            return who;
        }
    }

    private final Blame blame;

    ErrorCode(Blame blame) {
        this.blame = blame;
    }

    public Blame blame() {
        return blame;
    }
}
