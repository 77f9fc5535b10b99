package org.assay.pack.fund;

import java.util.List;
import org.assay.pack.table.Format;
import org.assay.pack.table.Formats;
import org.assay.pack.table.JsonMap;
import org.assay.pack.table.JsonObject;
import org.assay.pack.table.Layout;

/** How pack.json is written. */
final class ManifestShape {
    static final String FILE = "pack.json";

    private static final int VERSION = 1;

    private static final Format<Integer> ORDINALS = Formats.COUNTS.where(number -> number > 0, "from 1");

    private ManifestShape() {}

    static JsonObject<Manifest> manifest() {
        var draft = new Layout.Draft<Manifest>();
        var format = draft.field(
                "format",
                Formats.COUNTS.where(version -> version == VERSION, "and the only version there is is 1"),
                Manifest::format);
        var fund = draft.field("fund", Formats.ID, Manifest::fund);
        var illustrative = draft.field("illustrative", Formats.FLAG, Manifest::illustrative);
        var known = draft.field("known", Formats.INSTANTS, Manifest::known);
        var strikes = draft.optional("strikes", strikes(), Manifest::strikes);
        var files = draft.optional("files", new JsonMap<>(Formats.SHA_256), Manifest::files);
        return new JsonObject<>(draft.reads(cells -> new Manifest(
                cells.get(format),
                cells.get(fund),
                cells.get(illustrative),
                cells.get(known),
                cells.get(strikes),
                cells.get(files))));
    }

    private static JsonObject<StrikeRange> strikes() {
        var draft = new Layout.Draft<StrikeRange>();
        var from = draft.field("from", Formats.DATES, StrikeRange::from);
        var to = draft.field("to", Formats.DATES, StrikeRange::to);
        var known = draft.optional("known", Formats.INSTANTS, StrikeRange::known);
        var single = draft.optional("single", single(), StrikeRange::single);
        draft.expect(to, cells -> !cells.get(to).isBefore(cells.get(from)), "a day not before \"from\"");
        draft.expect(
                to,
                cells -> cells.get(single).isEmpty() || cells.get(to).equals(cells.get(from)),
                "the day \"from\": a single strike has one");
        draft.expect(
                known,
                cells -> cells.get(single).isEmpty() || cells.get(known).isPresent(),
                "the instant up to which the single strike knew");
        return new JsonObject<>(draft.reads(
                cells -> new StrikeRange(cells.get(from), cells.get(to), cells.get(known), cells.get(single))));
    }

    private static JsonObject<SingleStrike> single() {
        var draft = new Layout.Draft<SingleStrike>();
        var version = draft.field("version", ORDINALS, SingleStrike::version);
        var attempt = draft.field("attempt", ORDINALS, SingleStrike::attempt);
        var knew = draft.list("knew", knew(), SingleStrike::knew);
        return new JsonObject<>(
                draft.reads(cells -> new SingleStrike(cells.get(version), cells.get(attempt), cells.get(knew))));
    }

    private static JsonObject<SingleStrike.Knew> knew() {
        var draft = new Layout.Draft<SingleStrike.Knew>();
        var date = draft.field("date", Formats.DATES, SingleStrike.Knew::date);
        var known = draft.field("known", Formats.INSTANTS, SingleStrike.Knew::known);
        return new JsonObject<>(draft.reads(cells -> new SingleStrike.Knew(cells.get(date), cells.get(known))));
    }

    /** Every property of every object, for the test that holds the description of the format to the code. */
    static List<JsonObject<?>> objects() {
        return List.of(manifest(), strikes(), single(), knew());
    }
}
