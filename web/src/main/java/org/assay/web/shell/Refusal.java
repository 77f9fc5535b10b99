package org.assay.web.shell;

/**
 * What is said when something cannot be shown.
 *
 * @param next what to do now
 */
record Refusal(String title, String next) {
    static Refusal of(NotThen notThen) {
        return new Refusal("Not there then", notThen.what() + ". As known now it may be there.");
    }

    static Refusal of(int status) {
        return switch (status) {
            case 400 -> new Refusal("This address cannot be read", "Go on from Today.");
            case 401 ->
                new Refusal(
                        "Name and password, or a token, are needed",
                        "Send them with the request, as HTTP Basic or Bearer; a token may be expired or revoked.");
            case 403 ->
                new Refusal(
                        "Your rights do not reach this", "Ask a colleague who may, or an administrator for the right.");
            case 404 -> new Refusal("There is nothing at this address", "Go on from Today, or search for the fund.");
            case 405 -> new Refusal("This cannot be done here", "Go on from Today.");
            case 413 -> new Refusal("This is too large to be taken", "A pack may have 64 MB.");
            case 503 -> new Refusal("The books do not answer", "Nothing was changed. Try again in a moment.");
            case 429 -> new Refusal("Too many wrong passwords", "Wait as long as Retry-After says, then try again.");
            default ->
                new Refusal(
                        "Something went wrong on our side",
                        "Nothing was changed. Try again; if it stays, report the number below to the developers.");
        };
    }
}
