package org.assay.kernel;

/**
 * A rule says no. Carries what a person needs to put it right: the subject (the id of a fact, instrument or class), the
 * field, the value that was refused and what was expected. The outside adds file and line where the subject came from one.
 */
public final class FundException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ErrorCode code;
    private final String subject;
    private final String field;
    private final String value;
    private final String expected;

    public FundException(ErrorCode code, String subject, String field, String value, String expected) {
        super("%s: %s, %s '%s': expected %s (%s must act)"
                .formatted(code, subject, field, value, expected, code.blame().who()));
        this.code = code;
        this.subject = subject;
        this.field = field;
        this.value = value;
        this.expected = expected;
    }

    public ErrorCode code() {
        return code;
    }

    public String subject() {
        return subject;
    }

    public String field() {
        return field;
    }

    public String value() {
        return value;
    }

    public String expected() {
        return expected;
    }
}
