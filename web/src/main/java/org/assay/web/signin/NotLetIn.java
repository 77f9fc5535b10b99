package org.assay.web.signin;

/** Somebody is not let in. The message is for them, and says who must act. */
class NotLetIn extends Exception {
    private final String reason;

    /** @param reason for the log */
    NotLetIn(String words, String reason) {
        super(words);
        this.reason = reason;
    }

    String reason() {
        return reason;
    }
}
