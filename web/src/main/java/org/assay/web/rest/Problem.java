package org.assay.web.rest;

import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.assay.kernel.ErrorCode;
import org.assay.kernel.FundException;
import org.assay.kernel.Parsed;

/**
 * An error after RFC 9457, with what a person needs to put it right.
 *
 * @param code of the register of refusals
 * @param blame who must act
 * @param failures of a pack or a file, all of them
 */
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        Optional<String> code,
        Optional<String> blame,
        Optional<String> subject,
        Optional<String> field,
        Optional<String> value,
        Optional<String> expected,
        Optional<List<Parsed.Failure>> failures,
        Optional<String> instance) {
    static final String MEDIA_TYPE = "application/problem+json";
    private static final String BLANK = "about:blank";
    private static final int UNPROCESSABLE = 422;

    static Problem of(FundException refused) {
        return new Problem(
                BLANK,
                title(refused.code()),
                status(refused.code()),
                refused.getMessage(),
                Optional.of(refused.code().name()),
                Optional.of(refused.code().blame().who()),
                Optional.of(refused.subject()),
                Optional.of(refused.field()),
                Optional.of(refused.value()),
                Optional.of(refused.expected()),
                Optional.empty(),
                Optional.empty());
    }

    /** A pack or a file nothing of which was taken. */
    static Problem of(String title, List<Parsed.Failure> failures) {
        return new Problem(
                BLANK,
                title,
                UNPROCESSABLE,
                "%s of its cells are not as they should be, the first: %s"
                        .formatted(Integer.toString(failures.size()), failures.get(0)),
                Optional.of(ErrorCode.FORMAT.name()),
                Optional.of(ErrorCode.FORMAT.blame().who()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(failures),
                Optional.empty());
    }

    static Problem plain(int status, String title, String detail) {
        return new Problem(
                BLANK,
                title,
                status,
                detail,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** With the number it is reported by. */
    Problem numbered(String id) {
        return new Problem(
                type, title, status, detail, code, blame, subject, field, value, expected, failures, Optional.of(id));
    }

    Response response() {
        return Response.status(status).type(MEDIA_TYPE).entity(this).build();
    }

    /** What cannot be found, what is somebody else's to do, what somebody did before, what the house lacks; everything else is a wrong request. */
    private static int status(ErrorCode code) {
        return switch (code) {
            case NOT_THERE -> 404;
            case FOUR_EYES, NOT_ALLOWED -> 403;
            case NOT_OPEN, DAY_CLOSED, FUND_EXISTS, RIGHTS_CONFLICT -> 409;
            case NO_SIGNING_KEY -> 503;
            default -> UNPROCESSABLE;
        };
    }

    private static String title(ErrorCode code) {
        return switch (code) {
            case NOT_THERE -> "Not here";
            case FOUR_EYES -> "A second person must do this";
            case NOT_ALLOWED -> "Your rights do not reach this";
            case RIGHTS_CONFLICT -> "Rights that one person may not hold together";
            case NOT_OPEN -> "Not open to a decision";
            case DAY_CLOSED -> "The day is struck already";
            case FUND_EXISTS -> "The fund is here already";
            case NO_SIGNING_KEY -> "The server has no key to sign with";
            default -> "Refused";
        };
    }
}
