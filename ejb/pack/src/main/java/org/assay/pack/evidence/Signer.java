package org.assay.pack.evidence;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assay.pack.fund.PackFiles;

/** Who signed: an Ed25519 public key. Whose it is no file can tell; that is what its fingerprint is compared for. */
public final class Signer {
    static final String ALGORITHM = "Ed25519";

    private static final int ID = 16;
    private static final int GROUP = 4;

    private final PublicKey key;

    Signer(PublicKey key) {
        this.key = key;
    }

    /** @return empty for text that holds no such key */
    public static Optional<Signer> read(byte[] pem) {
        return Pem.read(Pem.PUBLIC, new String(pem, StandardCharsets.UTF_8)).flatMap(Signer::of);
    }

    private static Optional<Signer> of(byte[] der) {
        try {
            return Optional.of(
                    new Signer(KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(der))));
        } catch (GeneralSecurityException e) {
            return Optional.empty();
        }
    }

    byte[] pem() {
        return Pem.write(Pem.PUBLIC, key.getEncoded()).getBytes(StandardCharsets.US_ASCII);
    }

    boolean signed(byte[] text, byte[] signature) {
        try {
            Signature check = Signature.getInstance(ALGORITHM);
            check.initVerify(key);
            check.update(text);
            return check.verify(signature);
        } catch (GeneralSecurityException e) {
            // Bytes that are no signature at all are not this one's.
            return false;
        }
    }

    /** SHA-256 of the key as {@code openssl pkey -pubin -outform DER} has it, in groups that are read aloud. */
    public String fingerprint() {
        String hex = hex();
        return IntStream.range(0, hex.length() / GROUP)
                .mapToObj(i -> hex.substring(i * GROUP, (i + 1) * GROUP))
                .collect(Collectors.joining(" "));
    }

    /** The first digits of the fingerprint: tells keys of one house apart, and proves nothing. */
    public String id() {
        return hex().substring(0, ID);
    }

    private String hex() {
        return PackFiles.sha256(key.getEncoded());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Signer signer && hex().equals(signer.hex());
    }

    @Override
    public int hashCode() {
        return hex().hashCode();
    }

    @Override
    public String toString() {
        return "key " + id();
    }
}
