package org.assay.launcher;

/**
 * The launcher does not start, and the message says in one sentence why and what to do.
 *
 * <p>Exit status 2. Whatever else goes wrong is a fault of ours and comes with its stack trace.
 */
public final class Refusal extends RuntimeException {
    public Refusal(String sentence) {
        super(sentence);
    }

    public Refusal(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
