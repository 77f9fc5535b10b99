package org.assay.ejb.drill;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The wire between striker and database: a port of its own that passes everything on, until it is told to keep the
 * answers back, or is cut. What was sent before the cut arrives; nobody hears the answer.
 */
final class Wire implements AutoCloseable {
    private static final int BUFFER = 65_536;

    private final ServerSocket entry;
    private final int databasePort;
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final Object gate = new Object();
    private boolean isHeld;

    private Wire(ServerSocket entry, int databasePort) {
        this.entry = entry;
        this.databasePort = databasePort;
    }

    static Wire to(int databasePort) throws IOException {
        Wire wire = new Wire(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), databasePort);
        run("wire", wire::accept);
        return wire;
    }

    int port() {
        return entry.getLocalPort();
    }

    /** From now on questions arrive and answers stay on the way. */
    void holdAnswers() {
        synchronized (gate) {
            isHeld = true;
        }
    }

    void release() {
        synchronized (gate) {
            isHeld = false;
            gate.notifyAll();
        }
    }

    /** All that is connected now; who asks again is connected again. Answers that were held are lost. */
    void cut() {
        List<Socket> now = List.copyOf(sockets);
        now.forEach(Wire::close);
        sockets.removeAll(now);
        release();
    }

    private void accept() {
        while (!entry.isClosed()) {
            try {
                connect(entry.accept());
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void connect(Socket striker) {
        sockets.add(striker);
        try {
            Socket database = new Socket(InetAddress.getLoopbackAddress(), databasePort);
            sockets.add(database);
            striker.setTcpNoDelay(true);
            database.setTcpNoDelay(true);
            run("question", () -> pass(striker, database, false));
            run("answer", () -> pass(database, striker, true));
        } catch (IOException down) {
            close(striker);
        }
    }

    private void pass(Socket from, Socket to, boolean isAnswer) {
        byte[] bytes = new byte[BUFFER];
        try (from;
                to;
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
                if (isAnswer) {
                    awaitRelease();
                }
                out.write(bytes, 0, read);
            }
        } catch (IOException cut) {
            // Of either end: both are closed, as a cable would leave them.
        } finally {
            sockets.remove(from);
            sockets.remove(to);
        }
    }

    private void awaitRelease() throws IOException {
        synchronized (gate) {
            while (isHeld) {
                try {
                    gate.wait();
                } catch (InterruptedException hurried) {
                    Thread.currentThread().interrupt();
                    throw new IOException(hurried);
                }
            }
        }
    }

    private static void run(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException gone) {
            // Which is what was asked for.
        }
    }

    @Override
    public void close() throws IOException {
        entry.close();
        cut();
    }
}
