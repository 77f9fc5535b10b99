package org.assay.launcher;

import java.io.PrintStream;
import java.time.Duration;

/** Short lines for a person; a line of progress rewrites itself where somebody looks, and is rare where a file does. */
final class Screen {
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final PrintStream out;
    private final boolean live;
    private String progress = "";
    private long nextLine = System.nanoTime();

    Screen(PrintStream out, boolean live) {
        this.out = out;
        this.live = live;
    }

    /** From Java 22 on a console is always there; the run profile asks for the old answer, null where nobody looks. */
    @SuppressWarnings("SystemConsoleNull")
    static Screen ofProcess() {
        return new Screen(System.out, System.console() != null);
    }

    synchronized void say(String line) {
        endProgress();
        out.println(line);
        out.flush();
    }

    synchronized void progress(String line) {
        if (line.equals(progress)) {
            return;
        }
        if (live) {
            out.print("\r" + line + " ".repeat(Math.max(0, progress.length() - line.length())));
            progress = line;
        } else if (System.nanoTime() - nextLine >= 0) {
            out.println(line);
            nextLine = System.nanoTime() + PAUSE.toNanos();
        }
        out.flush();
    }

    private void endProgress() {
        if (!progress.isEmpty()) {
            out.println();
            progress = "";
        }
    }
}
