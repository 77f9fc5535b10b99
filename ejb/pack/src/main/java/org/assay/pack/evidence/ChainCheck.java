package org.assay.pack.evidence;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.assay.kernel.nav.NavResult;
import org.assay.pack.evidence.ChainProof.Link;
import org.assay.pack.evidence.ChainProof.SealedRow;
import org.assay.pack.fund.PackFiles;
import org.assay.pack.fund.SingleStrike;

/**
 * Holds a piece of the chain to itself, and to a strike: rows hash into what their link holds, links follow one another, and
 * what was sealed is what is struck here.
 */
final class ChainCheck {
    private static final String STRIKE = "strike";

    /** What one strike writes, and what is decided about it; the columns of its rows never change their order. */
    private static final Set<String> TABLES =
            Set.of(STRIKE, "strike_fact", "nav", "journal", "movements", "controls", "findings", SealedLink.DECISION);

    /** Where these columns stand in a strike's row. */
    private static final SortedMap<String, Integer> STRIKE_COLUMNS =
            new TreeMap<>(Map.of("fund", 1, "date", 2, "version", 3, "attempt", 4, "inputs", 9, "result", 10));

    private static final int ID = 0;
    private static final int BRANCH = 5;

    private final List<SealedLink> links;
    private final Map<Integer, List<SealedRow>> rows;

    ChainCheck(ChainProof proof) {
        links = proof.links().stream().map(SealedLink::of).toList();
        rows = proof.rows().stream().collect(Collectors.groupingBy(SealedRow::link, TreeMap::new, Collectors.toList()));
    }

    /** Which links there are, for a person. */
    String range() {
        return links.isEmpty()
                ? "no link"
                : "links %s to %s of %s"
                        .formatted(
                                links.get(0).number(),
                                links.get(links.size() - 1).number(),
                                links.get(0).fund());
    }

    int countRows() {
        return rows.values().stream().mapToInt(List::size).sum();
    }

    /** Each link follows from its text and the link before it; the rows of one hash into it. */
    List<String> flaws() {
        List<String> flaws = new ArrayList<>();
        for (int i = 0; i < links.size(); i++) {
            SealedLink here = links.get(i);
            Link link = here.link();
            String before = link.before().equals(Link.NONE) ? "" : link.before();
            if (!PackFiles.sha256((before + link.text()).getBytes(StandardCharsets.UTF_8))
                    .equals(link.link())) {
                flaws.add(at(
                        EvidenceFiles.LINKS, link.number(), "it does not follow from its text and the link before it"));
            }
            if (!here.number().equals(Integer.toString(link.number()))) {
                flaws.add(at(EvidenceFiles.LINKS, link.number(), "its text is that of link " + here.number()));
            }
            if (i > 0 && !follows(links.get(i - 1), here)) {
                flaws.add(at(EvidenceFiles.LINKS, link.number(), "it does not follow the link in the line above"));
            }
        }
        for (Map.Entry<Integer, List<SealedRow>> sealed : rows.entrySet()) {
            if (links.stream().noneMatch(link -> link.link().number() == sealed.getKey())) {
                flaws.add(at(EvidenceFiles.ROWS, sealed.getKey(), "no such link is here"));
            }
        }
        links.stream()
                .filter(link -> rows.containsKey(link.link().number()) && !isContent(link))
                .forEach(link ->
                        flaws.add(at(EvidenceFiles.ROWS, link.link().number(), "the link was not made of these rows")));
        return flaws;
    }

    private static boolean follows(SealedLink before, SealedLink link) {
        return link.link().number() == before.link().number() + 1
                && link.link().before().equals(before.link().link())
                && link.fund().equals(before.fund());
    }

    private boolean isContent(SealedLink link) {
        MessageDigest all = sha256();
        List<SealedRow> sealed = rows.get(link.link().number());
        for (int i = 0; i < sealed.size(); i++) {
            if (sealed.get(i).place() != i + 1) {
                return false;
            }
            all.update(sha256().digest(sealed.get(i).text().getBytes(StandardCharsets.UTF_8)));
        }
        return HexFormat.of().formatHex(all.digest()).equals(link.content())
                && Integer.toString(sealed.size()).equals(link.count());
    }

    /** The first link seals the strike as it is struck here, and every link about it has its rows. */
    List<String> differences(NavResult struck, SingleStrike single) {
        if (links.isEmpty()
                || !links.get(0).table().equals(STRIKE)
                || !rows.containsKey(links.get(0).link().number())) {
            return List.of("%s: expected the link of the strike first, with its row".formatted(EvidenceFiles.LINKS));
        }
        List<String> row =
                RowText.cells(rows.get(links.get(0).link().number()).get(0).text());
        Map<String, String> expected = new TreeMap<>(Map.of(
                "fund", struck.fund(),
                "date", struck.date().toString(),
                "version", Integer.toString(single.version()),
                "attempt", Integer.toString(single.attempt()),
                "inputs", struck.inputs(),
                "result", struck.digest()));
        List<String> differences = new ArrayList<>();
        STRIKE_COLUMNS.forEach((name, place) -> {
            String sealed = place < row.size() ? row.get(place) : "";
            if (!sealed.equals(expected.get(name))) {
                differences.add("%s, link %s, column %s: sealed '%s', struck '%s'"
                        .formatted(EvidenceFiles.ROWS, links.get(0).number(), name, sealed, expected.get(name)));
            }
        });
        for (SealedLink link : links) {
            if (isAbout(link, row) && !rows.containsKey(link.link().number())) {
                differences.add(at(EvidenceFiles.ROWS, link.link().number(), "its rows are missing"));
            }
        }
        return differences;
    }

    private static boolean isAbout(SealedLink link, List<String> strike) {
        return (TABLES.contains(link.table()) && link.owner().equals(strike.get(ID)))
                || (link.table().equals(SealedLink.BRANCH_DECISION)
                        && link.owner().equals(strike.get(BRANCH)));
    }

    private static String at(String file, int link, String what) {
        return "%s, link %s: %s".formatted(file, link, what);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
