package org.assay.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Ports of this machine's loopback address, the only one we listen on. */
public final class Ports {
    private Ports() {}

    static boolean isFree(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }

    /** Free now; whoever asks should use it soon. */
    public static int anyFree() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new UncheckedIOException("This machine gives no free port", none);
        }
    }

    static void mustBeFree(int port, String property) {
        if (!isFree(port)) {
            throw new Refusal("Port %s is taken by another program: stop that, or move ours by -D%s=<port>."
                    .formatted(port, property));
        }
    }
}
