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
    private static final Format<String> SHA_256 =
            Formats.ID.where(text -> text.matches("[0-9a-f]{64}"), "a SHA-256 in 64 hexadecimal digits, small letters");

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
        var files = draft.optional("files", new JsonMap<>(SHA_256), Manifest::files);
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
        draft.expect(to, cells -> !cells.get(to).isBefore(cells.get(from)), "a day not before \"from\"");
        return new JsonObject<>(
                draft.reads(cells -> new StrikeRange(cells.get(from), cells.get(to), cells.get(known))));
    }

    /** Every property of every object, for the test that holds the description of the format to the code. */
    static List<JsonObject<?>> objects() {
        return List.of(manifest(), strikes());
    }
}
