package org.assay.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.Comparator;
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
                assertThat(snapshot.facts(StruckFund.FUND, FactsWanted.one("trades", id), 0, 1)
                                .facts())
                        .extracting(kept -> kept.fact().stamp().id())
                        .containsExactly(id);
            }
        }
    }

    @Test
    void pages_follow_each_other_and_hold_every_trade_once() throws SQLException {
        try (Snapshot snapshot = Snapshot.of(StruckFund.database().app().getConnection())) {
            List<KeptFact> all = snapshot.facts(StruckFund.FUND, FactsWanted.one("trades", ""), 0, 10_000)
                    .facts();
            assertThat(all).extracting(kept -> kept.fact().stamp().id()).containsExactlyInAnyOrderElementsOf(TRADES);
            assertThat(snapshot.facts(StruckFund.FUND, FactsWanted.one("trades", ""), 3, 4)
                            .facts())
                    .extracting(kept -> kept.fact().stamp().id())
                    .containsExactlyElementsOf(all.subList(3, 7).stream()
                            .map(kept -> kept.fact().stamp().id())
                            .toList());
            FactsWanted byId = new FactsWanted("trades", "", FactsWanted.Order.ID, true);
            FactPage page = snapshot.facts(StruckFund.FUND, byId, 0, 5);
            assertThat(page.count()).isEqualTo(TRADES.size());
            assertThat(page.facts())
                    .extracting(kept -> kept.fact().stamp().id())
                    .isSortedAccordingTo(Comparator.reverseOrder())
                    .hasSize(5);
            assertThat(all).allSatisfy(kept -> assertThat(kept.postedBy()).isEqualTo("operator@demo"));
        }
    }
}
