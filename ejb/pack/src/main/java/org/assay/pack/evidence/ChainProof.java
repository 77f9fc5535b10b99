package org.assay.pack.evidence;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.assay.pack.table.Formats;
import org.assay.pack.table.Layout;
import org.assay.pack.table.Table;

/**
 * A piece of a fund's audit chain: every link from the one that seals a strike to the one that seals the last decision
 * about it, and the rows of that strike. docs/audit-chain.md tells what links are.
 *
 * @param links in order, none left out
 * @param rows in the order they were sealed in
 */
public record ChainProof(List<Link> links, List<SealedRow> rows) {
    public ChainProof {
        links = List.copyOf(links);
        rows = List.copyOf(rows);
    }

    /**
     * @param number its place in the chain, from 1
     * @param before the link before it; all zeros before the first
     * @param link SHA-256 of the link before it and of the text
     * @param text of the link's own fields, as the database has it
     */
    public record Link(int number, String before, String link, String text) {
        /** Stands before the first link, which has none before it. */
        public static final String NONE = "0".repeat(64);
    }

    /**
     * @param link the number of the link that seals it
     * @param place among the rows of the link, from 1
     * @param text of the row, as the database has it
     */
    public record SealedRow(int link, int place, String text) {}

    /** What people decided about the strike, as it was sealed. */
    public List<Decision> decisions() {
        Map<Integer, String> tables = links.stream()
                .collect(Collectors.toMap(
                        Link::number, link -> SealedLink.of(link).table(), (one, other) -> one));
        List<Decision> decisions = new ArrayList<>();
        for (SealedRow row : rows) {
            List<String> cells = RowText.cells(row.text());
            switch (tables.getOrDefault(row.link(), "")) {
                case SealedLink.DECISION -> decisions.add(decision("NAV", cells, 3));
                case SealedLink.BRANCH_DECISION -> decisions.add(decision("branch " + cells.get(0), cells, 1));
                default -> {
                    // What was struck is told by the strike.
                }
            }
        }
        return decisions;
    }

    /** @param act where act, person, reason and moment begin */
    private static Decision decision(String subject, List<String> cells, int act) {
        List<String> four = cells.size() >= act + 4 ? cells.subList(act, act + 4) : List.of("", "", "", "");
        return new Decision(moment(four.get(3)), four.get(1), four.get(0), subject, Optional.of(four.get(2)));
    }

    /** {@code 2026-11-28 03:22:11.5+00}; the beginning of time for what is none, which no decision was made at. */
    private static Instant moment(String text) {
        try {
            return Instant.parse(text.replace(' ', 'T').replaceFirst("\\+00$", "Z"));
        } catch (DateTimeException e) {
            return Instant.MIN;
        }
    }

    /** Puts them among other files. */
    public void write(SortedMap<String, byte[]> files) {
        files.put(EvidenceFiles.LINKS, linkTable().write(links).getBytes(StandardCharsets.UTF_8));
        files.put(EvidenceFiles.ROWS, rowTable().write(rows).getBytes(StandardCharsets.UTF_8));
    }

    static Table<Link> linkTable() {
        var draft = new Layout.Draft<Link>();
        var number = draft.field("number", Formats.COUNTS, Link::number);
        var before = draft.field("before", Formats.SHA_256, Link::before);
        var link = draft.field("link", Formats.SHA_256, Link::link);
        var text = draft.field("text", Formats.VERBATIM, Link::text);
        return new Table<>(
                EvidenceFiles.LINKS,
                "link",
                draft.reads(cells -> new Link(cells.get(number), cells.get(before), cells.get(link), cells.get(text))));
    }

    static Table<SealedRow> rowTable() {
        var draft = new Layout.Draft<SealedRow>();
        var link = draft.field("link", Formats.COUNTS, SealedRow::link);
        var place = draft.field("place", Formats.COUNTS, SealedRow::place);
        var text = draft.field("text", Formats.VERBATIM, SealedRow::text);
        return new Table<>(
                EvidenceFiles.ROWS,
                "sealed row",
                draft.reads(cells -> new SealedRow(cells.get(link), cells.get(place), cells.get(text))));
    }
}
