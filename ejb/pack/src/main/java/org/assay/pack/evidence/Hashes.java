package org.assay.pack.evidence;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assay.pack.fund.PackFiles;

/**
 * SHA-256 of files by name, as the program {@code sha256sum} writes and checks them.
 *
 * @param flaws lines that are none
 */
record Hashes(SortedMap<String, String> byName, List<String> flaws) {
    private static final Pattern LINE = Pattern.compile("([0-9a-f]{64})  (\\S.*)");

    Hashes {
        byName = Collections.unmodifiableSortedMap(new TreeMap<>(byName));
        flaws = List.copyOf(flaws);
    }

    static byte[] write(SortedMap<String, byte[]> files) {
        StringBuilder text = new StringBuilder();
        files.forEach((name, bytes) ->
                text.append(PackFiles.sha256(bytes)).append("  ").append(name).append('\n'));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    static Hashes read(byte[] bytes) {
        SortedMap<String, String> byName = new TreeMap<>();
        List<String> flaws = new ArrayList<>();
        List<String> lines = new String(bytes, StandardCharsets.UTF_8).lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            Matcher line = LINE.matcher(lines.get(i));
            if (!line.matches() || byName.putIfAbsent(line.group(2), line.group(1)) != null) {
                flaws.add(
                        "%s, line %s: expected a SHA-256, two blanks and the name of a file that stands in no other line"
                                .formatted(EvidenceFiles.HASHES, i + 1));
            }
        }
        return new Hashes(byName, flaws);
    }

    /** Where the files are not these. */
    List<String> differences(PackFiles files) {
        List<String> differences = new ArrayList<>(flaws);
        byName.forEach((name, hash) -> {
            if (!files.has(name)) {
                differences.add("%s: it is missing; %s knows it".formatted(name, EvidenceFiles.HASHES));
                return;
            }
            String found = PackFiles.sha256(files.bytes(name));
            if (!found.equals(hash)) {
                differences.add("%s: it was changed: expected SHA-256 %s, found %s".formatted(name, hash, found));
            }
        });
        files.names().stream()
                .filter(name -> !byName.containsKey(name))
                .filter(name -> !name.equals(EvidenceFiles.HASHES) && !name.equals(EvidenceFiles.SIGNATURE))
                .forEach(name ->
                        differences.add("%s: it was added; %s does not know it".formatted(name, EvidenceFiles.HASHES)));
        return differences;
    }
}
