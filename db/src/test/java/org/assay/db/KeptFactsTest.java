package org.assay.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import org.assay.kernel.ledger.Fact;
import org.assay.kernel.ledger.Trade;
import org.junit.jupiter.api.Test;

/** Facts as the desk lists them. */
class KeptFactsTest {
    private static final List<String> TRADES = StruckFund.PACK.facts().stream()
            .filter(Trade.class::isInstance)
            .map(Fact::stamp)
            .map(stamp -> stamp.id())
            .toList();

    @Test
    void every_trade_is_found_by_its_id_however_many_begin_like_it() throws SQLException {
        assertThat(TRADES).hasSizeGreaterThan(10);
        try (Snapshot snapshot = Snapshot.of(StruckFund.database().app().getConnection())) {
            for (String id : TRADES) {
                assertThat(snapshot.facts(StruckFund.FUND, "trades", id, 0, 1))
                        .extracting(kept -> kept.fact().stamp().id())
                        .containsExactly(id);
            }
        }
    }

    @Test
    void pages_follow_each_other_and_hold_every_trade_once() throws SQLException {
        try (Snapshot snapshot = Snapshot.of(StruckFund.database().app().getConnection())) {
            List<KeptFact> all = snapshot.facts(StruckFund.FUND, "trades", "", 0, 10_000);
            assertThat(all).extracting(kept -> kept.fact().stamp().id()).containsExactlyInAnyOrderElementsOf(TRADES);
            assertThat(snapshot.facts(StruckFund.FUND, "trades", "", 3, 4))
                    .extracting(kept -> kept.fact().stamp().id())
                    .containsExactlyElementsOf(all.subList(3, 7).stream()
                            .map(kept -> kept.fact().stamp().id())
                            .toList());
            assertThat(all).allSatisfy(kept -> assertThat(kept.postedBy()).isEqualTo("operator@demo"));
        }
    }
}
