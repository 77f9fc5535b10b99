package org.assay.web.shell;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.assay.db.Standing.Unreadable;
import org.assay.db.StrikeHead;
import org.assay.ejb.Corrections;
import org.assay.ejb.Corrections.Behind;
import org.assay.ejb.Desk;
import org.assay.ejb.Night;

/** How far every fund has come and what waits, as known now or then; read once for a request however many parts of the page ask. */
@RequestScoped
public class Overview {
    @Inject
    private Desk desk;

    @Inject
    private Corrections allCorrections;

    @Inject
    private Known known;

    private Optional<Night.Round> round = Optional.empty();
    private Optional<List<StrikeHead>> waiting = Optional.empty();
    private Optional<List<Behind>> corrections = Optional.empty();

    /** By fund. */
    public List<Night.Progress> progress() {
        return round().funds();
    }

    /**
     * The funds to choose from, by id.
     *
     * @param chosen the id of the one that is
     */
    public List<Choice> funds(String chosen) {
        return progress().stream()
                .map(Night.Progress::fund)
                .map(fund ->
                        new Choice(fund.id(), fund.terms().name(), fund.id().equals(chosen)))
                .toList();
    }

    /** Funds that stop because their rows cannot be read. */
    public List<Unreadable> unreadable() {
        return round().unreadable();
    }

    private Night.Round round() {
        if (round.isEmpty()) {
            round = Optional.of(desk.round(known.moment()));
        }
        return round.get();
    }

    /** Held or in review, the oldest of each fund first. */
    public List<StrikeHead> waiting() {
        if (waiting.isEmpty()) {
            waiting = Optional.of(desk.waiting(known.moment()));
        }
        return waiting.get();
    }

    /** Corrections nobody has decided about. */
    public List<Behind> corrections() {
        if (corrections.isEmpty()) {
            corrections = Optional.of(allCorrections.undecided(known.moment()));
        }
        return corrections.get();
    }

    /** Forgets what it knew, because somebody has just acted. */
    public void refresh() {
        round = Optional.empty();
        waiting = Optional.empty();
        corrections = Optional.empty();
    }

    /** The last day of any fund for which nothing more comes in; without one, the date in UTC. */
    public LocalDate businessDate() {
        return progress().stream()
                .flatMap(fund -> Stream.concat(fund.last().map(StrikeHead::date).stream(), fund.due().stream()))
                .max(Comparator.naturalOrder())
                .orElseGet(() -> LocalDate.ofInstant(known.moment().orElseGet(desk::now), ZoneOffset.UTC));
    }
}
