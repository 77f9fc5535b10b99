package org.assay.it.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;

/** A key store made for a test, the server that shows its certificate, and a caller who trusts that one alone. */
final class SecureDoor {
    private static final String ALIAS = "desk";

    /** Of a record that is an alert, and of the alert that says the version is not spoken (RFC 5246, 7.2). */
    private static final int ALERT = 21;

    private static final int PROTOCOL_VERSION = 70;

    private final Path keyStore;
    private final String password;
    private final int port;
    private final SSLContext trust;

    private SecureDoor(Path keyStore, String password, int port, SSLContext trust) {
        this.keyStore = keyStore;
        this.password = password;
        this.port = port;
        this.trust = trust;
    }

    static SecureDoor make(Path keyStore, String password, int port)
            throws IOException, InterruptedException, GeneralSecurityException {
        var command = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                ALIAS,
                "-keyalg",
                "EC",
                "-dname",
                "CN=127.0.0.1",
                "-ext",
                "san=ip:127.0.0.1",
                "-storetype",
                "PKCS12",
                "-keystore",
                keyStore.toString(),
                "-storepass:env",
                "KEY_STORE_PASSWORD");
        command.environment().put("KEY_STORE_PASSWORD", password);
        assertThat(command.start().waitFor()).isZero();

        KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
        trusted.load(null, null);
        trusted.setCertificateEntry(
                ALIAS,
                KeyStore.getInstance(keyStore.toFile(), password.toCharArray()).getCertificate(ALIAS));
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trusted);
        SSLContext trust = SSLContext.getInstance("TLS");
        trust.init(null, managers.getTrustManagers(), null);
        return new SecureDoor(keyStore, password, port, trust);
    }

    /** What makes a server speak TLS by it. */
    Map<String, String> settings() {
        return Map.of("ASSAY_TLS_KEYSTORE", keyStore.toString(), "ASSAY_TLS_KEYSTORE_PASSWORD", password);
    }

    /** What is agreed upon, when only this version is offered. */
    String handshake(String version) throws IOException {
        try (SSLSocket socket = (SSLSocket) trust.getSocketFactory().createSocket("127.0.0.1", port)) {
            socket.setEnabledProtocols(new String[] {version});
            socket.startHandshake();
            return socket.getSession().getProtocol();
        }
    }

    HttpResponse<String> page(String path) throws IOException, InterruptedException {
        HttpClient http = HttpClient.newBuilder().sslContext(trust).build();
        URI address = URI.create("https://127.0.0.1:%s/assay/%s".formatted(Integer.toString(port), path));
        return http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
    }

    /** By hand, because no Java of today offers a version as old as 1.1. */
    boolean refusesVersion(int minor) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(hello(minor));
            byte[] answer = socket.getInputStream().readNBytes(7);
            return answer.length == 7 && answer[0] == ALERT && answer[6] == PROTOCOL_VERSION;
        }
    }

    /** @param minor 3 is TLS 1.2, and one less is one version older */
    private static byte[] hello(int minor) {
        List<Integer> ciphers = List.of(0xC0, 0x09, 0xC0, 0x0A, 0xC0, 0x2B, 0xC0, 0x13, 0x00, 0x2F);
        int body = 2 + 32 + 1 + 2 + ciphers.size() + 2;
        var hello = new ByteArrayOutputStream();
        List.of(22, 3, 1, 0, body + 4, 1, 0, 0, body, 3, minor).forEach(hello::write);
        for (int i = 0; i < 32; i++) {
            hello.write(i);
        }
        List.of(0, 0, ciphers.size()).forEach(hello::write);
        ciphers.forEach(hello::write);
        List.of(1, 0).forEach(hello::write);
        return hello.toByteArray();
    }
}
