package org.assay.pack;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.SortedMap;
import java.util.TreeMap;
import org.assay.pack.fund.Beside;
import org.assay.pack.fund.FundPack;
import org.assay.pack.fund.PackFiles;
import org.assay.pack.fund.PackWriter;
import org.assay.pack.replay.Evidence;
import org.assay.pack.replay.Results;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "export",
        description = "Writes the pack again in its canonical form, as a folder or, where DIR ends in .zip, as a zip.",
        mixinStandardHelpOptions = true)
final class ExportCommand extends PackCommand {
    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Where the pack goes.")
    private Path out;

    @Override
    int work(FundPack pack, PackFiles files) throws IOException {
        SortedMap<String, byte[]> contents = new TreeMap<>(PackWriter.files(pack));
        for (String name : files.expected()) {
            String whole = Evidence.EXPECTED + "/" + name;
            contents.put(whole, files.bytes(whole));
        }
        if (out.toString().endsWith(".zip")) {
            zip(contents);
        } else {
            fillOutside(out, ExportCommand::isOurs, folder -> PackWriter.toFolder(contents, folder));
        }
        return Program.TIES;
    }

    private void zip(SortedMap<String, byte[]> contents) throws IOException {
        Path place = out.toAbsolutePath();
        Files.createDirectories(place.getParent());
        Path draft = Beside.of(place);
        try {
            try (OutputStream bytes = Files.newOutputStream(draft)) {
                PackWriter.toZip(contents, bytes);
            }
            Files.move(draft, place, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    /** A file of a pack, or of the results in it. */
    static boolean isOurs(String name) {
        String results = Evidence.EXPECTED + "/";
        return PackWriter.names().contains(name)
                || (name.startsWith(results) && Results.names().contains(name.substring(results.length())));
    }
}
