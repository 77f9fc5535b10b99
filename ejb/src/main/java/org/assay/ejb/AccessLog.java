package org.assay.ejb;

import jakarta.enterprise.context.RequestScoped;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.HashSet;
import java.util.Set;

/**
 * Says who was refused what, and who read personal data: one line each, with the number of the request, which stands in the
 * answer too. Once for a request, however many parts of a page ask.
 */
@RequestScoped
public class AccessLog {
    private static final Logger LOG = System.getLogger("org.assay.access");
    private static final int LONGEST = 200;

    private final Set<String> said = new HashSet<>();
    private Origin origin = new Origin("-", "-", "-");

    /**
     * Where a request comes from.
     *
     * @param id its number
     * @param from address of who sends it
     * @param what method and path
     */
    public record Origin(String id, String from, String what) {}

    /** Before anything else of the request. */
    public void begin(Origin origin) {
        this.origin = origin;
    }

    /**
     * @param who signed in, or the name that was tried; empty for nobody
     * @param why in words
     */
    public void refused(String who, String why) {
        say(Level.WARNING, "refused", who, why);
    }

    /** Of a request that the server itself refused; nothing, when one of ours said why before. */
    public void refusedByServer(String who, String why) {
        if (said.isEmpty()) {
            refused(who, why);
        }
    }

    /** @param what investors, or people, and of which fund and day */
    public void read(String who, String what) {
        say(Level.INFO, "personal data read", who, what);
    }

    private void say(Level level, String event, String who, String why) {
        String line = "%s: %s; who=%s from=%s what=\"%s\" request=%s"
                .formatted(event, plain(why), plain(who), origin.from(), plain(origin.what()), origin.id());
        if (said.add(line)) {
            LOG.log(level, line);
        }
    }

    /** A name that is tried may have anything in it; a line of a log is one line. */
    private static String plain(String text) {
        String whole = text.isBlank() ? "-" : text;
        String shown = whole.length() > LONGEST ? whole.substring(0, LONGEST) + "..." : whole;
        return shown.replaceAll("[\\p{Cntrl}\"{}]", "?");
    }
}
