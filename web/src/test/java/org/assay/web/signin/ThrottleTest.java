package org.assay.web.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ThrottleTest {
    private static final String NAME = "approver@demo";
    private static final String HERE = "10.0.0.1";

    private final AtomicLong now = new AtomicLong();
    private final Throttle throttle = new Throttle(now::get, 100);

    private void wrong(int times) {
        for (int i = 0; i < times; i++) {
            throttle.wasWrong(NAME, HERE);
        }
    }

    @Test
    void four_mistakes_are_free() {
        wrong(4);
        assertThat(throttle.delay(NAME, HERE)).isZero();
    }

    @Test
    void from_the_fifth_on_the_wait_doubles() {
        wrong(5);
        assertThat(throttle.delay(NAME, HERE)).isEqualTo(Duration.ofSeconds(2));
        wrong(1);
        assertThat(throttle.delay(NAME, HERE)).isEqualTo(Duration.ofSeconds(4));
        wrong(100);
        assertThat(throttle.delay(NAME, HERE)).isEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void who_has_waited_may_try_again() {
        wrong(5);
        now.addAndGet(Duration.ofSeconds(2).toNanos());
        assertThat(throttle.delay(NAME, HERE)).isZero();
    }

    @Test
    void nobody_locks_out_a_colleague_elsewhere() {
        wrong(50);
        assertThat(throttle.delay(NAME, "10.0.0.2")).isZero();
    }

    @Test
    void the_right_password_forgives() {
        wrong(4);
        throttle.wasRight(NAME, HERE);
        wrong(4);
        assertThat(throttle.delay(NAME, HERE)).isZero();
    }

    @Test
    void one_password_for_many_names_is_let_through_once_a_second() {
        int looked = 0;
        for (int i = 0; i < 10_000; i++) {
            String name = "name" + i % 1_000;
            if (throttle.delay(name, HERE).isZero()) {
                looked++;
                throttle.wasWrong(name, HERE);
            }
            now.addAndGet(Duration.ofMillis(6).toNanos());
        }
        // A hundred at once, in 0.6 s, then one in each whole second of the minute that are left.
        assertThat(looked).isEqualTo(100 + 59);
    }

    @Test
    void who_was_in_from_there_before_is_not_kept_waiting_by_others() {
        throttle.wasRight(NAME, HERE);
        for (int i = 0; i < 110; i++) {
            throttle.wasWrong("name" + i, HERE);
        }
        assertThat(throttle.delay("somebody new", HERE)).isEqualTo(Duration.ofSeconds(1));
        assertThat(throttle.delay(NAME, HERE)).isZero();
        assertThat(throttle.delay("somebody new", "10.0.0.2")).isZero();
        now.addAndGet(Duration.ofSeconds(1).toNanos());
        assertThat(throttle.delay("somebody new", HERE)).isZero();
    }

    @Test
    void what_is_remembered_is_bounded() {
        wrong(9);
        for (int i = 0; i < 100; i++) {
            throttle.wasWrong("name", "10.0.1." + i);
        }
        assertThat(throttle.delay(NAME, HERE)).isZero();
    }
}
