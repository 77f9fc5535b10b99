package org.assay.db;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What was done lately and is being done, by the database's own clock: a house clock that stands still says nothing of
 * how fast somebody works.
 *
 * @param daysStruck since the day it was asked for
 * @param reportsLastMinute made in the last 60 seconds
 * @param nodes that struck in the last hour, by name
 * @param running slices that a node is at, the oldest first
 */
public record NightWork(long daysStruck, int reportsLastMinute, List<NodeWork> nodes, List<Running> running) {
    public NightWork {
        nodes = List.copyOf(nodes);
        running = List.copyOf(running);
    }

    /** Of all nodes that struck or run something, in order. */
    public SortedSet<String> names() {
        SortedSet<String> names = new TreeSet<>();
        nodes.forEach(work -> names.add(work.node()));
        running.forEach(job -> names.add(job.node()));
        return names;
    }

    public Optional<NodeWork> struckBy(String node) {
        return nodes.stream().filter(work -> work.node().equals(node)).findFirst();
    }

    public List<Running> runningOn(String node) {
        return running.stream().filter(job -> job.node().equals(node)).toList();
    }

    /**
     * A node's strikes.
     *
     * @param strikesLastMinute made in the last 60 seconds, counted up to 10,000
     */
    public record NodeWork(String node, int strikesLastMinute, Instant lastStruckAt) {}

    /**
     * A job the scheduler has started and nobody has ended.
     *
     * @param instance of the scheduler: the node and its process
     * @param kind strike, replay or report
     */
    public record Running(String instance, String kind, String slice, Instant since) {
        /** An instance is named after its node and process: {@code assay-4711}. */
        String node() {
            int end = instance.lastIndexOf('-');
            return end < 0 ? instance : instance.substring(0, end);
        }
    }

    /**
     * A day of a fund that is struck, as its strike that counts has it.
     *
     * @param heldBy the controls that hold it, in order; none when it is not held
     * @param isSentBack a second person did not sign it
     */
    public record StruckDay(String fund, LocalDate date, List<String> heldBy, boolean isApproved, boolean isSentBack) {
        public StruckDay {
            heldBy = List.copyOf(heldBy);
        }

        public boolean isHeld() {
            return !heldBy.isEmpty();
        }
    }

    /**
     * A control that holds a strike, by the first of its findings that do.
     *
     * @param others how many more of its findings do
     */
    public record Block(long strike, String control, String subject, String text, int others) {}
}
