package org.assay.pack.evidence;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Optional;

/**
 * What signs evidence: an Ed25519 key, kept as PKCS #8 in PEM with its public key behind it. Its signature over the same
 * bytes is always the same, so evidence that is made again is the same too.
 */
public final class SigningKey {
    private static final byte[] PROBE = "are these two a pair".getBytes(StandardCharsets.US_ASCII);

    private final PrivateKey key;
    private final Signer signer;

    private SigningKey(PrivateKey key, Signer signer) {
        this.key = key;
        this.signer = signer;
    }

    /** A new one, from the randomness of the machine. */
    public static SigningKey draw() {
        try {
            KeyPair pair = KeyPairGenerator.getInstance(Signer.ALGORITHM).generateKeyPair();
            return new SigningKey(pair.getPrivate(), new Signer(pair.getPublic()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK from 15 on has Ed25519", e);
        }
    }

    /** @return empty for text without both keys, or with two that are no pair */
    public static Optional<SigningKey> read(byte[] pem) {
        Optional<byte[]> der = Pem.read(Pem.PRIVATE, new String(pem, StandardCharsets.UTF_8));
        Optional<Signer> signer = Signer.read(pem);
        return der.isPresent() && signer.isPresent() ? of(der.get(), signer.get()) : Optional.empty();
    }

    private static Optional<SigningKey> of(byte[] der, Signer signer) {
        try {
            PrivateKey key = KeyFactory.getInstance(Signer.ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(der));
            SigningKey read = new SigningKey(key, signer);
            return Optional.of(read).filter(pair -> signer.signed(PROBE, pair.sign(PROBE)));
        } catch (GeneralSecurityException e) {
            return Optional.empty();
        }
    }

    /** As it is kept: for its owner's eyes only. */
    public byte[] pem() {
        byte[] secret = Pem.write(Pem.PRIVATE, key.getEncoded()).getBytes(StandardCharsets.US_ASCII);
        byte[] open = signer.pem();
        byte[] both = new byte[secret.length + open.length];
        System.arraycopy(secret, 0, both, 0, secret.length);
        System.arraycopy(open, 0, both, secret.length, open.length);
        return both;
    }

    public Signer signer() {
        return signer;
    }

    byte[] sign(byte[] text) {
        try {
            Signature signature = Signature.getInstance(Signer.ALGORITHM);
            signature.initSign(key);
            signature.update(text);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a key that cannot sign", e);
        }
    }
}
