package org.assay.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;

/**
 * The key the server signs evidence with: the file that is named, or one that is drawn once for the home and stays there,
 * readable by its owner alone. Who named none has a key that only this home knows, which is enough to see what evidence is.
 */
public final class SigningKey {
    /** Names the file, for the server. */
    public static final String VARIABLE = "ASSAY_SIGNING_KEY";

    private static final Base64.Encoder LINES = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));

    private SigningKey() {}

    /** The file that is named, or that of the home, drawn when it is not there yet. */
    public static Path of(Home home, Map<String, String> environment) throws IOException {
        String named = environment.getOrDefault(VARIABLE, "");
        if (!named.isBlank()) {
            return mustBeReadable(Path.of(named));
        }
        Path file = home.signingKey();
        if (!Files.exists(file)) {
            draw(file);
        }
        return file;
    }

    private static Path mustBeReadable(Path file) {
        if (!Files.isReadable(file)) {
            throw new Refusal(
                    "%s=%s cannot be read: name the file of the key, and give us the right to it, or unset it."
                            .formatted(VARIABLE, file));
        }
        return file;
    }

    private static void draw(Path file) throws IOException {
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        try {
            KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            Files.writeString(
                    file,
                    pem("PRIVATE KEY", pair.getPrivate().getEncoded())
                            + pem("PUBLIC KEY", pair.getPublic().getEncoded()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK from 15 on has Ed25519", e);
        }
    }

    private static String pem(String what, byte[] key) {
        return "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n".formatted(what, LINES.encodeToString(key));
    }
}
