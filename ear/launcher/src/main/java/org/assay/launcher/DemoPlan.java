package org.assay.launcher;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What a demo brings.
 *
 * @param packs in the order they are brought
 * @param late what arrives once they are struck
 * @param held days that are held on purpose, for the visitor to clear
 */
record DemoPlan(List<DemoPack> packs, List<Late> late, List<Held> held) {
    private static final String FILE = "demo.json";

    /** A file of rows that come in after their day was struck. */
    record Late(String fund, String kind, Path file) {}

    /** A day of a fund. */
    record Held(String fund, String date) {}

    DemoPlan {
        packs = List.copyOf(packs);
        late = List.copyOf(late);
        held = List.copyOf(held);
    }

    /** One pack, of which nothing arrives late and no day is held. */
    static DemoPlan of(DemoPack pack) {
        return new DemoPlan(List.of(pack), List.of(), List.of());
    }

    /** As the offline command wrote it. */
    static DemoPlan in(Path folder) throws IOException {
        JsonNode plan = new ObjectMapper().readTree(folder.resolve(FILE).toFile());
        var packs = new ArrayList<DemoPack>();
        plan.path("packs").forEach(name -> packs.add(new DemoPack(folder.resolve(name.asText()))));
        var late = new ArrayList<Late>();
        plan.path("late")
                .forEach(file -> late.add(new Late(
                        file.path("fund").asText(),
                        file.path("kind").asText(),
                        folder.resolve(file.path("file").asText()))));
        var held = new ArrayList<Held>();
        plan.path("held")
                .forEach(day -> held.add(
                        new Held(day.path("fund").asText(), day.path("date").asText())));
        return new DemoPlan(packs, late, held);
    }

    static boolean isIn(Path folder) {
        return Files.exists(folder.resolve(FILE));
    }

    /** When everything in all of its packs was known. */
    Instant known() throws IOException {
        Instant known = Instant.MIN;
        for (DemoPack pack : packs) {
            known = pack.known().isAfter(known) ? pack.known() : known;
        }
        return known;
    }
}
