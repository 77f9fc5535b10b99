package org.assay.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.assay.kernel.trail.Trail;
import org.assay.reports.LivingNavs.Struck;
import org.assay.reports.pdf.NavPackReport;
import org.junit.jupiter.api.Test;

class EveryFigureLeadsBackTest {
    private static final long SEED = 6;
    private static final int PACKS = 10;
    private static final int FIGURES = 5;

    /** Ten NAV packs of three funds, five figures of each, drawn by a seed: what is printed is followed to where it came from. */
    @Test
    void fifty_printed_figures_lead_back_to_facts_quotes_and_terms_and_every_sum_on_the_way_holds() throws IOException {
        Random random = new Random(SEED);
        List<Struck> packs = new ArrayList<>(LivingNavs.all());
        Collections.shuffle(packs, random);
        SortedMap<String, Integer> ends = new TreeMap<>();
        int figures = 0;
        int worked = 0;
        for (Struck struck : packs.subList(0, PACKS)) {
            String printed = printed(struck);
            List<String> names = new ArrayList<>(names(struck.nav()));
            Collections.shuffle(names, random);
            for (String name : names.subList(0, FIGURES)) {
                TrailWalk walk = new TrailWalk(struck.pack(), struck.nav());
                Trail trail = walk.of(name);
                assertThat(printed).as("%s %s", struck, name).contains(shown(name, trail));
                assertThat(walk.ends()).as("%s %s", struck, name).isNotEmpty();
                walk.ends().forEach((where, times) -> ends.merge(where, times, Integer::sum));
                worked += walk.worked();
                figures++;
            }
        }
        System.out.println("%s figures of %s packs, %s figures worked from their parts, ends %s"
                .formatted(figures, PACKS, worked, ends));
        assertThat(figures).isEqualTo(PACKS * FIGURES);
    }

    /** Figures with a trail that a NAV pack prints as they are. */
    private static SortedSet<String> names(StruckNav nav) {
        SortedSet<String> names = new TreeSet<>(List.of("net_assets"));
        nav.result().classes().forEach(each -> {
            names.add("net_assets:" + each.shareClass());
            names.add("nav_per_share:" + each.shareClass());
        });
        nav.result()
                .closing()
                .balances()
                .forEach(balance ->
                        names.add("account:" + balance.key().account().code()));
        nav.result().positions().stream()
                .map(position -> position.instrument())
                .filter(id -> nav.result().positions().stream()
                                .filter(other -> other.instrument().equals(id))
                                .count()
                        == 1)
                .filter(id -> nav.result().futures().stream()
                        .noneMatch(proof -> proof.instrument().equals(id)))
                .forEach(id -> names.add("position:" + id));
        return names;
    }

    private static String shown(String name, Trail trail) {
        BigDecimal value = trail.value().abs();
        return FigureText.of(name.startsWith("nav_per_share") ? value.setScale(4) : value.setScale(2));
    }

    private static String printed(Struck struck) throws IOException {
        try (PDDocument document = Loader.loadPDF(LivingNavs.written(new NavPackReport(), struck))) {
            return new PDFTextStripper().getText(document);
        }
    }
}
