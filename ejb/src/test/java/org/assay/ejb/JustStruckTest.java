package org.assay.ejb;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.assay.ejb.JustStruck.Restruck;
import org.assay.kernel.nav.Books;
import org.assay.kernel.nav.Nav;
import org.assay.kernel.nav.NavInputs;
import org.assay.pack.demo.SmallFund;
import org.assay.pack.fund.FundPack;
import org.assay.pack.replay.KnownFund;
import org.junit.jupiter.api.Test;

class JustStruckTest {
    private final AtomicLong now = new AtomicLong();
    private final JustStruck just = new JustStruck(now::get);

    private static Restruck restruck() {
        FundPack pack = SmallFund.of(1).pack();
        KnownFund fund = KnownFund.of(pack, Optional.empty());
        NavInputs inputs = fund.on(
                fund.schedule()
                        .first(pack.fund().inception(), pack.fund().inception().plusDays(9))
                        .orElseThrow(),
                Books.empty());
        return new Restruck(inputs, Nav.strike(inputs));
    }

    @Test
    void it_is_found_for_a_minute_and_not_after() {
        Restruck restruck = restruck();
        just.keep(7, restruck);
        now.set(Duration.ofSeconds(59).toNanos());
        assertThat(just.find(7)).contains(restruck);
        assertThat(just.find(8)).isEmpty();
        now.set(Duration.ofSeconds(60).toNanos());
        assertThat(just.find(7)).isEmpty();
    }

    @Test
    void the_one_asked_for_longest_ago_gives_way() {
        Restruck restruck = restruck();
        for (long strike = 0; strike < 32; strike++) {
            just.keep(strike, restruck);
        }
        just.find(0);
        just.keep(32, restruck);
        assertThat(just.find(0)).isPresent();
        assertThat(just.find(1)).isEmpty();
    }
}
