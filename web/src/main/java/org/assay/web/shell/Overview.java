package org.assay.web.shell;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.assay.db.StrikeHead;
import org.assay.ejb.Desk;
import org.assay.ejb.Night;

/** How far every fund has come and what waits, read once for a request however many parts of the page ask. */
@RequestScoped
public class Overview {
    @Inject
    private Desk desk;

    private Optional<List<Night.Progress>> progress = Optional.empty();
    private Optional<List<StrikeHead>> waiting = Optional.empty();

    /** By fund. */
    public List<Night.Progress> progress() {
        if (progress.isEmpty()) {
            progress = Optional.of(desk.progress());
        }
        return progress.get();
    }

    /** Held or in review, the oldest of each fund first. */
    public List<StrikeHead> waiting() {
        if (waiting.isEmpty()) {
            waiting = Optional.of(desk.waiting());
        }
        return waiting.get();
    }

    /** Forgets what it knew, because somebody has just acted. */
    public void refresh() {
        progress = Optional.empty();
        waiting = Optional.empty();
    }

    /** The last day of any fund for which nothing more comes in; without one, the date in UTC. */
    public LocalDate businessDate() {
        return progress().stream()
                .flatMap(fund -> Stream.concat(fund.last().map(StrikeHead::date).stream(), fund.due().stream()))
                .max(Comparator.naturalOrder())
                .orElseGet(() -> LocalDate.ofInstant(desk.now(), ZoneOffset.UTC));
    }
}
