package org.assay.pack.evidence;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.SortedMap;
import java.util.TreeMap;
import org.assay.pack.fund.PackWriter;

/** Closes evidence: nothing in it changes any more without being seen. */
public final class EvidenceZip {
    private EvidenceZip() {}

    /** The files with the hash of each, and the signature of who answers for them. */
    public static SortedMap<String, byte[]> sealed(SortedMap<String, byte[]> files, SigningKey key) {
        SortedMap<String, byte[]> sealed = new TreeMap<>(files);
        sealed.put(EvidenceFiles.SIGNER, key.signer().pem());
        byte[] hashes = Hashes.write(sealed);
        sealed.put(EvidenceFiles.HASHES, hashes);
        sealed.put(EvidenceFiles.SIGNATURE, key.sign(hashes));
        return sealed;
    }

    /** The same bytes for the same files; the stream stays open. */
    public static void write(SortedMap<String, byte[]> sealed, OutputStream out) throws IOException {
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        PackWriter.toZip(sealed, zip);
        zip.writeTo(out);
    }
}
