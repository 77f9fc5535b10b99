package org.assay.ejb;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.assay.kernel.ErrorCode;
import org.assay.kernel.FundException;
import org.assay.pack.evidence.SigningKey;
import org.assay.reports.evidence.HouseKey;

/**
 * The key in the file ASSAY_SIGNING_KEY names. Read when it is asked for and not kept: a key that was exchanged counts from
 * the next evidence on, on every node.
 */
@ApplicationScoped
public class SigningKeyFile implements HouseKey {
    private static final String FILE = "ASSAY_SIGNING_KEY";

    private static final String EXPECTED =
            "a file with an Ed25519 private key in PKCS #8 and its public key, both in PEM (docs/operations.md, the signing key)";

    @Override
    public SigningKey key() {
        Optional<Path> file = Optional.ofNullable(System.getenv(FILE))
                .filter(name -> !name.isBlank())
                .map(Path::of);
        return file.flatMap(SigningKeyFile::read)
                .orElseThrow(() -> new FundException(
                        ErrorCode.NO_SIGNING_KEY,
                        "evidence",
                        FILE,
                        file.map(Path::toString).orElse(""),
                        EXPECTED));
    }

    private static Optional<SigningKey> read(Path file) {
        try {
            return SigningKey.read(Files.readAllBytes(file));
        } catch (IOException unreadable) {
            // Told with the name of the file, like one that holds something else.
            return Optional.empty();
        }
    }
}
