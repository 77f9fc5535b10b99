package org.assay.web.bring;

import jakarta.enterprise.context.SessionScoped;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.UUID;
import org.assay.kernel.Parsed;

/**
 * What came of the last file that was sent in this session. It is kept there because whoever sends a large one may leave the page
 * before it is taken in, and because any node may be asked for it.
 */
@Named("outcome")
@SessionScoped
public class Outcome implements Serializable {
    private static final long serialVersionUID = 1L;

    private final String token = UUID.randomUUID().toString();
    private String name = "";
    private String done = "";
    private String refused = "";
    private String next = "";
    private String address = "";
    private List<Failure> failures = List.of();

    /** A row that was refused, and where it stands. */
    public record Failure(String file, long line, String field, String value, String expected) implements Serializable {
        static Failure of(Parsed.Failure failure) {
            return new Failure(failure.file(), failure.line(), failure.column(), failure.value(), failure.expected());
        }
    }

    /** Only our own page knows it, so no other can send a file in somebody's name. */
    public String getToken() {
        return token;
    }

    /**
     * It was taken in.
     *
     * @param next what comes next, at an address
     */
    void done(String file, String what, String next, String address) {
        set(file, what, "", next, address, List.of());
    }

    /** Nothing of it was taken in. */
    void refused(String file, String why, List<Parsed.Failure> reasons) {
        set(file, "", why, "", "", reasons.stream().map(Failure::of).toList());
    }

    private void set(String file, String what, String why, String then, String where, List<Failure> reasons) {
        name = file;
        done = what;
        refused = why;
        next = then;
        address = where;
        failures = reasons;
    }

    /** As its sender calls it. */
    public String getName() {
        return name;
    }

    public String getDone() {
        return done;
    }

    public String getRefused() {
        return refused;
    }

    public String getNext() {
        return next;
    }

    public String getAddress() {
        return address;
    }

    public List<Failure> getFailures() {
        return failures;
    }
}
