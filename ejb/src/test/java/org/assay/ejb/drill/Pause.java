package org.assay.ejb.drill;

/** Waits without a fuss. */
final class Pause {
    private Pause() {}

    static void millis(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the drill was told to stop", hurried);
        }
    }
}
